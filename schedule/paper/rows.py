"""A sitting as a line of the sheets of a day and of a week."""

from dataclasses import dataclass
from datetime import time

from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from innovation_portal.bangla.calendar import format_date
from innovation_portal.bangla.clock import format_time
from schedule.agenda import agenda
from schedule.models import Sitting

BUSY = "ব্যস্ত"
STATES = {"held": "অনিশ্চিত", "postponed": "স্থগিত", "cancelled": "বাতিল"}


@dataclass(frozen=True)
class Row:
    """One sitting; ``chair`` is a post with its courtesy, ``letter`` a memo number.

    Of a closed one (a promotion board, a hearing) the sheet tells time, place and
    chair, and nothing of what it is about. ``state`` is a word of what is not certain.
    """

    begins: time | None
    place: str
    chair: str
    subject: str = ""
    organiser: str = ""
    letter: str = ""
    ends: time | None = None
    closed: bool = False
    state: str = ""
    until: str = ""

    @classmethod
    def of(cls, line):
        """Of a line of the agenda; one that goes on says until which day."""
        one = line.sitting
        return cls(
            begins=line.begins,
            ends=line.ends,
            place=one.where,
            chair=one.chair_as,
            subject=one.subject,
            organiser=one.organised_by,
            letter=one.letter_number,
            closed=one.veiled,
            state="" if one.veiled else STATES.get(one.state, ""),
            until="" if line.ends else format_date(one.last_day, "bn"),
        )

    @property
    def time_words(self):
        return format_time(self.begins, "bn") if self.begins else "চলমান"

    @property
    def end_words(self):
        return format_time(self.ends, "bn") if self.ends else self.until

    @property
    def off(self):
        return self.state in {"স্থগিত", "বাতিল"}

    @property
    def told(self):
        return BUSY if self.closed else self.subject


def printed(first, last):
    """The days in Bangla, as a visitor may see them, whoever prints them."""
    with translation.override("bn"):
        return agenda(Sitting.objects, first, last, AnonymousUser())
