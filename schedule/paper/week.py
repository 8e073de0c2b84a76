"""A week's sittings, day by day from Sunday."""

from datetime import timedelta

from innovation_portal.bangla.calendar import format_date, format_dates, weekday_name
from schedule.paper.letter import DRAW
from schedule.paper.rows import Row, printed


def week_sheet(days):
    """The bytes of an A4 paper of (date, rows, why nobody works), seven of them."""
    context = {
        "dates": format_dates(days[0][0], days[-1][0], "bn"),
        "days": [
            (weekday_name(day, "bn"), format_date(day, "bn"), rows, off)
            for day, rows, off in days
        ],
    }
    return DRAW("schedule/paper/week.html", context)


def sheet_of_week(sunday):
    found = printed(sunday, sunday + timedelta(days=6))
    return week_sheet(
        [(day.date, [Row.of(line) for line in day.lines], day.off) for day in found]
    )
