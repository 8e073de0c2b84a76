from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class PortalConfig(AppConfig):
    name = "innovation_portal"
    verbose_name = _("Innovation Portal")
    default_auto_field = "django.db.models.BigAutoField"
    privileges = {  # people, offices and files are never deleted
        "Appointment": "SELECT, INSERT, UPDATE",
        "FormerName": "SELECT, INSERT, UPDATE",
        "Office": "SELECT, INSERT, UPDATE",
        "StoredFile": "SELECT, INSERT",
        "User": "SELECT, INSERT, UPDATE",
    }

    def ready(self):
        from innovation_portal.database.checks import (
            app_role_owns_nothing,
            locale_knows_bangla,
        )

        checks.register(locale_knows_bangla, checks.Tags.database)
        checks.register(app_role_owns_nothing, checks.Tags.database)
