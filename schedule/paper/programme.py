"""দৈনিক কর্মসূচি: what a chair does on a day, on one sheet for his hand."""

from dataclasses import dataclass

from innovation_portal.bangla.calendar import format_date, weekday_name
from innovation_portal.paper.pdf import from_template


@dataclass(frozen=True)
class Item:
    """``times`` on one or two lines, then what it is, then where and with whom."""

    times: tuple
    first: str
    second: str = ""


def programme(letterhead, chair, day, items):
    """The bytes of the sheet; ``chair`` is a post with its courtesy."""
    context = {
        "letterhead": letterhead,
        "chair": chair,
        "day": format_date(day, "bn"),
        "weekday": weekday_name(day, "bn"),
        "items": items,
    }
    return from_template("schedule/paper/programme.html", context)
