import threading

import pytest
from django.db import transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from innovation_portal.work.locks import Lock
from innovation_portal.work.reaper import reap, worker_lock
from innovation_portal.work.worker import claim
from tests.innovation_portal.work import sample_jobs
from tests.processes import PATIENCE, at_once


def running(*worker_ids):
    """A task that the last of these workers has in hand."""
    task = DBTaskResult.objects.get(pk=sample_jobs.fail.enqueue().id)
    task.status, task.worker_ids = "RUNNING", list(worker_ids)
    task.started_at = timezone.now()
    task.save()
    return task


def status(task):
    return DBTaskResult.objects.get(pk=task.pk).status


@pytest.fixture
def living():
    """Call it to let a worker live, as far as its lock goes."""
    locks = []

    def live(worker_id):
        locks.append(Lock(worker_lock(worker_id)))
        assert locks[-1].take()
        return locks[-1]

    yield live
    for lock in locks:
        lock.release()


def test_task_of_a_living_worker_is_left_alone(db, living):
    living("a")
    task = running("a")
    assert (reap(), status(task)) == (0, "RUNNING")


def test_task_is_given_back_once_its_worker_is_gone(db, living):
    lock = living("a")
    task = running("a")
    lock.release()
    assert (reap(), status(task), reap()) == (1, "READY", 0)


def test_only_the_last_worker_counts(db, living):
    living("b")
    task = running("dead", "b")
    assert (reap(), status(task)) == (0, "RUNNING")


def test_third_death_fails_the_task_with_a_clear_record(db):
    task = running("a", "b", "c")
    assert reap() == 1
    task.refresh_from_db()
    assert (task.status, task.finished_at is not None) == ("FAILED", True)
    assert task.traceback.splitlines()[-1] == (
        "innovation_portal.work.reaper.WorkerLost: "
        "Given up: 3 workers died of it or with it."
    )


def test_tasks_that_wait_or_have_ended_are_left_alone(db):
    waiting = DBTaskResult.objects.get(pk=sample_jobs.fail.enqueue().id)
    ended = running("a")
    ended.set_successful(None)
    assert (reap(), status(waiting), status(ended)) == (0, "READY", "SUCCESSFUL")


def test_second_reaper_leaves_out_what_the_first_has_in_hand(transactional_db):
    task = running("a", "b")
    with transaction.atomic():
        assert reap() == 1
        assert at_once(reap) == [0]
    assert (status(task), reap()) == ("READY", 0)


def test_reapers_do_not_take_each_other_for_the_worker(transactional_db):
    first = running("a")
    with transaction.atomic():
        assert reap() == 1
        second = at_once(lambda: running("a"))[0]
        assert at_once(reap) == [1]
    assert (status(first), status(second)) == ("READY", "READY")


def test_many_reapers_at_once_give_each_task_back_once(transactional_db):
    for number in range(30):
        running(f"dead {number}")
    barrier = threading.Barrier(6)

    def together():
        barrier.wait(PATIENCE)
        return reap()

    assert sum(at_once(*[together] * 6)) == 30


def test_task_that_is_just_being_claimed_is_left_to_its_worker(
    transactional_db, living
):
    sample_jobs.fail.enqueue()
    living("a")
    with transaction.atomic():
        task = claim("a")
        assert at_once(reap) == [0]
    assert (reap(), status(task)) == (0, "RUNNING")


def test_task_that_is_just_ending_stays_ended(transactional_db):
    task = running("dead")
    with transaction.atomic():
        task.set_successful(None)
        assert at_once(reap) == [0]
    assert (reap(), status(task)) == (0, "SUCCESSFUL")
