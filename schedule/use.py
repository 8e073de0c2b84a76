"""The use of the schedule, and what it saved (work plan of 2017, row 03)."""

from collections import defaultdict
from datetime import date, time
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from innovation_portal.bangla.calendar import month_name
from innovation_portal.bangla.clock import format_time
from innovation_portal.bangla.speech import language
from innovation_portal.organisation.models.hours import USUAL_WEEKDAYS, Weekday
from innovation_portal.web.pictures import bars, heat
from schedule import measuring
from schedule.models import Policy, Room, Sitting

HOUR = 3600  # seconds
OFFICE_HOURS = range(9, 17)  # shown whether anything was held then or not


class Use:
    """A year in pictures with their numbers, from the first sitting's month on."""

    def __init__(self, year, today, since=date.min):
        self.year = year
        self.first = max(date(year, 1, 1), since.replace(day=1))
        self.last = min(date(year, 12, 31), today)
        numbers = range(self.first.month, self.last.month + 1)
        self.months = [date(year, number, 1) for number in numbers]

    @cached_property
    def visits_a_clash(self):
        return Policy.objects.present().visits

    @cached_property
    def _held(self):
        return measuring.held(self.first, self.last)

    @cached_property
    def _saved(self):
        rows = measuring.saved(self.first, self.last)
        return {month: (refused, lapsed) for month, refused, lapsed in rows}

    @property
    def sittings(self):
        return sum(number for _month, _kind, number, *_notice in self._held)

    @property
    def refused(self):
        return sum(refused for refused, _lapsed in self._saved.values())

    @property
    def lapsed(self):
        return sum(lapsed for _refused, lapsed in self._saved.values())

    @property
    def visits(self):
        return self.refused * self.visits_a_clash

    @property
    def notice(self):
        return _days(self._held)

    @property
    def kinds(self):
        """Sittings by month and kind, and the days from the notice to the sitting."""
        numbers = {(month, kind): n for month, kind, n, *_notice in self._held}
        rows = []
        for month in self.months:
            of_kinds = [numbers.get((month, kind), 0) for kind in Sitting.Kind.values]
            notice = _days(row for row in self._held if row[0] == month)
            rows.append((_name(month), of_kinds, [sum(of_kinds), notice]))
        sums = [sum(column) for column in zip(*(row[1] for row in rows), strict=True)]
        more = [_("Altogether"), _("Days of notice, on average")]
        totals = [*sums, self.sittings, self.notice]
        heads = [str(label) for label in Sitting.Kind.labels]
        return bars(heads, rows, more=more, totals=totals)

    @property
    def saved(self):
        """Clashes refused by month, the visits that saved, and holds that ran out."""
        rows = []
        for month in self.months:
            refused, lapsed = self._saved.get(month, (0, 0))
            more = [refused * self.visits_a_clash, lapsed]
            rows.append((_name(month), [refused], more))
        more = [_("Visits saved"), _("Holds that ran out")]
        totals = [self.refused, self.visits, self.lapsed]
        return bars([_("Clashes avoided")], rows, more=more, totals=totals)

    @cached_property
    def _busy(self):
        rows = measuring.busy_hours(self.first, self.last)
        return {(day, hour): number for day, hour, number in rows}

    @property
    def busy(self):
        """Weekdays by hours; a free day only where something was held on it."""
        hours = sorted({hour for _day, hour in self._busy} | {*OFFICE_HOURS})
        held_on = {day for day, _hour in self._busy} | {*USUAL_WEEKDAYS}
        rows = [
            (day.label, [self._busy.get((day.value, hour), 0) for hour in hours])
            for day in Weekday
            if day in held_on
        ]
        return heat([_clock(hour) for hour in hours], rows)

    @property
    def busiest(self):
        """Weekday, hour and number of the fullest hour; None before any sitting."""
        if not self._busy:
            return None
        (day, hour), number = max(self._busy.items(), key=lambda item: item[1])
        return {"day": Weekday(day).label, "hour": _clock(hour), "number": number}

    @cached_property
    def _rooms(self):
        """Name of a room to its months: seconds used and seconds there were."""
        rooms = defaultdict(dict)
        for bangla, english, month, used, hours in measuring.room_use(
            self.first, self.last
        ):
            name = Room(name_bn=bangla, name_en=english).name
            rooms[name][month] = used, hours
        return rooms

    @property
    def rooms(self):
        rows = []
        for name, months in self._rooms.items():
            used, hours = map(sum, zip(*months.values(), strict=True))
            more = [round(hours / HOUR), _per_cent(used, hours)]
            rows.append((name, [round(used / HOUR)], more))
        more = [pgettext("use of rooms", "Working hours"), _("Used, per cent")]
        hours = max((row[2][0] for row in rows), default=0)
        return bars([_("Hours used")], rows, more=more, most=hours)

    @property
    def rooms_by_month(self):
        """How much of the working hours each room was used, in per cent."""
        rows = [
            (name, [_per_cent(*months[month]) for month in self.months])
            for name, months in self._rooms.items()
        ]
        return heat(map(_name, self.months), rows, unit="%")


def uses(today):
    """The years there is something to tell of, the latest first, with their Use."""
    first, last = measuring.begun(today)
    if first is None:
        return {}
    years = range(last.year, first.year - 1, -1)
    return {year: Use(year, today, since=first) for year in years}


def _name(month):
    return month_name(month.month, language())


def _clock(hour):
    return format_time(time(hour), language())


def _per_cent(used, hours):
    """None where there were no hours, as in a month of holidays."""
    return round(100 * used / hours) if hours else None


def _days(rows):
    """The average days from notice to sitting; None without a notice."""
    noticed = [(number, days) for *_of, number, days in rows]
    number = sum(number for number, _days in noticed)
    return round(sum(days for _number, days in noticed) / number, 1) if number else None
