"""How far a decision is; and which decisions are asked for."""

from django import forms
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.forms import CharField
from innovation_portal.models import Office
from innovation_portal.web.forms import ActionForm
from schedule.actions.minutes import note_progress
from schedule.models import Decision, Series


class FilterForm(forms.Form):
    """By office (with all below it) and series; open ones unless asked otherwise."""

    office = forms.ModelChoiceField(
        Office.objects.none(),
        label=_("Office"),
        required=False,
        empty_label=_("All offices"),
    )
    series = forms.ModelChoiceField(
        Series.objects.none(),
        label=_("Regular sitting"),
        required=False,
        empty_label=_("All sittings"),
    )
    show = forms.ChoiceField(
        choices=[("", ""), ("settled", "")], required=False, widget=forms.HiddenInput
    )

    def __init__(self, data, *, offices):
        super().__init__(data)
        self.fields["office"].queryset = offices.open().in_order()
        self.fields["series"].queryset = Series.objects.filter(office__in=offices)
        self.is_valid()

    @property
    def settled(self):
        return self.cleaned_data.get("show") == "settled"

    def of(self, decisions):
        """What was wrongly asked for is not asked for."""
        if office := self.cleaned_data.get("office"):
            decisions = decisions.in_reach(Office.objects.within(office))
        if series := self.cleaned_data.get("series"):
            decisions = decisions.filter(minutes__sitting__series=series)
        if self.settled:
            return decisions.exclude(settled_at=None).order_by("-settled_at")
        return decisions.pending().most_urgent_first()


class ProgressForm(ActionForm, forms.Form):
    state = forms.ChoiceField(
        label=_("State"), choices=Decision.State, widget=forms.RadioSelect
    )
    note = CharField(
        label=_("Progress"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It is printed in the minutes of the next sitting of the series."),
    )

    def __init__(self, data=None, *, decision):
        super().__init__(data, initial={"state": decision.state})
        self.decision = decision

    def save(self, *, by):
        """Whether it was noted; what was refused stands in the form."""
        return self.run(
            note_progress, decision=self.decision, **self.cleaned_data, by=by
        )
