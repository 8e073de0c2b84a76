"""Daily tidying of what the libraries leave lying."""

from datetime import timedelta
from importlib import import_module

from django.conf import settings
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

KEPT = timedelta(days=30)


def prune_results():
    """Delete the records of tasks that ended more than KEPT ago."""
    DBTaskResult.objects.finished().filter(
        finished_at__lt=timezone.now() - KEPT
    ).delete()


def clear_sessions():
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
