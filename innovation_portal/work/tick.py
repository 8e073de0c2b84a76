"""What is done once a minute and once a day, however many ask for it."""

import logging
from datetime import timedelta

import pghistory
from django.conf import settings
from django.utils import timezone
from django.utils.module_loading import import_string

from innovation_portal.work.locks import Lock
from innovation_portal.work.models import Doing

EARLY = timedelta(seconds=10)  # askers do not keep step to the second

logger = logging.getLogger(__name__)


def tick():
    """Do what is due and return its names; [] when another is at it just now.

    A doing takes no arguments and may run twice. One that fails is logged, tried at
    the next tick, and holds up none of the others.
    """
    lock = Lock("tick")
    try:
        return [name for name in _due() if _do(name)] if lock.take() else []
    finally:
        lock.release()


def _due():
    done = dict(Doing.objects.values_list("name", "done_at"))
    for names, every in (
        (settings.TICK, timedelta(minutes=1)),
        (settings.TICK_DAILY, timedelta(days=1)),
    ):
        latest = timezone.now() - every + EARLY
        yield from (n for n in names if done.get(n) is None or done[n] <= latest)


def _do(name):
    try:
        with pghistory.context(job=name):
            import_string(name)()
    except Exception as error:
        logger.exception("%s failed", name)
        outcome = {"failed_at": timezone.now(), "error": repr(error)}
    else:
        outcome = {"done_at": timezone.now(), "error": ""}
    Doing.objects.update_or_create(name=name, defaults=outcome)
    return not outcome["error"]
