"""The first page, and what the watching machines ask."""

import shutil

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor
from django.http import JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from directory.models import Edition
from directory.revision import revision as directory_revision
from innovation_portal.web.revision import public_page
from schedule.agenda import agenda
from schedule.models import Sitting
from schedule.revision import revision_by_clock as schedule_revision

LEAST_FREE = 200 * 1024 * 1024  # bytes left on the disk that holds the files


def _revisions(request):
    return directory_revision(request), schedule_revision(request)


@public_page(_revisions)
@require_safe
def home(request):
    """The search for a colleague, and today's sittings beside it."""
    today = timezone.localdate()
    (day,) = agenda(Sitting.objects, today, today, request.user)
    context = {"edition": Edition.objects.current(), "day": day}
    return render(request, "home.html", context)


@require_safe
@login_not_required
def health(request):
    """The process answers; no database is asked."""
    return JsonResponse({"ok": True})


@require_safe
@login_not_required
def ready(request):
    """The portal can work: database, migrations, room on the disk."""
    checks = {"database": _database, "migrations": _migrations, "disk": _disk}
    answers = {name: _holds(check) for name, check in checks.items()}
    return JsonResponse(answers, status=200 if all(answers.values()) else 503)


def _holds(check):
    try:
        return bool(check())
    except (DatabaseError, OSError):
        return False


def _database():
    with connections["default"].cursor() as cursor:
        cursor.execute("SELECT 1")
        return cursor.fetchone() == (1,)


def _migrations():
    executor = MigrationExecutor(connections["default"])
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def _disk():
    return shutil.disk_usage(settings.VAR).free > LEAST_FREE
