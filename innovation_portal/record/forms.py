"""What the auditor asks of the record."""

from django import forms
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.forms import CharField, DateField
from innovation_portal.record import events


def _kinds():
    return [("", _("Everything")), *events.choices()]


class RecordForm(forms.Form):
    who = CharField(label=_("Who"), required=False, max_length=100)
    since = DateField(label=_("From"), required=False)
    until = DateField(label=_("Until"), required=False)
    what = forms.ChoiceField(label=_("What"), required=False, choices=_kinds)
