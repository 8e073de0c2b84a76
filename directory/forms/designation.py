"""The form of a designation."""

from django import forms

from directory.models import Designation
from innovation_portal.bangla.forms import CharField, IntegerField
from innovation_portal.web.forms import ActionForm


class DesignationForm(ActionForm, forms.ModelForm):
    class Meta:
        model = Designation
        fields = ["name_bn", "name_en", "precedence", "standing"]
        field_classes = {
            "name_bn": CharField,
            "name_en": CharField,
            "precedence": IntegerField,
        }
