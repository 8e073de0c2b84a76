"""What a rule, or a change, would make of the sittings of a series, before it is done.

The past is not among it, a cancelled sitting stays cancelled, and one that was moved by
itself keeps its own time.
"""

from collections import defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from innovation_portal.organisation.worktime import days_off
from schedule.clashes import clashes_of_many
from schedule.details import Details
from schedule.models import Sitting
from schedule.recurring import Often, OnDaysOff, Rule, placed

A_SUNDAY = date(1970, 1, 4)
FURTHEST = timedelta(days=31)  # that a day off moves an occurrence
LETTERLESS = {"letter_number": "", "letter_date": None}
LETTERLESS |= {"letter_file": None, "letter_filename": ""}
# What a change of one sitting hands on to the others, each with what goes with it.
HANDED_ON = (
    *(("kind",), ("subject",), ("room", "place"), ("online",)),
    *(("chair", "chair_as", "chair_line"), ("organiser",), ("contact",), ("people",)),
    *(("agenda",), ("closed",), ("parts",)),
)


class Fate(models.TextChoices):
    ADDED = "added", pgettext_lazy("occurrence", "new")
    CHANGES = "changes", pgettext_lazy("occurrence", "changes")
    MOVES = "moves", pgettext_lazy("occurrence", "moves")
    STAYS = "stays", pgettext_lazy("occurrence", "stays as it is")
    APART = "apart", pgettext_lazy("occurrence", "keeps its own time")
    CANCELLED = "cancelled", pgettext_lazy("occurrence", "stays cancelled")
    DROPPED = "dropped", pgettext_lazy("occurrence", "is cancelled")


class Scope(models.TextChoices):
    THIS = "this", pgettext_lazy("series", "only this one")
    FOLLOWING = "following", pgettext_lazy("series", "this one and those after it")
    ALL = "all", pgettext_lazy("series", "all that are still to come")


@dataclass(frozen=True)
class Order:
    """By which rule sittings come again, until when, and what days off do."""

    rule: Rule
    last_on: date
    on_days_off: str = OnDaysOff.SKIP


@dataclass
class Step:
    """What becomes of one occurrence; ``details`` where something is to be written.

    ``day`` is its day by the rule, after days off; ``by_rule`` the day before that.
    """

    day: date
    fate: str
    sitting: Sitting | None = None
    details: Details | None = None
    by_rule: date | None = None
    was_left_out: bool = False
    clashes: list = field(default_factory=list)

    @property
    def is_hard(self):
        return any(clash.hard for clash in self.clashes)

    @property
    def label(self):
        return Fate(self.fate).label


def of_rule(sitting, order):
    """The Steps of a series from one of its sittings on, by a rule; or of a new one.

    Raises ValidationError where the rule gives nothing, or too much.
    """
    days = {one.day: one.by_rule for one in _days(sitting, order)}
    if not days and not sitting.series:
        raise ValidationError(_("By this rule no further sitting follows this one."))
    steps = _Pairing(sitting, order.rule, days).steps()
    return _with_clashes(sorted(steps, key=lambda step: step.day))


def of_change(sitting, scope, details, include_apart=False):
    """The Steps of a change of one sitting that others of its series are to share.

    What another says otherwise than this one said, it keeps. Raises ValidationError
    for a change of the day, which needs another rule.
    """
    old = Details.of(sitting)
    if details.begins.date() != old.begins.date():
        raise ValidationError(
            _("To move several sittings to other days, change the rule of the series.")
        )
    steps = []
    for row in standing(sitting, scope):
        own = Details.of(row)
        is_this = row.pk == sitting.pk
        new = details if is_this else _merged(own, row, old, details, include_apart)
        steps.append(
            Step(row.occurrence, _fate(own, new), row, None if new == own else new)
        )
    return _with_clashes(steps)


def _fate(own, new):
    if new == own:
        return Fate.STAYS
    moved = any(
        getattr(own, name) != getattr(new, name) for name in ("during", "room", "place")
    )
    return Fate.MOVES if moved else Fate.CHANGES


def standing(sitting, scope, *also):
    """The sittings that a scope means, as far as they are still to come and stand, or
    are in one of the states ``also``.
    """
    if scope == Scope.THIS:
        return [sitting]
    rows = sitting.series.sittings.with_names().filter(during__startswith__gt=now())
    rows = rows.order_by("occurrence")
    if scope == Scope.FOLLOWING:
        rows = rows.filter(occurrence__gte=sitting.occurrence)
    return [row for row in rows if row.stands or row.state in also]


def now():
    return timezone.now()


def is_apart(row):
    """Whether it was moved by itself, or waits for another time."""
    return row.state == Sitting.State.POSTPONED or row.begins.date() != row.occurrence


