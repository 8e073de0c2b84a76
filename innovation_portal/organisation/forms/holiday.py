"""Forms of holidays: one day, and those of a year that are proposed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.forms import CharField, DateField, IntegerField
from innovation_portal.organisation.models import Holiday
from innovation_portal.web.forms import ActionForm

FIRST_YEAR, LAST_YEAR = 1990, 2076  # that the moon's days are calculated for


class HolidayForm(ActionForm, forms.ModelForm):
    class Meta:
        model = Holiday
        fields = ["day", "name_bn", "name_en", "by_moon"]
        field_classes = {"day": DateField, "name_bn": CharField, "name_en": CharField}
        help_texts = {"by_moon": _("The day may still move when the moon is seen.")}


class YearForm(forms.Form):
    year = IntegerField(label=_("Year"), min_value=FIRST_YEAR, max_value=LAST_YEAR)


class ProposedForm(ActionForm, forms.Form):
    """The days that are no holidays yet, ticked save those once taken away."""

    days = forms.MultipleChoiceField(
        label=_("Holidays to take over"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, data, proposals):
        self.offered = {
            proposal.day.isoformat(): proposal
            for proposal in proposals
            if not proposal.known
        }
        ticked = [key for key, one in self.offered.items() if not one.removed]
        super().__init__(data, initial={"days": ticked})
        self.fields["days"].choices = [(key, one) for key, one in self.offered.items()]

    @property
    def chosen(self):
        return [self.offered[key] for key in self.cleaned_data["days"]]

    @property
    def rows(self):
        """Each box with the proposal that it ticks."""
        return [(box, box.choice_label) for box in self["days"]]
