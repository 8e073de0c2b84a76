"""What a free slot is asked for: who, how long, where, and between which days."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property

from schedule.models import Room, Sitting

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True)
class Wanted:
    """``last`` is included. A ``room`` is this one and no other; ``needs_room`` False
    is a sitting outside. With ``breaks`` no slot goes through lunch. ``sitting`` is one
    to be moved: its own claims do not stand in its way.
    """

    length: timedelta
    first: date
    last: date
    officers: tuple = ()
    offices: tuple = ()
    room: Room | None = None
    needs_room: bool = True
    people: int = 0
    equipment: tuple = ()
    after: time = time.min
    before: time = time.max
    breaks: bool = True
    sitting: Sitting | None = None

    @cached_property
    def rooms(self):
        """Those that come into question, the smallest first."""
        if not self.needs_room:
            return []
        if self.room:
            return [self.room]
        fitting = Room.objects.fitting(self.people, self.equipment)
        return list(fitting.order_by("capacity", "order", "pk"))

    @property
    def has_a_place(self):
        """Whether any room comes into question, where one is needed."""
        return bool(self.rooms) or not self.needs_room

    @property
    def persons(self):
        """The keys of the officers, each under the spelling that stands for all."""
        return [officer.same_as_id or officer.pk for officer in self.officers]

    def but(self, **otherwise):
        """The same question with something changed."""
        return replace(self, **otherwise)


def round_up(moment):
    """The next quarter of an hour, or the moment itself."""
    beyond = (moment - datetime.min.replace(tzinfo=moment.tzinfo)) % QUARTER
    return moment + QUARTER - beyond if beyond else moment
