from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ScheduleConfig(AppConfig):
    name = "schedule"
    verbose_name = _("Sitting schedule")
    default_auto_field = "django.db.models.BigAutoField"
    privileges = {
        "DecisionProgress": "SELECT, INSERT",
        "Move": "SELECT, INSERT",
        "Refusal": "SELECT, INSERT",
        "Sitting": "SELECT, INSERT, UPDATE",
    }
