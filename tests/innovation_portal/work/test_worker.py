import logging
import signal

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.db.utils import InterfaceError, OperationalError
from django_tasks_db.models import DBTaskResult

from innovation_portal.models import Doing, Office
from innovation_portal.work.locks import is_free
from innovation_portal.work.reaper import reap, worker_lock
from innovation_portal.work.worker import connection_lost
from tests.factories import OfficeFactory
from tests.innovation_portal.work import sample_jobs
from tests.processes import PATIENCE, wait_until

CUT_OFF_AFTER_A_SECOND = """
import django; django.setup()
from innovation_portal.work import worker
worker.GRACE = 1
one = worker.Worker(); one.end_on_signals(); one.run()
"""


def runs(office):
    """How many runs began, and how many came to the end."""
    office = Office.objects.get(pk=office.pk)
    return office.order, len(office.abbreviation)


def began(office, times=1):
    return lambda: runs(office)[0] == times


def has(result, status):
    return lambda: DBTaskResult.objects.filter(pk=result.id, status=status).first()


def sessions(name, column="pid"):
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT {column} FROM pg_stat_activity WHERE application_name = %s", [name]
        )
        return cursor.fetchall()


def end_sessions(name):
    return sessions(name, "pg_terminate_backend(pid)")


def alive(worker_id):
    with transaction.atomic(), connection.cursor() as cursor:
        return not is_free(worker_lock(worker_id), cursor)


def test_job_is_run_and_recorded(run_tasks):
    office = OfficeFactory()
    sample_jobs.work_once.enqueue(office.pk)
    (task,) = run_tasks()
    assert (task.status, runs(office)) == ("SUCCESSFUL", (1, 1))


def test_job_that_fails_is_recorded_and_the_next_one_runs(run_tasks, caplog):
    office = OfficeFactory()
    sample_jobs.fail.enqueue()
    sample_jobs.work_once.enqueue(office.pk)
    failed, done = run_tasks(failing=True)
    assert (failed.status, done.status) == ("FAILED", "SUCCESSFUL")
    assert failed.exception_class_path == "builtins.ValueError"
    errors = [r for r in caplog.records if r.levelno == logging.ERROR]
    assert [r.exc_info[0] for r in errors] == [ValueError]


def test_job_that_wants_to_leave_does_not_take_the_worker_along(run_tasks):
    sample_jobs.leave.enqueue()
    (task,) = run_tasks(failing=True)
    assert task.exception_class_path == "builtins.SystemExit"


def test_overrun_statement_fails_the_job_and_is_no_lost_connection(transactional_db):
    with pytest.raises(OperationalError) as overrun, connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = 10; SELECT pg_sleep(1)")
    connection.close()
    assert not connection_lost(overrun.value)


def test_closed_connection_is_a_lost_one():
    assert connection_lost(InterfaceError("connection already closed"))


def test_job_learns_its_attempt(run_tasks):
    sample_jobs.tell_attempt.enqueue()
    assert [task.return_value for task in run_tasks()] == [1]


def test_job_leaves_its_name_in_the_record(run_tasks):
    office = OfficeFactory()
    sample_jobs.work_once.enqueue(office.pk)
    run_tasks()
    events = office.events.order_by("pgh_id")
    assert [event.pgh_context for event in events] == [
        *[None] * (len(events) - 2),
        *[{"job": "tests.innovation_portal.work.sample_jobs.work_once"}] * 2,
    ]


def test_killed_workers_job_is_taken_up_again(start_worker):
    office = OfficeFactory()
    result = sample_jobs.hang_at_first.enqueue(office.pk)
    first = start_worker()
    wait_until(began(office))
    first.kill()
    start_worker()
    task = wait_until(has(result, "SUCCESSFUL"))
    assert (runs(office), len(set(task.worker_ids))) == ((2, 1), 2)


def test_job_that_kills_its_workers_is_given_up(start_worker):
    office = OfficeFactory()
    result = sample_jobs.die.enqueue(office.pk)
    for _ in range(3):
        assert start_worker().wait(PATIENCE) == -signal.SIGKILL
    start_worker()
    task = wait_until(has(result, "FAILED"))
    assert runs(office) == (3, 0)
    assert task.exception_class_path == "innovation_portal.work.reaper.WorkerLost"


def test_worker_outlives_its_connections_under_a_new_name(start_worker):
    process = start_worker(name="outlives")
    before = wait_until(has(sample_jobs.tell_attempt.enqueue(), "SUCCESSFUL"))
    duties = len([*settings.TICK, *settings.TICK_DAILY])
    wait_until(lambda: Doing.objects.count() == duties)
    wait_until(lambda: len(sessions("outlives")) == 2)  # its lock's and its jobs'
    assert end_sessions("outlives") == [(True,), (True,)]
    after = wait_until(has(sample_jobs.tell_attempt.enqueue(), "SUCCESSFUL"))
    assert process.poll() is None
    assert [alive(*task.worker_ids) for task in (before, after)] == [False, True]


def test_job_that_loses_the_database_is_run_again_by_the_same_worker(start_worker):
    office = OfficeFactory()
    result = sample_jobs.hang_in_database_at_first.enqueue(office.pk)
    process = start_worker(name="loses")
    wait_until(began(office))
    end_sessions("loses")
    task = wait_until(has(result, "SUCCESSFUL"))
    assert (process.poll(), runs(office)) == (None, (2, 1))
    assert len(set(task.worker_ids)) == 2


def test_worker_waits_for_a_database_that_is_away(start_worker):
    process = start_worker(DATABASE_URL="postgres://portal_app@127.0.0.1:9/portal")
    assert "The database is away" in next(
        line for line in process.stderr if "away" in line
    )
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    assert process.wait(PATIENCE) == 0


@pytest.mark.parametrize("signum", [signal.SIGTERM, signal.SIGINT])
def test_worker_ends_after_its_current_job(start_worker, signum):
    first, second = OfficeFactory(), OfficeFactory()
    result = sample_jobs.work_once.enqueue(first.pk, 2)
    sample_jobs.work_once.enqueue(second.pk)
    process = start_worker()
    wait_until(began(first))
    process.send_signal(signum)
    assert process.wait(PATIENCE) == 0
    assert has(result, "SUCCESSFUL")()
    assert (runs(first), runs(second)) == ((1, 1), (0, 0))


def test_job_that_outlasts_the_grace_is_cut_off_and_kept(start_worker):
    office = OfficeFactory()
    result = sample_jobs.hang_at_first.enqueue(office.pk)
    process = start_worker("-c", CUT_OFF_AFTER_A_SECOND)
    wait_until(began(office))
    process.terminate()
    assert process.wait(PATIENCE) == -signal.SIGALRM
    assert has(result, "RUNNING")()
    assert (reap(), has(result, "READY")() is not None) == (1, True)


def test_many_jobs_and_a_killed_worker_leave_nothing_undone_or_done_twice(start_worker):
    offices = OfficeFactory.create_batch(40)
    for office in offices:
        sample_jobs.work_once.enqueue(office.pk, 0.05)
    first, _second = start_worker(), start_worker()
    wait_until(lambda: DBTaskResult.objects.successful().count() > 5)
    first.kill()
    start_worker()
    wait_until(lambda: DBTaskResult.objects.successful().count() == 40)
    assert [runs(office)[1] for office in offices] == [1] * 40
