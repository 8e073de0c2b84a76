"""Which numbers visitors do not see."""

from django import forms
from django.utils.translation import gettext_lazy as _

from directory.models.hiding import COLUMNS


class HidingForm(forms.Form):
    columns = forms.MultipleChoiceField(
        label=_("Hidden from visitors"),
        choices=COLUMNS,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Whoever is signed in sees all numbers."),
    )
