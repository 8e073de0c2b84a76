"""A day's sittings on one sheet."""

from dataclasses import dataclass
from datetime import time

from innovation_portal.bangla.bangabda import bangla_date
from innovation_portal.bangla.calendar import format_date, weekday_name
from innovation_portal.bangla.clock import format_time
from innovation_portal.paper.pdf import from_template

BUSY = "ব্যস্ত"


@dataclass(frozen=True)
class Row:
    """One sitting; ``chair`` is a post with its courtesy, ``letter`` a memo number.

    Of a closed one (a promotion board, a hearing) the sheet tells time, place and
    chair, and nothing of what it is about.
    """

    begins: time
    place: str
    chair: str
    subject: str = ""
    organiser: str = ""
    letter: str = ""
    ends: time | None = None
    closed: bool = False

    @property
    def time_words(self):
        return format_time(self.begins, "bn")

    @property
    def end_words(self):
        return format_time(self.ends, "bn") if self.ends else ""

    @property
    def told(self):
        return BUSY if self.closed else self.subject


def day_sheet(day, rows, *, with_bangla_date=False):
    """The bytes of an A4 sheet with the day's sittings by their time."""
    context = {
        "day": format_date(day, "bn"),
        "weekday": weekday_name(day, "bn"),
        "bangla_date": bangla_date(day) if with_bangla_date else "",
        "rows": sorted(rows, key=lambda row: row.begins),
    }
    return from_template("schedule/paper/day.html", context)
