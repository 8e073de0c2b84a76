"""The answer of a chair's office to a sitting."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.forms import CharField
from innovation_portal.web.forms import ActionForm
from schedule.models import Consent


class ConsentForm(ActionForm, forms.Form):
    """Two buttons give the answer; the note says why."""

    answer = forms.ChoiceField(choices=Consent.Answer, required=False)
    sequence = forms.IntegerField(widget=forms.HiddenInput)
    note = CharField(
        label=_("Note"),
        required=False,
        max_length=300,
        help_text=_("The organiser reads it."),
    )

    def clean(self):
        said = super().clean()
        if not said.get("answer") or "sequence" in self.errors:
            raise ValidationError(_("Give the consent or refuse it."))
        return said
