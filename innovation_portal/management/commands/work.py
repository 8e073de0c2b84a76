"""bin/manage work: runs background jobs until stopped; several may run at once."""

from django.core.management.base import BaseCommand

from innovation_portal.work.worker import Worker


class Command(BaseCommand):
    help = "Runs background jobs and, once a minute, the tick."

    def handle(self, **options):
        worker = Worker()
        worker.end_on_signals()
        worker.run()
