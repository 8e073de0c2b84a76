"""A chair's day: as his own office sees it, and what all others see of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Q
from django.utils import timezone
from django.utils.timezone import localtime

from directory.models import Officer
from innovation_portal.organisation.worktime import days_off, working_time
from schedule.models import Block, Claim, Consent, Participant, Sitting, Strength
from schedule.models.sitting import day_span
from schedule.showing import Shown, shown
from schedule.spans import DateTimeTZRange, minus

LEAST_GAP = timedelta(minutes=30)


@dataclass(frozen=True)
class Busy:
    """What others see of a block: neither its kind nor its note."""

    begins: datetime
    ends: datetime

    @classmethod
    def of(cls, block):
        return cls(localtime(block.during.lower), localtime(block.during.upper))

    @property
    def whole_days(self):
        return self.begins.time() == self.ends.time() == time()

    @property
    def first(self):
        return self.begins.date()

    @property
    def last(self):
        """The last day that it touches; midnight belongs to the day before."""
        return (self.ends - timedelta(microseconds=1)).date()


def busy(officer, first, last):
    """When the officer is busy otherwise, on these days, both included."""
    return [
        Busy.of(block)
        for block in Block.objects.standing().of(officer).on_days(first, last)
    ]


@dataclass(frozen=True)
class Line:
    """A sitting, a block or, without either, a gap, as far as it falls on one day.

    ``chairs`` is false where he only takes part; ``consent`` is the latest asked for.
    """

    begins: datetime
    ends: datetime
    sitting: Shown | None = None
    block: Block | None = None
    consent: Consent | None = None
    chairs: bool = False
    unsettled: bool = False

    @property
    def is_gap(self):
        return self.sitting is None and self.block is None

    @property
    def coming(self):
        return self.ends > timezone.now()

    @property
    def whole_day(self):
        return self.ends - self.begins == timedelta(days=1)

    def on(self, day):
        """The line cut to a day; None where it does not touch it."""
        midnight, next_midnight = day_span(day)
        begins, ends = max(self.begins, midnight), min(self.ends, next_midnight)
        return replace(self, begins=begins, ends=ends) if begins < ends else None


@dataclass(frozen=True)
class Day:
    """``free`` are the gaps in working hours; ``off`` says why nobody works."""

    date: date
    lines: list
    free: list
    off: str

    @property
    def with_gaps(self):
        return sorted([*self.lines, *self.free], key=lambda line: line.begins)


def diary(officer, first, last, user):
    """Each day from the first to the last, with its lines by their time."""
    spellings = _spellings(officer)
    lines = [
        *_sitting_lines(spellings, first, last, user),
        *_block_lines(officer, first, last),
    ]
    gaps, off = _gaps(lines, first, last), days_off(first, last)
    days = (first + timedelta(days=n) for n in range((last - first).days + 1))
    return [
        Day(day, _of_day(lines, day), _of_day(gaps, day), off.get(day, ""))
        for day in days
    ]


def _gaps(lines, first, last):
    """What working hours, breaks and all, leave free of half an hour or more."""
    taken = [DateTimeTZRange(line.begins, line.ends) for line in lines]
    free = (
        span
        for worked in working_time(first, last, breaks=False)
        for span in minus(DateTimeTZRange(*worked), taken)
    )
    return [
        Line(span.lower, span.upper)
        for span in free
        if span.upper - span.lower >= LEAST_GAP
    ]


def _of_day(lines, day):
    cut = filter(None, (line.on(day) for line in lines))
    return sorted(cut, key=lambda line: (line.begins, line.ends))


def _spellings(officer):
    person = officer.same_as_id or officer.pk
    return list(
        Officer.objects.filter(Q(pk=person) | Q(same_as=person)).values_list(
            "pk", flat=True
        )
    )


def _block_lines(officer, first, last):
    blocks = list(Block.objects.standing().of(officer).on_days(first, last))
    unsettled = _unsettled("block", blocks)
    for block in blocks:
        span = Busy.of(block)
        yield Line(span.begins, span.ends, block=block, unsettled=block.pk in unsettled)


def _sitting_lines(spellings, first, last, user):
    invited = Participant.objects.filter(officer__in=spellings).values("sitting")
    his = Sitting.objects.standing().on_days(first, last)
    his = his.filter(Q(chair__in=spellings) | Q(pk__in=invited)).with_names()
    found = shown(his, user)
    keys = [one.pk for one in found]
    consents = _latest_consents(keys, spellings)
    unsettled = _unsettled("sitting", keys)
    for one in found:
        yield Line(
            one.begins,
            one.ends,
            sitting=one,
            consent=consents.get(one.pk),
            chairs=one.chair in spellings,
            unsettled=one.pk in unsettled,
        )


def _latest_consents(keys, spellings):
    asked = Consent.objects.filter(sitting__in=keys, officer__in=spellings)
    return {consent.sitting_id: consent for consent in asked.order_by("asked_at", "pk")}


def _unsettled(kind, holders):
    """The keys of those of the sittings, or blocks, that clash with another."""
    claims = Claim.objects.filter(strength=Strength.UNSETTLED)
    claims = claims.filter(**{f"{kind}__in": holders})
    return set(claims.values_list(kind, flat=True))
