"""bin/manage rekey [--if-old]: make again what the lists are searched by."""

from django.core.management.base import BaseCommand

from directory.actions.rekey import rekey
from directory.models import SearchRules


class Command(BaseCommand):
    help = (
        "Make the search columns of all lines again, while the portal is in use. "
        "May be stopped at any time and run again."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-old", action="store_true", help="only if older rules made them"
        )

    def handle(self, *, if_old, verbosity, **options):
        if if_old and not SearchRules.are_old():
            return
        rekey(told=self._show if verbosity else lambda *_: None)

    def _show(self, model, done, total):
        self.stdout.write(f"{model.__name__}: {done:,} of {total:,}", ending="\r")
        if done == total:
            self.stdout.write()
        self.stdout.flush()
