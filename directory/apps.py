from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class DirectoryConfig(AppConfig):
    name = "directory"
    verbose_name = _("Telephone directory")
    default_auto_field = "django.db.models.BigAutoField"
    privileges = {
        "DailyCount": "SELECT, INSERT, UPDATE (count)",
        "Edition": "SELECT, INSERT",
        "EditionPaper": "SELECT, INSERT, DELETE, "
        "UPDATE (file_id, asked_at, tries, made_at)",
        "Entry": "SELECT, INSERT, "
        "UPDATE (last_edition_id, search_key, sounds, digits, sort_name)",
    }

    def ready(self):
        from directory.checks import search_columns_are_new

        checks.register(search_columns_are_new, checks.Tags.database)
