"""The question of a search; all of it stands in the address."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.forms import CharField
from schedule.asking import read


class SearchForm(forms.Form):
    q = CharField(
        label=_("Subject, chair, office, room, memo number or date"),
        max_length=100,
        required=False,
    )

    @property
    def asked(self):
        """None where nothing is asked, or nothing that can be."""
        text = self.is_valid() and self.cleaned_data["q"]
        return read(text, timezone.localdate()) if text else None
