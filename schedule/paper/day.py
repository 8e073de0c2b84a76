"""A day's sittings on one sheet."""

from innovation_portal.bangla.bangabda import bangla_date
from innovation_portal.bangla.calendar import format_date, weekday_name
from schedule.paper.letter import DRAW
from schedule.paper.rows import Row, printed


def day_sheet(day, rows, *, off="", with_bangla_date=True):
    """The bytes of an A4 sheet; ``rows`` stand in the order of their time."""
    context = {
        "day": format_date(day, "bn"),
        "weekday": weekday_name(day, "bn"),
        "bangla_date": bangla_date(day) if with_bangla_date else "",
        "rows": rows,
        "off": off,
    }
    return DRAW("schedule/paper/day.html", context)


def sheet_of_day(day):
    (found,) = printed(day, day)
    return day_sheet(day, [Row.of(line) for line in found.lines], off=found.off)
