"""A sitting is entered or held, changed, confirmed, postponed, cancelled.

Each leaves a Move with its time, its author and its reason. All raise Clashing, Stale,
NotPossible or Busy, which carry a sentence for the user.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from schedule.actions import consent
from schedule.actions.claims import settle, stake, yielding
from schedule.actions.telling import tell
from schedule.actions.writing import written
from schedule.clashes import wanted
from schedule.errors import NotPossible, Stale
from schedule.models import Move, Sitting

State, Kind = Sitting.State, Move.Kind


@dataclass(frozen=True)
class Override:
    """Enter all the same, over those whose keys the user was shown, and why."""

    reason: str
    over: frozenset


@written
def enter(*, details, by, override=None, **identity):
    """A confirmed sitting, or one that asks for approval where its room needs it.

    ``identity``: its ``uid``, ``series`` and ``occurrence``, where it comes with them.
    """
    _lapse_due()
    sitting = Sitting(entered_by=by, state=State.CONFIRMED, **identity)
    _await_approval(sitting, details, by)
    _write(sitting, details, by, override)
    asked = sitting.state == State.HELD
    _moved(sitting, Kind.ASKED if asked else Kind.ENTERED, by)
    return sitting


@written
def hold(*, details, until, by, override=None):
    """A sitting that keeps its slot until a moment, unless it is confirmed before."""
    if until <= timezone.now():
        raise ValidationError(_("The hold must end in the time to come."))
    _lapse_due()
    sitting = Sitting(entered_by=by, held_by=by, held_until=until, state=State.HELD)
    _write(sitting, details, by, override)
    _moved(sitting, Kind.HELD, by)
    return sitting


@written
def change(*, sitting, sequence, details, by, reason="", override=None):
    """Other details, and a new time for one that was postponed.

    One that waits for approval asks anew for its new time or room, where it must.
    """
    _lapse_due()
    sitting = _present(sitting, sequence, State.HELD, State.CONFIRMED, State.POSTPONED)
    before, had = {"during": sitting.during, "place": sitting.where}, _had(sitting)
    elsewhere = (sitting.room, sitting.place) != (details.room, details.place)
    moved = (
        sitting.state == State.POSTPONED
        or elsewhere
        or (sitting.during != details.during)
    )
    waits = sitting.approval_asked_at is not None
    if sitting.state == State.POSTPONED or (waits and moved):
        sitting.state = State.CONFIRMED
        sitting.held_until = sitting.approval_asked_at = None
    if sitting.state == State.CONFIRMED and moved:
        _await_approval(sitting, details, by)
    _write(sitting, details, by, override, had)
    kind = Kind.MOVED if moved else Kind.CHANGED
    _moved(sitting, kind, by, reason, **before)
    return sitting


@written
def confirm(*, sitting, sequence, by):
    """A held slot becomes a sitting; where the room needs approval, it is asked for."""
    _lapse_due()
    sitting = _present(sitting, sequence, State.HELD)
    sitting.state = State.CONFIRMED
    _await_approval(sitting, sitting, by)
    if sitting.state == State.CONFIRMED:
        sitting.held_until = sitting.approval_asked_at = None
    _save(sitting)
    asked = sitting.state == State.HELD
    _moved(sitting, Kind.ASKED if asked else Kind.CONFIRMED, by)
    return sitting


@written
def postpone(*, sitting, sequence, reason, by):
    """The sitting waits for another time, and its slot is free."""
    sitting = _present(sitting, sequence, State.HELD, State.CONFIRMED)
    return _give_up(sitting, State.POSTPONED, Kind.POSTPONED, reason, by)


@written
def cancel(*, sitting, sequence, reason, by):
    """The sitting will not be held; it stays to be found."""
    sitting = _present(sitting, sequence, State.HELD, State.CONFIRMED, State.POSTPONED)
    return _give_up(sitting, State.CANCELLED, Kind.CANCELLED, reason, by)


@written
def lapse(*, by=None):
    """What the clock does: holds that ran out give their slots back."""
    _lapse_due()


def lapse_due():
    """Each minute, and without a lock while nothing has run out."""
    if _over().exists():
        lapse(by=None)


def _over():
    return Sitting.objects.filter(state=State.HELD, held_until__lte=timezone.now())


def _lapse_due():
    """No constraint can know the time, so each write first frees what ran out."""
    for sitting in _over().with_names():
        sitting.state = State.LAPSED
        _save(sitting)
        settle(sitting)
        _moved(sitting, Kind.LAPSED, None)


def _present(sitting, sequence, *states):
    row = Sitting.objects.with_names().get(pk=sitting.pk)
    if row.sequence != sequence:
        raise Stale
    if row.state not in states:
        raise NotPossible(row)
    return row


def _had(sitting):
    """What it wants now, as far as it was claimed: a series takes its claims away first
    where several make room for each other.
    """
    claimed = {claim.resource for claim in sitting.claims.all()}
    return [want for want in wanted(sitting) if want.resource in claimed]


def _await_approval(sitting, details, by):
    """In a room that needs approval, the slot is kept until the sitting begins."""
    if details.room is None or not details.room.needs_approval:
        return
    if by is None or by.has_perm("schedule.approve"):
        return
    sitting.state, sitting.held_until = State.HELD, details.begins
    sitting.held_by, sitting.approval_asked_at = by, timezone.now()


def _write(sitting, details, by, override, had=()):
    """Put the details on the row; what it ``had`` claimed is not asked for again."""
    wants = [want for want in wanted(details) if want not in had]
    clashes = yielding(wants, sitting, override)
    details.write_on(sitting)
    sitting.make_search_key()
    _save(sitting)
    details.write_parts(sitting)
    stake(sitting, wants, clashes, by=by, override=override)


def _give_up(sitting, state, kind, reason, by):
    before = {"during": sitting.during, "place": sitting.where}
    sitting.state, sitting.held_until, sitting.approval_asked_at = state, None, None
    _save(sitting)
    settle(sitting)
    _moved(sitting, kind, by, reason, **before)
    return sitting


def _save(sitting):
    if sitting.pk:
        sitting.sequence += 1
    sitting.changed_at = timezone.now()
    sitting.save()


def _moved(sitting, kind, by, reason="", **before):
    move = Move.objects.create(
        sitting=sitting,
        kind=kind,
        sequence=sitting.sequence,
        by=by,
        reason=reason,
        **before,
    )
    consent.ask(sitting, by)
    tell(move)
