"""Rules by which sittings come again: as RFC 5545 writes them, and in words.

Of the many rules that RFC 5545 (3.3.10) knows, those that offices keep.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.utils.translation import pgettext_lazy as pgettext

from innovation_portal.bangla.calendar import weekday_name
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language

MOST = 200  # occurrences of one series
LONGEST = timedelta(days=5 * 366)
LAST = -1
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
SUNDAY = CODES.index("SU")
SHORTEST_MONTH = 28
NTH = {
    1: pgettext("weekday of a month", "first %(weekday)s"),
    2: pgettext("weekday of a month", "second %(weekday)s"),
    3: pgettext("weekday of a month", "third %(weekday)s"),
    4: pgettext("weekday of a month", "fourth %(weekday)s"),
    LAST: pgettext("weekday of a month", "last %(weekday)s"),
}


class Often(models.TextChoices):
    DAILY = "DAILY", gettext_lazy("daily")
    WEEKLY = "WEEKLY", gettext_lazy("weekly")
    MONTHLY = "MONTHLY", gettext_lazy("monthly")


LONGEST_STEP = {Often.DAILY: 31, Often.WEEKLY: 52, Often.MONTHLY: 12}


class OnDaysOff(models.TextChoices):
    """What becomes of an occurrence whose day is a holiday or a weekend."""

    SKIP = "skip", gettext_lazy("it is left out")
    NEXT = "next", gettext_lazy("it moves to the next working day")
    KEEP = "keep", gettext_lazy("it stays on that day")


class NoRule(ValueError):  # noqa: N818
    """What was said is no rule that this module knows."""


@dataclass(frozen=True)
class Rule:
    """``weekdays`` count from Monday, 0. Of a month either ``day`` (LAST for the last)
    or ``nth`` of the one weekday is said; a day that a month lacks is its last.
    """

    often: str
    every: int = 1
    weekdays: tuple[int, ...] = ()
    day: int | None = None
    nth: int | None = None

    def __post_init__(self):
        """Raises NoRule for what is no rule of ours."""
        monthly = self.often == Often.MONTHLY
        shape = (bool(self.weekdays), self.day is not None, self.nth is not None)
        shapes = {
            Often.DAILY: {(False, False, False)},
            Often.WEEKLY: {(True, False, False)},
            Often.MONTHLY: {(False, True, False), (True, False, True)},
        }
        sound = (
            shape in shapes.get(self.often, ())
            and 1 <= self.every <= LONGEST_STEP[self.often]
            and len(set(self.weekdays)) == len(self.weekdays)
            and set(self.weekdays) <= set(range(7))
            and not (monthly and len(self.weekdays) > 1)
            and self.day in {None, LAST, *range(1, 32)}
            and self.nth in {None, *NTH}
        )
        if not sound:
            raise NoRule(self)

    def __str__(self):
        parts = [f"FREQ={self.often}"]
        parts += [f"INTERVAL={self.every}"] if self.every > 1 else []
        return ";".join(parts + self._by())

    def _by(self):
        if self.often == Often.WEEKLY:
            days = ",".join(CODES[day] for day in _from_sunday(self.weekdays))
            return [f"BYDAY={days}", "WKST=SU"]
        if self.nth is not None:
            return [f"BYDAY={self.nth}{CODES[self.weekdays[0]]}"]
        if self.day is None:
            return []
        if self.day <= SHORTEST_MONTH:
            return [f"BYMONTHDAY={self.day}"]
        days = ",".join(map(str, range(SHORTEST_MONTH, self.day + 1)))
        return [f"BYMONTHDAY={days}", "BYSETPOS=-1"]

    @classmethod
    def read(cls, text):
        """The rule that ``str`` wrote. Raises NoRule for any other text."""
        for pattern in PATTERNS:
            if found := pattern.fullmatch(text):
                rule = cls(**_said(found.groupdict()))
                if str(rule) == text:
                    return rule
        raise NoRule(text)

    @classmethod
    def monthly_on(cls, day, every=1):
        """On the weekday of the month that a day is: the third Tuesday."""
        nth = (day.day - 1) // 7 + 1
        nth = LAST if nth > 4 else nth
        return cls(Often.MONTHLY, every, weekdays=(day.weekday(),), nth=nth)

    def days(self, first, last, since=None):
        """The days from the first to the last, both included.

        Steps of several weeks or months count from ``since``, else from the first.
        Raises ValidationError where there are too many, or they take too long.
        """
        if last - first > LONGEST:
            raise ValidationError(
                _("A series lasts five years at most; it can be prolonged later.")
            )
        begin, start, end = (
            datetime.combine(day, time()) for day in (since or first, first, last)
        )
        every = rrulestr(f"{self};UNTIL={end:%Y%m%dT%H%M%S}", dtstart=begin)
        days = [day.date() for day in every.xafter(start, count=MOST + 1, inc=True)]
        if len(days) > MOST:
            raise ValidationError(
                _("At most %(most)s sittings fit; choose an earlier last day."),
                params={"most": in_digits(MOST, language())},
            )
        return days

    def words(self):
        """Every month: last Thursday."""
        when = self._when()
        return f"{self._period()}: {when}" if when else self._period()

    def _period(self):
        once = {
            (Often.DAILY, 1): _("Every day"),
            (Often.WEEKLY, 1): _("Every week"),
            (Often.MONTHLY, 1): _("Every month"),
            (Often.MONTHLY, 3): _("Every three months"),
            (Often.MONTHLY, 6): _("Every six months"),
            (Often.MONTHLY, 12): _("Every year"),
        }
        several = {
            Often.DAILY: _("Once in %(every)s days"),
            Often.WEEKLY: _("Once in %(every)s weeks"),
            Often.MONTHLY: _("Once in %(every)s months"),
        }
        words = once.get((self.often, self.every)) or several[self.often]
        return words % {"every": in_digits(self.every, language())}

    def _when(self):
        names = [weekday(day) for day in _from_sunday(self.weekdays)]
        if self.nth is not None:
            return NTH[self.nth] % {"weekday": names[0]}
        if self.day is None:
            return ", ".join(names)
        if self.day == LAST:
            return _("last day of the month")
        day = {"day": in_digits(self.day, language())}
        if self.day > SHORTEST_MONTH:
            return _("day %(day)s, in a shorter month its last day") % day
        return _("day %(day)s of the month") % day


BY_WEEKDAYS = r"BYDAY=(?P<weekdays>[A-Z]{2}(?:,[A-Z]{2}){0,6});WKST=SU"
BY_NTH = r"BYDAY=(?P<nth>-1|[1-4])(?P<weekday>[A-Z]{2})"
BY_DAY = r"BYMONTHDAY=(?:28,(?:29,)?(?:30,)?)?(?P<day>-1|[0-9]{1,2})(?:;BYSETPOS=-1)?"
PATTERNS = tuple(
    re.compile(r"FREQ=(?P<often>[A-Z]{5,7})(?:;INTERVAL=(?P<every>[0-9]{1,2}))?" + by)
    for by in ("", *(f";{by}" for by in (BY_WEEKDAYS, BY_NTH, BY_DAY)))
)


def _said(found):
    """What a pattern found, as a Rule takes it. Raises NoRule."""
    codes = found.pop("weekdays", "") or found.pop("weekday", "")
    numbers = {
        name: int(found[name]) for name in ("every", "day", "nth") if found.get(name)
    }
    named = list(filter(None, codes.split(",")))
    if not set(named) <= set(CODES):
        raise NoRule(codes)
    weekdays = tuple(map(CODES.index, named))
    return numbers | {"often": found["often"], "weekdays": weekdays}


def _from_sunday(weekdays):
    """In the order of the week, which begins on Sunday."""
    return sorted(weekdays, key=lambda day: (day - SUNDAY) % 7)


def weekday(number):
    """The name of a weekday that counts from Monday, 0."""
    return weekday_name(date(2024, 1, 1 + number), language())


@dataclass(frozen=True)
class Occurrence:
    """``by_rule`` is the day that the rule gives, ``day`` the one that it falls on."""

    by_rule: date
    day: date


def placed(days, on_days_off, off):
    """The Occurrences of days by rule, where ``off(day)`` tells the days off.

    Two that would move to the same day are one; none moves further than a month.
    """
    days, taken = list(days), set()
    for by_rule in days:
        day = _moved(by_rule, on_days_off, off)
        if day and day not in taken and (day == by_rule or day not in days):
            taken.add(day)
            yield Occurrence(by_rule, day)


def _moved(day, on_days_off, off):
    if on_days_off == OnDaysOff.KEEP or not off(day):
        return day
    if on_days_off == OnDaysOff.SKIP:
        return None
    later = (day + timedelta(days=n) for n in range(1, 32))
    return next((one for one in later if not off(one)), None)
