"""What a job is; the only door to django-tasks for the rest of the house.

A job may run again: its worker was killed, or lost the database, in the middle of it;
in the second case the first run may not even have ended. So a job keeps its progress
in a row of its own, takes that row's lock while it works, and does nothing that the
row says is done. Enqueue inside the transaction that writes the row: the task is a
row of the same database and comes or goes with it.
"""

from django.db import connection
from django_tasks import TaskResultStatus, task
from django_tasks_db.models import DBTaskResult

job = task


def unfinished(task):
    """The argument lists of a job's runs that wait or go on."""
    runs = DBTaskResult.objects.filter(
        task_path=task.module_path,
        status__in=[TaskResultStatus.READY, TaskResultStatus.RUNNING],
    )
    return [run["args"] for run in runs.values_list("args_kwargs", flat=True)]


def allow(seconds):
    """Let the transaction at hand, and it alone, take longer than a page's."""
    limit = f"{seconds}s"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('statement_timeout', %s, true),"
            " set_config('idle_in_transaction_session_timeout', %s, true)",
            [limit, limit],
        )
