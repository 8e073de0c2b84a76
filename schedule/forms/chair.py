"""A chair of the registry: who he is, how he is called, who keeps his day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models import Entry
from innovation_portal.bangla.forms import CharField, IntegerField
from innovation_portal.organisation.forms.office import OfficeChoiceField
from innovation_portal.web.forms import ActionForm
from schedule.models import Chair

AT_ONCE = 20  # persons offered on one page
HIGHEST_LINE = 2**63 - 1


class PersonForm(forms.Form):
    """Who is meant: searched for in the directory, then chosen by his line."""

    q = CharField(
        label=_("Search by name, post or office"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    line = IntegerField(
        required=False,
        min_value=1,
        max_value=HIGHEST_LINE,
        widget=forms.HiddenInput,
    )
    outside = forms.BooleanField(required=False, widget=forms.HiddenInput)

    def said(self, name):
        return self.cleaned_data.get(name) if self.is_valid() else None

    @property
    def chosen(self):
        """The line of the directory that was chosen, if it still has a holder."""
        held = Entry.objects.current().exclude(officer=None)
        line = self.said("line")
        held = held.filter(line=line) if line else held.none()
        return held.select_related("officer__same_as").first()

    @property
    def found(self):
        text = self.said("q")
        people = Entry.objects.current().exclude(officer=None)
        return people.search(text).in_order()[:AT_ONCE] if text else []


class ChairForm(ActionForm, forms.ModelForm):
    class Meta:
        model = Chair
        fields = ["shown_as", "office", "gives_consent", "order"]
        field_classes = {
            "shown_as": CharField,
            "office": OfficeChoiceField,
            "order": IntegerField,
        }
        labels = {"office": _("Office that keeps the day")}
        help_texts = {
            "shown_as": _("As sittings and papers name him, with the courtesy due."),
            "office": _("A private secretary of this office keeps the diary."),
            "gives_consent": _("His private secretary answers for each sitting."),
            "order": _("The lower number stands first in lists."),
        }


class OutsiderForm(ChairForm):
    """For who stands in no list: his name is asked for too."""

    honorific = CharField(label=_("honorific"), required=False, max_length=40)
    name = CharField(label=_("name"), max_length=200)
    field_order = ["honorific", "name"]
