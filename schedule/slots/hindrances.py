"""Nothing is free: who or what stands in the way, found by asking again without it."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils import timezone

from innovation_portal.organisation.worktime import days_off, working_time
from schedule.models import Room
from schedule.slots.asking import ask, busy_times
from schedule.slots.finding import free_slots
from schedule.slots.offering import Slot
from schedule.slots.wanted import QUARTER, Wanted

LATER = timedelta(days=31)


@dataclass(frozen=True)
class Way:
    """What would free a slot: ``kind`` says what is changed, ``wanted`` asks that way.

    ``who`` stands in the way, at ``busy`` times, pairs of begin and end.
    """

    kind: str
    wanted: Wanted
    slot: Slot
    who: object = None
    busy: tuple = ()


@dataclass(frozen=True)
class Hindrances:
    """``longest`` is the longest working time without a break, None for no work."""

    off: dict[date, str]
    longest: timedelta | None
    no_room: bool
    seats: int | None
    ways: list[Way]


def hindrances(wanted):
    """Why a question has no slot, and all single changes that would give it one."""
    hours = working_time(
        wanted.first,
        wanted.last,
        after=wanted.after,
        before=wanted.before,
        breaks=wanted.breaks,
    )
    return Hindrances(
        off=days_off(wanted.first, wanted.last),
        longest=max((ends - begins for begins, ends in hours), default=None),
        no_room=not wanted.has_a_place,
        seats=_most_seats(wanted) if wanted.needs_room else None,
        ways=[way for way in _ways(wanted) if way],
    )


def _most_seats(wanted):
    """Of the largest room that has the equipment; None where no room has it."""
    having = Room.objects.fitting(0, wanted.equipment).order_by("-capacity").first()
    return having and having.capacity


def _ways(wanted):
    for kind, changed in _changes(wanted):
        yield _way(kind, changed)
    for name in ("officers", "offices"):
        for who in getattr(wanted, name):
            others = tuple(one for one in getattr(wanted, name) if one != who)
            if busy := busy_times(wanted, who):
                yield _way("without", wanted.but(**{name: others}), who, busy)
    yield _shorter(wanted)


def _changes(wanted):
    if wanted.room:
        yield "any_room", wanted.but(room=None)
    seats = _most_seats(wanted)
    if wanted.needs_room and not wanted.room and seats and seats < wanted.people:
        yield "fewer_people", wanted.but(people=seats)
    if wanted.equipment:
        yield "less_equipment", wanted.but(equipment=())
    if wanted.needs_room:
        yield "outside", wanted.but(room=None, needs_room=False)
    if (wanted.after, wanted.before) != (time.min, time.max):
        yield "any_hour", wanted.but(after=time.min, before=time.max)
    if wanted.breaks:
        yield "through_break", wanted.but(breaks=False)
    after = max(wanted.last + timedelta(days=1), timezone.localdate())
    yield "later", wanted.but(first=after, last=after + LATER)


def _way(kind, wanted, who=None, busy=()):
    found = free_slots(wanted)
    return Way(kind, wanted, found[0], who, tuple(busy)) if found else None


def _shorter(wanted):
    """The longest slot that is free as all else was asked, in quarters of an hour."""
    if not wanted.has_a_place:
        return None
    stretches, _warned = ask(wanted.but(length=QUARTER))
    longest = max((one.ends - one.begins for one in stretches), default=timedelta())
    quarters = longest // QUARTER
    return _way("shorter", wanted.but(length=quarters * QUARTER)) if quarters else None
