"""Free slots by brute force: each minute that counts is looked at by itself."""

from datetime import timedelta
from functools import cached_property

from django.utils import timezone

from innovation_portal.organisation.worktime import working_time
from schedule.actions.claims import settle
from schedule.models import Sitting
from schedule.slots.wanted import Wanted
from tests.schedule.sittings import DAY, at, details

STEP = timedelta(minutes=5)


def wanted(minutes=60, first=DAY, last=None, **values):
    return Wanted(timedelta(minutes=minutes), first, last or first, **values)


def placed(*args, state="confirmed", held_until=None, **values):
    """A sitting put beside others without asking them: what clashes is unsettled."""
    said = details(*args, **values)
    row = Sitting(state=state, held_until=held_until)
    said.write_on(row)
    row.make_search_key()
    row.save()
    said.write_parts(row)
    settle(row)
    return row


class Grid:
    """Every beginning in steps of five minutes, tried against sittings and blocks."""

    def __init__(self, asked, sittings, blocks=()):
        self.asked = asked
        self.sittings = [one for one in sittings if one.stands]
        self.blocks = blocks

    @cached_property
    def _hours(self):
        part = {"after": self.asked.after, "before": self.asked.before}
        return working_time(
            self.asked.first, self.asked.last, breaks=self.asked.breaks, **part
        )

    def starts(self, room):
        """All moments at which a slot may begin in a room, or outside of all."""
        return {start for start in self._moments() if self._is_free(start, room)}

    def frees(self, start, room):
        """Whether a slot may begin at a moment, in working time and in a room."""
        whole = any(
            begins <= start and start + self.asked.length <= ends
            for begins, ends in self._hours
        )
        return whole and self._is_free(start, room)

    def _moments(self):
        for begins, ends in self._hours:
            moment = begins
            while moment + self.asked.length <= ends:
                if moment >= timezone.now():
                    yield moment
                moment += STEP

    def _is_free(self, start, room):
        end = start + self.asked.length
        for one in self.sittings:
            meets = start < one.ends and one.begins < end
            if meets and self._needs(one.chair):
                return False
            if room and one.room == room:
                buffer = timedelta(minutes=room.buffer)
                if start < one.ends + buffer and one.begins < end + buffer:
                    return False
        return not any(
            self._needs(block.officer)
            and start < block.during.upper
            and block.during.lower < end
            for block in self.blocks
        )

    def _needs(self, officer):
        person = officer.same_as_id or officer.pk
        return person in self.asked.persons


def inside(stretches, asked, room=None):
    """The beginnings that stretches stand for, in the same steps."""
    found = set()
    for stretch in stretches:
        if room and room.pk not in stretch.rooms:
            continue
        moment = stretch.begins
        while moment + asked.length <= stretch.ends:
            found.add(moment)
            moment += STEP
    return found


def clock(slots):
    return [f"{slot.begins:%H:%M}" for slot in slots]


__all__ = ["DAY", "Grid", "at", "clock", "inside", "placed", "wanted"]
