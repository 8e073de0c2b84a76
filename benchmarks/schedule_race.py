"""Fifty connections ask for one slot at once: how many win, how long the last waits."""

import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from statistics import median
from threading import Barrier
from unittest.mock import patch

from django.db import connection, connections
from django.utils import timezone

from directory.models import Officer
from innovation_portal.models import Office
from schedule.actions import writing
from schedule.actions.sitting import enter
from schedule.details import Details
from schedule.errors import Clashing
from schedule.models import Claim, Room

RIVALS = 50
TRIALS = 5


def race():
    """The median of winners over the trials, and the worst wait of all of them."""
    trials = [_trial(number) for number in range(TRIALS)]
    with _nothing_guards():
        control = [_trial(TRIALS + number)[0] for number in range(TRIALS)]
    winners = [won for won, _worst in trials]
    return {
        "value": median(winners),
        "unit": "winners",
        "winners": winners,
        "worst_wait_s": round(max(worst for _won, worst in trials), 3),
        "baseline": "the same without lock and constraints",
        "baseline_value": median(control),
        "ratio": round(median(winners) / median(control), 2),
    }


def _trial(number):
    """Winners and the worst wait in seconds, of one slot on a day of its own."""
    wanted, barrier = _details(number), Barrier(RIVALS)
    with ThreadPoolExecutor(RIVALS) as pool:
        asked = [pool.submit(_ask, wanted, n, barrier) for n in range(RIVALS)]
        outcomes = [one.result() for one in asked]
    return sum(won for won, _wait in outcomes), max(wait for _won, wait in outcomes)


def _details(number):
    """A sitting in one room, a chair of its own for each who asks."""
    begins = timezone.make_aware(datetime(2027, 2, 14, 10)) + timedelta(days=number)
    return Details(
        kind="meeting",
        subject="মাসিক সমন্বয় সভা",
        begins=begins,
        ends=begins + timedelta(hours=1),
        room=Room.objects.get_or_create(name_bn="সভাকক্ষ", capacity=30)[0],
        chair=Officer.objects.create(name="সভাপতি"),
        chair_as="সচিব মহোদয়",
        organiser=Office.objects.get_or_create(name_bn="শাখা", kind="branch")[0],
    )


def _ask(wanted, number, barrier):
    try:
        wanted = replace(wanted, chair=Officer.objects.create(name=f"সভাপতি {number}"))
        connection.ensure_connection()
        barrier.wait()
        began = time.perf_counter()
        return _wins(wanted), time.perf_counter() - began
    finally:
        connections.close_all()


def _wins(wanted):
    try:
        enter(details=wanted, by=None)
    except Clashing:
        return False
    return True


@contextmanager
def _nothing_guards():
    """Neither lock nor constraint, as in a program that checks and then inserts."""
    guards = [c for c in Claim._meta.constraints if c.name.startswith("one_sitting")]
    with ExitStack() as stack:
        stack.enter_context(patch.object(writing, "lock"))
        with connections["owner"].schema_editor() as editor:
            for guard in guards:
                editor.remove_constraint(Claim, guard)
        yield
