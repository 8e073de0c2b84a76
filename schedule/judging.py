"""What speaks against a sitting that is being typed, and which times are free."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils.timezone import localtime

from schedule.cautions import cautions
from schedule.clashes import clashes_of, said_times
from schedule.models import Room
from schedule.slots.finding import nearest_free
from schedule.spans import span


@dataclass(frozen=True)
class Offer:
    """A free slot as a button; ``room`` is None for a sitting outside."""

    begins: datetime
    ends: datetime
    room: Room | None

    @property
    def times(self):
        return said_times(span(self.begins, self.ends))

    @property
    def value(self):
        """What the form's step ``take_slot`` reads."""
        times = (f"{localtime(at):%Y-%m-%dT%H:%M}" for at in (self.begins, self.ends))
        return "/".join([*times, str(self.room.pk) if self.room else ""])


class Judged:
    """For the page: sentences, and the keys by which an override names the others."""

    def __init__(self, form):
        self.form, self.slot = form, form.slot

    @cached_property
    def clashes(self):
        if self.slot is None:
            return []
        return self.form.clashes or clashes_of(self.slot, self.form.sitting)

    @property
    def hard(self):
        """What refuses the sitting."""
        return self._sentences(clash for clash in self.clashes if clash.hard)

    @property
    def warnings(self):
        """What does not: others who take part elsewhere, seats, hours."""
        told = self._sentences(clash for clash in self.clashes if not clash.hard)
        return [*told, *(cautions(self.slot) if self.slot else ())]

    @cached_property
    def offers(self):
        """Free slots near the time that is taken."""
        if not self.hard:
            return []
        slots = nearest_free(self.slot, self.form.sitting)
        return [Offer(one.begins, one.ends, one.rooms[0].room) for one in slots]

    @property
    def over(self):
        """The other sittings and busy times as values of the form."""
        keys = (clash.other_key for clash in self.clashes if clash.hard)
        return list(dict.fromkeys(f"{kind}-{pk}" for kind, pk in keys))

    @property
    def is_looked_for(self):
        """Whether room or chair are known: without them nothing can be free."""
        return bool(self.slot and (self.slot.room or self.slot.chair.pk))

    @property
    def begins(self):
        return self.slot.begins

    @property
    def times(self):
        return said_times(self.slot.during)

    def _sentences(self, clashes):
        """One for each other sitting, with all that it has taken."""
        by_other = {}
        for clash in clashes:
            by_other.setdefault(clash.other_key, []).append(clash)
        return [
            " ".join([*(one.taken for one in others), last.sentence(self.form.by)])
            for *others, last in by_other.values()
        ]
