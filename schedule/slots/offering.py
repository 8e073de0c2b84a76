"""Of free stretches, the slots that are offered: pure rules, no table is read.

Every stretch is spoken for by a slot within it, so that none is left out; a slot begins
as early as it can, on a quarter of an hour where one fits.
"""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from django.utils.timezone import localtime

from schedule.models import Room
from schedule.slots.asking import OUTSIDE
from schedule.slots.wanted import round_up

AT_ONCE = 3  # rooms of a slot that are seen before more are asked for


@dataclass(frozen=True)
class FreeRoom:
    """A room, and until when it stays free; without a room it is a sitting outside."""

    room: Room | None
    until: datetime


@dataclass(frozen=True)
class Slot:
    """``warned`` names those who take part elsewhere then, officers and offices."""

    begins: datetime
    ends: datetime
    rooms: tuple
    warned: tuple = ()

    @property
    def until(self):
        """How long it may last in the room that is free the longest."""
        return max(free.until for free in self.rooms)

    @property
    def first_rooms(self):
        return self.rooms[:AT_ONCE]

    @property
    def more_rooms(self):
        return self.rooms[AT_ONCE:]


def slots(wanted, stretches, warned):
    """All slots, soonest first; in a day those of which nothing warns come first."""
    offered = []
    for _day, same_day in groupby(stretches, key=lambda one: one.begins.date()):
        same_day = list(same_day)
        begins = {
            moment
            for stretch in same_day
            for moment in _beginnings(wanted, stretch, warned)
        }
        of_day = [slot_at(wanted, at, same_day, warned) for at in sorted(begins)]
        offered += sorted(of_day, key=lambda slot: bool(slot.warned))
    return offered


def _beginnings(wanted, stretch, warned):
    """The first of a stretch, and the first of which nothing warns."""
    first = _first_from(wanted, stretch, stretch.begins)
    yield first
    clear = first
    for one in warned:
        if clear and one.begins < clear + wanted.length and clear < one.ends:
            clear = _first_from(wanted, stretch, one.ends)
    if clear:
        yield clear


def _first_from(wanted, stretch, moment):
    """The first quarter of an hour from a moment on that fits, or the moment itself."""
    latest = stretch.ends - wanted.length
    rounded = round_up(moment)
    if rounded <= latest:
        return rounded
    return moment if moment <= latest else None


def slot_at(wanted, begins, stretches, warned):
    """The slot that begins at a moment, with all rooms whose stretches hold it."""
    ends = begins + wanted.length
    known = {room.pk: room for room in wanted.rooms} or {OUTSIDE: None}
    until = {
        key: stretch.ends
        for stretch in stretches
        if stretch.begins <= begins and ends <= stretch.ends
        for key in stretch.rooms
    }
    rooms = tuple(
        FreeRoom(room, until[key]) for key, room in known.items() if key in until
    )
    names = _names(wanted, begins, ends, warned)
    return Slot(localtime(begins), localtime(ends), rooms, names)


def _names(wanted, begins, ends, warned):
    busy = [one for one in warned if one.begins < ends and begins < one.ends]
    persons, offices = {one.person for one in busy}, {one.office for one in busy}
    return (
        *(who for who in wanted.officers if (who.same_as_id or who.pk) in persons),
        *(office for office in wanted.offices if office.pk in offices),
    )
