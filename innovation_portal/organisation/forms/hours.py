"""The form of working hours: from a day to a day, with the break."""

from django import forms
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.forms import CharField, DateField, TimeField
from innovation_portal.organisation.models import Weekday, WorkingHours
from innovation_portal.organisation.models.hours import USUAL_WEEKDAYS
from innovation_portal.web.forms import ActionForm


class HoursForm(ActionForm, forms.ModelForm):
    """For a single day its weekday does not matter: it is worked."""

    weekdays = forms.TypedMultipleChoiceField(
        label=_("Working days"),
        choices=Weekday.choices,
        coerce=int,
        required=False,
        initial=USUAL_WEEKDAYS,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("A single day, such as a working Saturday, needs no tick."),
    )

    class Meta:
        model = WorkingHours
        fields = [
            "name",
            "since",
            "until",
            "opens",
            "closes",
            "break_from",
            "break_until",
            "weekdays",
        ]
        field_classes = {
            "name": CharField,
            "since": DateField,
            "until": DateField,
            "opens": TimeField,
            "closes": TimeField,
            "break_from": TimeField,
            "break_until": TimeField,
        }
        help_texts = {
            "name": _("For example: Ramadan"),
            "until": _("This day is included; the same day for a single one."),
            "break_from": _("For lunch and prayer; empty where there is none."),
        }

    def clean(self):
        said = super().clean()
        several = said.get("since") != said.get("until")
        if several and "weekdays" in said and not said["weekdays"]:
            self.add_error("weekdays", _("Tick the days on which the office works."))
        return said
