"""Checks of what stands in the database; `check --database default` runs them."""

from django.core.checks import Warning as Warned
from django.utils.translation import gettext as _

from directory.models import Entry, SearchRules


def search_columns_are_new(databases=None, **kwargs):
    """Say when the lists are searched by what older rules made."""
    asked = "default" in (databases or ())
    if not asked or not SearchRules.are_old() or not Entry.objects.exists():
        return []
    return [
        Warned(
            _("The telephone list is searched by what older rules made."),
            hint=_("Run bin/manage rekey."),
            id="directory.W001",
        )
    ]
