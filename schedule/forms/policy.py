"""The branch's rules for all sittings."""

from django import forms
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.forms import IntegerField
from innovation_portal.web.forms import ActionForm
from schedule.models import Policy


class PolicyForm(ActionForm, forms.ModelForm):
    class Meta:
        model = Policy
        fields = ["taking_part", "hold_hours", "visits"]
        field_classes = {"hold_hours": IntegerField, "visits": IntegerField}
        widgets = {"taking_part": forms.RadioSelect}
        help_texts = {
            "taking_part": _(
                "A room or a chair is never given twice, whatever is said."
            ),
            "hold_hours": _("After that the slot is free again."),
            "visits": _("By this the visits saved are reckoned."),
        }
