"""bin/manage tick: for a systemd timer where the worker should not keep the time."""

from django.core.management.base import BaseCommand

from innovation_portal.work.tick import tick


class Command(BaseCommand):
    help = "Does what is due by the clock; safe to call at any time."

    def handle(self, **options):
        for name in tick():
            self.stdout.write(name)
