"""The days of a page with what each reader may see of their sittings."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from innovation_portal.bangla.calendar import weekday_name
from innovation_portal.bangla.speech import language
from innovation_portal.organisation.worktime import days_off
from schedule.models import Sitting
from schedule.paths import last_of_month
from schedule.showing import Shown, shown

SEEN = 3  # sittings of a day in the cell of a month


@dataclass(frozen=True)
class Line:
    """A sitting on one of its days. ``phase`` is over, now, next or later."""

    sitting: Shown
    day: date
    phase: str

    @property
    def look(self):
        """How it is drawn; ``marked`` is whether words say something beside it."""
        if not self.sitting.stands:
            return "off"
        return self.phase if self.phase in {"now", "over"} else ""

    @property
    def marked(self):
        one = self.sitting
        told = one.closed and not one.veiled
        return self.phase in {"now", "next"} or one.state != "confirmed" or told

    @property
    def coming(self):
        return self.phase != "over"

    @property
    def begins(self):
        """None where it goes on from a day before."""
        return self.sitting.begins if self.sitting.day == self.day else None

    @property
    def ends(self):
        """None where it goes on to a day after."""
        return self.sitting.ends if self.sitting.last_day == self.day else None


@dataclass(frozen=True)
class Day:
    """``off`` says why nobody works: the holiday's name, or that of the weekday."""

    date: date
    lines: list
    off: str

    @property
    def today(self):
        return self.date == timezone.localdate()

    @property
    def holiday(self):
        """Its name; nothing on a weekly day off."""
        return "" if self.off == weekday_name(self.date, language()) else self.off

    @property
    def before(self):
        return self.date - timedelta(days=1)

    @property
    def after(self):
        return self.date + timedelta(days=1)

    @property
    def coming(self):
        return [line for line in self.lines if line.coming]

    @property
    def first(self):
        """What of it stands in the cell of a month, and ``more`` tells the rest."""
        return self.lines[:SEEN]

    @property
    def more(self):
        return len(self.lines[SEEN:])


def agenda(sittings, first, last, user):
    """Each day from the first to the last with its lines, by their time.

    A closed sitting that was called off keeps nobody busy: strangers see nothing of it.
    """
    listed = sittings.on_days(first, last).listed().in_order().with_names()
    found = [one for one in shown(listed, user) if one.stands or not one.veiled]
    lines, reasons = _lines(found), days_off(first, last)
    return [Day(day, lines[day], reasons.get(day, "")) for day in days(first, last)]


def _lines(found):
    """Lines by their day; a sitting of several days has one on each."""
    phases, lines = phases_of(found), defaultdict(list)
    for one in found:
        for day in days(one.day, one.last_day):
            lines[day].append(Line(one, day, phases[one.pk]))
    return lines


def lines_of(found):
    """A line for each sitting, on its first day."""
    phases = phases_of(found)
    return [Line(one, one.day, phases[one.pk]) for one in found]


def with_lines(days):
    return [day for day in days if day.lines]


def days(first, last):
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def phases_of(found):
    """How each stands to the clock; those that come first today are next."""
    now = timezone.now()
    coming = [one.begins for one in found if _comes_today(one, now)]
    first = min(coming, default=None)
    return {one.pk: _phase(one, now, first) for one in found}


def _comes_today(sitting, now):
    return sitting.stands and sitting.begins > now and sitting.day == _today(now)


def _today(now):
    return timezone.localtime(now).date()


def _phase(sitting, now, first):
    if sitting.ends <= now:
        return "over"
    if not sitting.stands:
        return "later"
    if sitting.begins <= now:
        return "now"
    return "next" if sitting.begins == first else "later"


def month(sittings, day, user):
    """The weeks of a month, each of seven days; those of other months are None."""
    found = agenda(sittings, day, last_of_month(day), user)
    before = [None] * (day.isoweekday() % 7)
    after = [None] * (-(len(before) + len(found)) % 7)
    cells = [*before, *found, *after]
    return [cells[n : n + 7] for n in range(0, len(cells), 7)]


def by_room(rooms, lines):
    """Each room with its lines, and whether it is free all day."""
    found = []
    for room in rooms:
        own = [line for line in lines if line.sitting.room == room.pk]
        found.append((room, own, not any(line.sitting.stands for line in own)))
    return found


def moved_away(day, user):
    """Where those went whom someone may still look for on the day."""
    sittings = Sitting.objects.visible_to_search(user).moved_away(day)
    return lines_of(shown(sittings.with_names(), user))
