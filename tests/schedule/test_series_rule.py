"""Another rule from an occurrence on; longer and shorter series."""

from datetime import date

import pytest

from schedule.actions.sitting import cancel
from schedule.models import Move
from schedule.occurrences import Fate, Order, of_rule
from schedule.recurring import LAST, Often, Rule
from tests.schedule.serieses import (
    FIRST,
    JUNE,
    LAST_THURSDAY,
    SUN,
    THU,
    THURSDAYS,
    by_rule,
    days,
    moved,
    rows,
    start,
)
from tests.schedule.sittings import room

pytestmark = pytest.mark.django_db

FIRST_SUNDAY = Rule(Often.MONTHLY, weekdays=(SUN,), nth=1)


def test_a_series_is_prolonged():
    series = start()
    by_rule(rows(series)[-1], last_on=date(2027, 8, 31))
    series.refresh_from_db()
    assert days(series) == [*THURSDAYS, date(2027, 7, 29), date(2027, 8, 26)]
    assert (series.first_on, series.last_on) == (FIRST, date(2027, 8, 31))
    assert {row.sequence for row in rows(series)} == {0}


def test_quarterly_is_prolonged_in_step():
    rule = Rule(Often.MONTHLY, 3, weekdays=(THU,), nth=LAST)
    series = start(rule, date(2027, 7, 31))
    by_rule(rows(series)[1], rule, date(2028, 1, 31))
    assert [day.month for day in days(series)] == [1, 4, 7, 10, 1]


def test_another_rule_from_an_occurrence_on():
    series = start()
    uids = [row.uid for row in rows(series)]
    by_rule(rows(series)[2], FIRST_SUNDAY)
    series.refresh_from_db()
    sundays = [date(2027, 4, 4), date(2027, 5, 2), date(2027, 6, 6)]
    assert days(series) == [*THURSDAYS[:3], *sundays]
    assert [row.uid for row in rows(series)] == uids
    assert [row.sequence for row in rows(series)] == [0, 0, 0, 1, 1, 1]
    assert (series.first_on, series.rule) == (THURSDAYS[2], "FREQ=MONTHLY;BYDAY=1SU")


def test_under_another_rule_a_cancelled_month_stays_without_sitting():
    series = start()
    fourth = rows(series)[3]
    cancel(sitting=fourth, sequence=0, reason="ছুটি", by=None)
    by_rule(rows(series)[0], FIRST_SUNDAY)
    live = days(series, state="confirmed")
    assert [day.month for day in live] == [1, 2, 3, 5, 6]
    fourth.refresh_from_db()
    assert (fourth.state, fourth.begins.date()) == ("cancelled", THURSDAYS[3])
    by_rule(rows(series)[0], FIRST_SUNDAY, date(2027, 7, 31))
    assert [day.month for day in days(series, state="confirmed")] == [1, 2, 3, 5, 6, 7]


def test_under_another_rule_one_moved_by_itself_keeps_its_time():
    series = start()
    moved(rows(series)[3], "15:00", "16:00", date(2027, 4, 20))
    by_rule(rows(series)[0], FIRST_SUNDAY)
    april = [day for day in days(series) if day.month == 4]
    assert april == [date(2027, 4, 20)]


def test_what_the_new_rule_lacks_is_cancelled_with_its_reason():
    series = start()
    by_rule(rows(series)[0], Rule(Often.MONTHLY, 2, weekdays=(THU,), nth=LAST))
    states = [(row.begins.month, row.state) for row in rows(series)]
    assert [month for month, state in states if state == "confirmed"] == [1, 3, 5]
    reasons = Move.objects.filter(kind=Move.Kind.CANCELLED).values_list("reason")
    assert all(reason for (reason,) in reasons)


def test_a_weekly_rule_fills_the_weeks_between():
    series = start(last_on=date(2027, 2, 28))
    by_rule(rows(series)[0], Rule(Often.WEEKLY, weekdays=(THU,)), date(2027, 2, 28))
    assert [day.day for day in days(series)] == [28, 4, 11, 18, 25]


def test_neighbours_that_change_places_do_not_clash():
    hall = room()
    first = date(2027, 2, 14)
    weekdays = {"kind": "training", "room": hall}
    series = start(Rule(Often.DAILY), date(2027, 2, 17), first, **weekdays)
    later = Rule(Often.WEEKLY, weekdays=(1, 2, 3))
    steps = of_rule(rows(series)[0], Order(later, date(2027, 2, 18)))
    assert [step.is_hard for step in steps] == [False] * len(steps)
    by_rule(rows(series)[0], later, date(2027, 2, 18))
    live = days(series, state="confirmed")
    assert [day.day for day in live] == [14, 16, 17, 18]


def test_days_that_were_left_out_stay_so_until_they_are_asked_for():
    series = start(skip={THURSDAYS[1]})
    steps = of_rule(rows(series)[0], Order(LAST_THURSDAY, JUNE))
    assert [step.day for step in steps if step.was_left_out] == [THURSDAYS[1]]
    series = by_rule(rows(series)[0], skip={THURSDAYS[1]})
    assert (THURSDAYS[1] in days(series), series.left_out) == (False, [THURSDAYS[1]])
    series = by_rule(rows(series)[0])
    assert (days(series), series.left_out) == (THURSDAYS, [])


def test_a_series_is_shortened():
    series = start()
    by_rule(rows(series)[0], last_on=date(2027, 2, 28))
    assert days(series, state="confirmed") == THURSDAYS[:2]
    series.refresh_from_db()
    assert series.last_on == date(2027, 2, 28)


def test_the_plan_says_what_becomes_of_each():
    series = start()
    cancel(sitting=rows(series)[1], sequence=0, reason="ছুটি", by=None)
    moved(rows(series)[2], "15:00", "16:00", date(2027, 3, 22))
    steps = of_rule(rows(series)[0], Order(LAST_THURSDAY, date(2027, 5, 31)))
    assert [step.fate for step in steps] == [
        Fate.CANCELLED,
        Fate.APART,
        Fate.STAYS,
        Fate.STAYS,
        Fate.DROPPED,
    ]
