"""What a download and a search stand for."""

from django import forms

from directory.models import Assumption
from innovation_portal.bangla.forms import IntegerField
from innovation_portal.web.forms import ActionForm

NAMES = ["copies", "sheets", "rounds", "visits"]


class AssumptionForm(ActionForm, forms.ModelForm):
    class Meta:
        model = Assumption
        fields = NAMES
        field_classes = dict.fromkeys(NAMES, IntegerField)
