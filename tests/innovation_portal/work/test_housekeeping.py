from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from innovation_portal.work.housekeeping import clear_sessions, prune_results
from tests.innovation_portal.work import sample_jobs


def task(status, days_ago):
    task = DBTaskResult.objects.get(pk=sample_jobs.fail.enqueue().id)
    task.status = status
    task.finished_at = timezone.now() - timedelta(days=days_ago)
    task.save()
    return task


def test_old_results_go_and_all_else_stays(db):
    task("SUCCESSFUL", 31)
    task("FAILED", 31)
    kept = [task("SUCCESSFUL", 29), task("FAILED", 29), task("RUNNING", 31)]
    prune_results()
    assert {*DBTaskResult.objects.all()} == {*kept}


def test_expired_sessions_go(db):
    now = timezone.now()
    for key, hours in (("old", -1), ("living", 1)):
        Session.objects.create(
            session_key=key, expire_date=now + timedelta(hours=hours)
        )
    clear_sessions()
    assert [session.pk for session in Session.objects.all()] == ["living"]