def _days(sitting, order):
    """The occurrences after a sitting's own, from today on."""
    first, series = own_day(sitting), sitting.series
    same = series and series.rule == str(order.rule)
    start = max(first + timedelta(days=1), timezone.localdate())
    if order.last_on < start:
        return []
    since = series.first_on if same else first
    days = order.rule.days(start, order.last_on, since=since)
    off = days_off(start, order.last_on + FURTHEST)
    return [
        one
        for one in placed(days, order.on_days_off, off.__contains__)
        if one.day > first
    ]


def own_day(sitting):
    return sitting.occurrence or sitting.begins.date()


class _Pairing:
    """Which of the sittings to come takes which of the new days.

    One whose day stays, stays; of the others, those of one month (for weekly rules: of
    one week) belong together, first those that would be held, then those that were
    moved by themselves or cancelled, which take their day out of the rule.
    """

    def __init__(self, sitting, rule, days):
        self.model, self.rule, self.days = sitting, rule, dict(days)
        self.template = replace(Details.of(sitting), **LETTERLESS)
        series = sitting.series
        self.left_out = set(series.left_out) if series else set()
        later = series.sittings.with_names() if series else Sitting.objects.none()
        later = later.filter(occurrence__gt=own_day(sitting))
        self.rows = list(later.order_by("occurrence"))

    def steps(self):
        pairs = [(row, row.occurrence) for row in self.rows if self._keeps(row)]
        taken = {day for _row, day in pairs}
        free = defaultdict(list)
        for day in sorted(self.days.keys() - taken):
            free[self._period(day)].append(day)
        rest = [row for row in self.rows if not self._keeps(row) and _to_come(row)]
        for row in sorted(rest, key=lambda row: (_rank(row), row.occurrence)):
            days = free[self._period(row.occurrence)]
            pairs.append((row, days.pop(0) if days else None))
        steps = [self._step(row, day) for row, day in pairs]
        new = [self._added(day) for days in free.values() for day in days]
        steps += [step for step in new if step.details.begins > now()]
        return list(filter(None, steps))

    def _keeps(self, row):
        return row.occurrence in self.days

    def _period(self, day):
        if self.rule.often == Often.MONTHLY:
            return day.year, day.month
        return (day - A_SUNDAY).days // 7 if self.rule.often == Often.WEEKLY else day

    def _step(self, row, day):
        """None for one of the past, which only takes its day."""
        if not _to_come(row):
            return None
        kept = day or row.occurrence
        if _is_over(row):
            return Step(kept, Fate.CANCELLED, row)
        if is_apart(row):
            return Step(kept, Fate.APART, row)
        if day is None:
            return Step(kept, Fate.DROPPED, row)
        if day == row.occurrence:
            return Step(day, Fate.STAYS, row)
        return Step(day, Fate.MOVES, row, on_day(Details.of(row), day), self.days[day])

    def _added(self, day):
        details = on_day(self.template, day)
        left_out = day in self.left_out
        return Step(day, Fate.ADDED, None, details, self.days[day], left_out)


def _to_come(row):
    return row.during.lower > now()


def _is_over(row):
    return row.state != Sitting.State.POSTPONED and not row.stands


def _rank(row):
    return 2 if _is_over(row) else int(is_apart(row))


def on_day(details, day):
    """The same at the same hours of another day."""
    begins = timezone.make_aware(datetime.combine(day, details.begins.time()))
    return replace(
        details, begins=begins, ends=begins + (details.ends - details.begins)
    )


def _merged(own, row, old, new, include_apart):
    """Another's details with what was changed, where they said the same before."""
    said = {}
    for names in HANDED_ON:
        before, after, mine = (
            tuple(getattr(one, name) for name in names) for one in (old, new, own)
        )
        if before != after and (include_apart or mine == before):
            said |= dict(zip(names, after, strict=True))
    regular = _hours(own) == _hours(old) and not is_apart(row)
    if _hours(old) != _hours(new) and (include_apart or regular):
        moved = on_day(
            replace(own, begins=new.begins, ends=new.ends), own.begins.date()
        )
        said |= {"begins": moved.begins, "ends": moved.ends}
    return replace(own, **said)


def _hours(details):
    return details.begins.time(), details.ends - details.begins


def _with_clashes(steps):
    """What is taken, less what those take who move away themselves."""
    gone = {Fate.DROPPED, Fate.MOVES}
    moving = {step.sitting.pk for step in steps if step.fate in gone}
    written = [step for step in steps if step.details]
    found = clashes_of_many([(step.details, step.sitting) for step in written])
    for step, clashes in zip(written, found, strict=True):
        step.clashes = [one for one in clashes if not _goes(one.other, moving)]
    return steps


def _goes(other, moving):
    return isinstance(other, Sitting) and other.pk in moving
