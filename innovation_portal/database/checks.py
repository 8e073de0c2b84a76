"""Checks of the database: its locale knows Bangla, the app's role is not its owner.

`migrate` runs them for the owner; `check --database default` for the app's role.
"""

from django.core.checks import Critical
from django.db import connections
from django.utils.translation import gettext as _


def locale_knows_bangla(databases=None, **kwargs):
    """Refuse a database where pg_trgm sees no letters in Bangla (LC_CTYPE "C")."""
    return [
        Critical(
            _("The database's locale does not know Bangla letters."),
            hint=_("Create the database with LC_CTYPE C.UTF-8."),
            id="portal.E001",
        )
        for alias in databases or ()
        if not _trigrams(connections[alias])
    ]


def app_role_owns_nothing(databases=None, **kwargs):
    """Refuse a role that could turn off the triggers of the record. (ASVS 13.2.2)"""
    if "default" not in (databases or ()) or not _may_alter(connections["default"]):
        return []
    return [
        Critical(
            _("The app's role owns its tables, so it could alter the record."),
            hint=_("Give DATABASE_URL and OWNER_DATABASE_URL two different roles."),
            id="portal.E002",
        )
    ]


def _may_alter(connection):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper OR EXISTS (SELECT 1 FROM pg_tables "
            "WHERE schemaname = 'public' AND pg_has_role(current_user, tableowner, "
            "'MEMBER')) FROM pg_roles WHERE rolname = current_user"
        )
        return cursor.fetchone()[0]


def _trigrams(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        if not cursor.fetchone():
            return True  # before the first migration there is nothing to ask
        cursor.execute("SELECT show_trgm('ক') <> '{}'")
        return cursor.fetchone()[0]
