"""migrate, as the owner's role, and the app role's rights after it."""

from contextlib import contextmanager

from django.core.management.commands import migrate
from django.db import connections

from innovation_portal.database.grants import apply_grants


class Command(migrate.Command):
    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.set_defaults(database="owner")

    def handle(self, *args, **options):
        with _by_default(options["database"]):
            super().handle(*args, **options)
        if not options["plan"] and not options["check_unapplied"]:
            apply_grants(options["database"])


@contextmanager
def _by_default(alias):
    """Lend the default alias to the owner's connection.

    Data migrations of installed packages write to ``default``; as another role, on
    another connection, they would wait for the very transaction they run in.
    """
    app_role = connections["default"]
    connections["default"] = connections[alias]
    try:
        yield
    finally:
        connections["default"] = app_role
