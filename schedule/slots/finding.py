"""Free slots for a question, and those nearest to a time that was refused."""

from datetime import timedelta

from django.utils import timezone

from schedule.slots.asking import ask
from schedule.slots.offering import Slot, slot_at, slots
from schedule.slots.wanted import QUARTER, Wanted, round_up

AROUND = timedelta(days=14)  # how far off a nearest slot may lie


def free_slots(wanted):
    """All slots that are offered, best first; see ``Slot``."""
    return slots(wanted, *ask(wanted)) if wanted.has_a_place else []


def nearest_free(details, sitting=None, count=3) -> list[Slot]:
    """The slots nearest to the time of ``details``, for the same people and as long.

    Its own room comes first where it is free; one of the slots is in it, if any is.
    ``sitting`` is the row to be moved. Empty for what is longer than a working day.
    """
    wanted = _like(details, sitting)
    if not wanted.has_a_place:
        return []
    stretches, warned = ask(wanted)
    begins = {_nearest(details.begins, wanted.length, one) for one in stretches}
    offered = [
        _own_room_first(slot_at(wanted, moment, stretches, warned), details.room)
        for moment in sorted(begins, key=lambda moment: abs(moment - details.begins))
    ]
    return sorted(_with_own_room(offered, details.room, count), key=_begin)


def _like(details, sitting):
    """The same sitting on the days around, in any room that seats as many."""
    day = timezone.localdate(details.begins)
    officers = (part.officer for part in details.parts if part.officer)
    return Wanted(
        length=details.ends - details.begins,
        first=max(day - AROUND, timezone.localdate()),
        last=max(day, timezone.localdate()) + AROUND,
        officers=(details.chair, *officers),
        offices=tuple(part.office for part in details.parts if part.office),
        needs_room=details.room is not None,
        people=details.people or 0,
        sitting=sitting,
    )


def _nearest(asked, length, stretch):
    """The beginning within a stretch that is nearest to the one asked for."""
    latest = stretch.ends - length
    if asked > latest:
        rounded = round_up(latest) - QUARTER if round_up(latest) != latest else latest
        return max(rounded, stretch.begins)
    if asked < stretch.begins:
        return min(round_up(stretch.begins), latest)
    return timezone.localtime(asked)


def _own_room_first(slot, room):
    rooms = sorted(slot.rooms, key=lambda free: free.room != room)
    return Slot(slot.begins, slot.ends, tuple(rooms), slot.warned)


def _with_own_room(offered, room, count):
    """The first few; the last of them gives way to the first in the room itself."""
    few = offered[:count]
    if not any(slot.rooms[0].room == room for slot in few):
        own = (slot for slot in offered if slot.rooms[0].room == room)
        few = [*few[: count - 1], *[slot for slot in [next(own, None)] if slot]]
    return few


def _begin(slot):
    return slot.begins
