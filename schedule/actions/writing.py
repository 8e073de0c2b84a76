"""How every write of the schedule is made: one at a time, repeated where it must be."""

from functools import wraps

from django.db import IntegrityError, OperationalError, connection, transaction

from innovation_portal.record.authorship import recorded
from schedule.clashes import refusal_of
from schedule.errors import Busy, Clashing
from schedule.models import ScheduleState

LOCK = 20170214  # key of the advisory lock
TRIES = 3
LOCK_NOT_AVAILABLE = "55P03"
REPEATED = {"40P01", "40001"}  # deadlock detected, serialization failure


def written(action):
    """Make an action a write of the schedule: locked, atomic, in the record, counted.

    The constraints on claims are the truth, the lock keeps it quick: without it those
    who lose wait on each other for up to 47 s. Raises Busy when the lock is not had
    within the connection's lock_timeout, Clashing for what only the database saw.
    """
    act = recorded(_locked(action))

    @wraps(action)
    def inner(**kwargs):
        # Within a caller's transaction nothing can be repeated here.
        tries = TRIES if transaction.get_autocommit() else 1
        try:
            return _repeated(act, kwargs, tries)
        except Clashing as refused:
            if refused.clashes:
                refusal_of(refused.clashes).save()
            raise
        except IntegrityError as error:
            if not _is_of_a_claim(error):
                raise
            raise Clashing from error

    return inner


def lock():
    """Be the only writer until the transaction ends. Raises Busy after lock_timeout."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    except OperationalError as error:
        if _state_of(error) != LOCK_NOT_AVAILABLE:
            raise
        raise Busy from error


def _locked(action):
    @wraps(action)
    def inner(**kwargs):
        lock()
        done = action(**kwargs)
        ScheduleState.raise_number()
        return done

    return inner


def _repeated(act, kwargs, tries):
    try:
        return act(**kwargs)
    except OperationalError as error:
        state = _state_of(error)
        if state in REPEATED and tries > 1:
            return _repeated(act, kwargs, tries - 1)
        if state in {LOCK_NOT_AVAILABLE, *REPEATED}:
            raise Busy from error
        raise


def _state_of(error):
    return getattr(error.__cause__, "pgcode", None)


def _is_of_a_claim(error):
    diagnosis = getattr(error.__cause__, "diag", None)
    name = getattr(diagnosis, "constraint_name", None) or ""
    return name.startswith("one_sitting_per_")
