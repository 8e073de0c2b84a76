"""Takes up again what dead workers left: their tasks would stay RUNNING for ever."""

import logging

from django.db import transaction
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from innovation_portal.work.locks import is_free

ATTEMPTS = 3

logger = logging.getLogger(__name__)


class WorkerLost(Exception):  # noqa: N818
    """The worker died with the task in hand, each time that it was tried."""


@transaction.atomic
def reap():
    """Give dead workers' tasks back, or fail them after ATTEMPTS; returns how many.

    A worker holds its lock before it claims, hence what is RUNNING under a free lock
    has nobody. Rows that a reaper or an ending worker has in hand are left out.
    """
    return sum(
        _give_back(task)
        for task in DBTaskResult.objects.running().select_for_update(skip_locked=True)
        if _abandoned(task)
    )


def worker_lock(worker_id):
    return f"worker {worker_id}"


def _abandoned(task):
    with transaction.get_connection().cursor() as cursor:
        return is_free(worker_lock(task.worker_ids[-1]), cursor)


def _give_back(task):
    tried = len(task.worker_ids)
    if tried >= ATTEMPTS:
        task.set_failed(WorkerLost(f"Given up: {tried} workers died of it or with it."))
        logger.error("%s %s: its worker died %s times", task.task_path, task.pk, tried)
    else:
        task.status = TaskResultStatus.READY
        task.save(update_fields=["status"])
        logger.warning("%s %s: its worker died, run again", task.task_path, task.pk)
    return True
