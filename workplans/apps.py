from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WorkplansConfig(AppConfig):
    name = "workplans"
    verbose_name = _("Innovation work plans")
    default_auto_field = "django.db.models.BigAutoField"
    privileges = {
        "Plan": "SELECT, INSERT, UPDATE",
        "Step": "SELECT, INSERT",
    }
