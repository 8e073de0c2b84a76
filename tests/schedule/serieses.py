"""Series for tests: on the last Thursdays of half a year, from ten to eleven."""

from dataclasses import replace
from datetime import date

from schedule.actions.series import cancel_series, change_series, repeat, start_series
from schedule.actions.sitting import change
from schedule.details import Details
from schedule.occurrences import Order, Scope
from schedule.recurring import LAST, Often, OnDaysOff, Rule
from tests.schedule.sittings import at, details

THU, SUN = 3, 6
FIRST = date(2027, 1, 28)  # the last Thursday of the month
JUNE = date(2027, 6, 30)
LAST_THURSDAY = Rule(Often.MONTHLY, weekdays=(THU,), nth=LAST)
THURSDAYS = [date(2027, *day) for day in ((1, 28), (2, 25), (3, 25), (4, 29), (5, 27))]
THURSDAYS += [date(2027, 6, 24)]


def start(rule=LAST_THURSDAY, last_on=JUNE, first=FIRST, by=None, **choices):
    """A series; what is no choice of the action is of its details."""
    names = ("on_days_off", "skip", "times", "override")
    chosen = {name: choices.pop(name) for name in names if name in choices}
    said = details(day=first, **choices)
    return start_series(details=said, rule=rule, last_on=last_on, by=by, **chosen)


def rows(series, **lookup):
    return list(series.sittings.filter(**lookup).order_by("occurrence"))


def days(series, **lookup):
    return [row.begins.date() for row in rows(series, **lookup)]


def said(row, **other):
    """What a row would say with something changed; hours as texts."""
    hours = {
        name: at(other.pop(name), row.begins.date())
        for name in ("begins", "ends")
        if name in other
    }
    return replace(Details.of(row), **hours, **other)


def altered(row, scope, include_apart=False, by=None, reason="", **other):
    row.refresh_from_db()
    return change_series(
        sitting=row,
        sequence=row.sequence,
        scope=scope,
        details=said(row, **other),
        include_apart=include_apart,
        reason=reason,
        by=by,
    )


def moved(row, begins, ends, day=None):
    """One that is moved by itself."""
    row.refresh_from_db()
    day = day or row.begins.date()
    new = replace(Details.of(row), begins=at(begins, day), ends=at(ends, day))
    return change(sitting=row, sequence=row.sequence, details=new, by=None)


def cancelled(row, scope=Scope.THIS, reason="স্থগিত থাকবে", by=None):
    row.refresh_from_db()
    return cancel_series(
        sitting=row, sequence=row.sequence, scope=scope, reason=reason, by=by
    )


def hours(series):
    return [f"{row.begins:%H:%M}" for row in rows(series)]


def by_rule(row, rule=LAST_THURSDAY, last_on=JUNE, **rest):
    row.refresh_from_db()
    order = Order(rule, last_on, rest.pop("on_days_off", OnDaysOff.SKIP))
    said = {"sitting": row, "sequence": row.sequence, "by": None}
    return repeat(order=order, **said, **rest)
