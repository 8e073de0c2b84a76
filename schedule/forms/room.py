"""A room: its seats, what it offers, who is asked for it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.forms import CharField, DateField, IntegerField
from innovation_portal.web.forms import ActionForm
from schedule.models import Equipment, Room


class RoomForm(ActionForm, forms.ModelForm):
    equipment = forms.MultipleChoiceField(
        label=_("Equipment"),
        choices=Equipment,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Room
        fields = [
            *("name_bn", "name_en", "whereabouts", "capacity", "equipment"),
            *("buffer", "needs_approval", "contact", "order", "closed_on"),
        ]
        field_classes = {
            "name_bn": CharField,
            "name_en": CharField,
            "whereabouts": CharField,
            "capacity": IntegerField,
            "buffer": IntegerField,
            "contact": CharField,
            "order": IntegerField,
            "closed_on": DateField,
        }
        help_texts = {
            "buffer": _("For clearing up; 0 where one sitting may follow another."),
            "needs_approval": _("Organisers hold it, and the branch says yes or no."),
            "order": _("The lower number stands first in lists."),
            "closed_on": _("With a day here, no more sittings are entered in it."),
        }
