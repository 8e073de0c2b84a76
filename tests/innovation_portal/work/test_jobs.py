from django.db import connection, transaction
from django_tasks_db.models import DBTaskResult

from innovation_portal.work.jobs import allow, unfinished
from tests.factories import OfficeFactory
from tests.innovation_portal.work import sample_jobs


def limits():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_setting('statement_timeout'),"
            " current_setting('idle_in_transaction_session_timeout')"
        )
        return cursor.fetchone()


def test_unfinished_names_what_waits_and_goes_on(db):
    for number in (1, 2):
        sample_jobs.work_once.enqueue(number)
    sample_jobs.fail.enqueue()
    DBTaskResult.objects.filter(args_kwargs__args=[2]).update(status="RUNNING")
    assert sorted(unfinished(sample_jobs.work_once)) == [[1], [2]]


def test_unfinished_leaves_out_what_has_ended(run_tasks):
    sample_jobs.work_once.enqueue(OfficeFactory().pk)
    run_tasks()
    assert unfinished(sample_jobs.work_once) == []


def test_job_comes_or_goes_with_the_transaction_that_enqueues_it(transactional_db):
    with transaction.atomic():
        sample_jobs.work_once.enqueue(1)
        transaction.set_rollback(True)
    assert unfinished(sample_jobs.work_once) == []


def test_job_may_take_longer_until_its_transaction_ends(transactional_db):
    assert limits() == ("30s", "1min")
    with transaction.atomic():
        allow(600)
        assert limits() == ("10min", "10min")
    assert limits() == ("30s", "1min")
