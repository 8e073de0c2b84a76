"""The worker: runs the jobs, keeps the time, outlives a restart of the database.

It replaces django-tasks-db's worker, which ends with its database connection, leaves a
task RUNNING when killed, and takes a lost connection for a failed job.
"""

import logging
import signal
import time

import pghistory
from django.db import close_old_connections, connections, transaction
from django.db.utils import InterfaceError, OperationalError
from django.utils.crypto import get_random_string
from django_tasks import TaskContext
from django_tasks_db.models import DBTaskResult

from innovation_portal.work.locks import Lock
from innovation_portal.work.reaper import reap, worker_lock
from innovation_portal.work.tick import tick

IDLE = 1.0  # seconds between two looks at an empty queue
DATABASE_AWAY = 3.0  # seconds until the database is tried again
MINUTE = 60.0  # seconds between two ticks
GRACE = 60  # seconds that a stopping worker's current job may still take

logger = logging.getLogger(__name__)


class Worker:
    def __init__(self):
        self.id = None
        self.lock = None
        self.next_tick = 0.0
        self.ending = False

    def run(self):
        """Work until told to end; raises nothing for a database that is away."""
        while not self.ending:
            try:
                self._turn()
            except (InterfaceError, OperationalError) as error:
                logger.warning("The database is away: %s", error)
                self._leave()
                time.sleep(DATABASE_AWAY)
        self._leave()
        logger.info("Ended")

    def end(self, signum, frame):
        """End after the current job; one that outlasts GRACE is cut off.

        The alarm ends the process whatever it is stuck in; the job is run again.
        Nothing is logged here: the signal may have come in the middle of a log line.
        """
        self.ending = True
        signal.alarm(GRACE)

    def end_on_signals(self):
        for signum in (signal.SIGTERM, signal.SIGINT):
            signal.signal(signum, self.end)

    def _turn(self):
        close_old_connections()
        if self.lock is None or not self.lock.held():
            self._appear()
        if time.monotonic() >= self.next_tick:
            self.next_tick = time.monotonic() + MINUTE
            tick()
        if task := claim(self.id):
            perform(task)
        else:
            time.sleep(IDLE)

    def _appear(self):
        """Take a new name and its lock; what the old name had in hand is given back."""
        self._leave()
        self.id = get_random_string(32)
        self.lock = Lock(worker_lock(self.id))
        self.lock.take()
        reap()

    def _leave(self):
        if self.lock is not None:
            self.lock.release()
        self.lock = None
        connections.close_all()


@transaction.atomic
def claim(worker_id):
    task = DBTaskResult.objects.ready().get_locked()
    if task is not None:
        task.claim(worker_id)
    return task


def perform(task):
    """Run a claimed task and write how it ended.

    Raises OperationalError or InterfaceError when the database went away meanwhile;
    the task then stays RUNNING, for the reaper.
    """
    began = time.monotonic()
    try:
        with pghistory.context(job=task.task_path):
            task.set_successful(_call(task))
    except BaseException as error:  # a job's failure never ends the worker
        if connection_lost(error):
            raise
        logger.exception("%s %s failed", task.task_path, task.pk)
        task.set_failed(error)
    else:
        seconds = time.monotonic() - began
        logger.info("%s %s done in %.2f s", task.task_path, task.pk, seconds)


def _call(task):
    result = task.task_result
    context = [TaskContext(task_result=result)] if result.task.takes_context else []
    return result.task.call(*context, *result.args, **result.kwargs)


def connection_lost(error):
    """Whether it was the connection that failed, rather than the statement.

    PostgreSQL, appendix A: 57P is a server or session that was ended, 08 a broken
    connection; no code at all is the client's own word.
    """
    if isinstance(error, InterfaceError):
        return True
    code = getattr(error.__cause__, "pgcode", None) or ""
    return isinstance(error, OperationalError) and (
        not code or code.startswith(("57P", "08"))
    )
