"""Start-up check: a database whose locale knows Bangla letters."""

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


def _trigrams(connection):
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm'")
        if not cursor.fetchone():
            return True  # before the first migration there is nothing to ask
        cursor.execute("SELECT show_trgm('ক') <> '{}'")
        return cursor.fetchone()[0]
