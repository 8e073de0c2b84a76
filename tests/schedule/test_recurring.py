"""Rules as RFC 5545 writes them, as days and in words."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from schedule.recurring import (
    LAST,
    LONGEST_STEP,
    MOST,
    NoRule,
    Occurrence,
    Often,
    OnDaysOff,
    Rule,
    placed,
)

SUN, MON, TUE, THU, FRI = 6, 0, 1, 3, 4
WEEKLY, MONTHLY, DAILY = Often.WEEKLY, Often.MONTHLY, Often.DAILY
RULES = (
    (Rule(DAILY), "FREQ=DAILY", "Every day", "প্রতিদিন"),
    (
        Rule(WEEKLY, weekdays=(TUE, SUN)),
        "FREQ=WEEKLY;BYDAY=SU,TU;WKST=SU",
        "Every week: Sunday, Tuesday",
        "প্রতি সপ্তাহে: রবিবার, মঙ্গলবার",
    ),
    (
        Rule(WEEKLY, 2, weekdays=(THU,)),
        "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH;WKST=SU",
        "Once in 2 weeks: Thursday",
        "২ সপ্তাহে একবার: বৃহস্পতিবার",
    ),
    (
        Rule(MONTHLY, day=15),
        "FREQ=MONTHLY;BYMONTHDAY=15",
        "Every month: day 15 of the month",
        "প্রতি মাসে: মাসের ১৫ তারিখ",
    ),
    (
        Rule(MONTHLY, day=LAST),
        "FREQ=MONTHLY;BYMONTHDAY=-1",
        "Every month: last day of the month",
        "প্রতি মাসে: মাসের শেষ দিন",
    ),
    (
        Rule(MONTHLY, day=31),
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
        "Every month: day 31, in a shorter month its last day",
        "প্রতি মাসে: ৩১ তারিখ, ছোট মাসে শেষ দিন",
    ),
    (
        Rule(MONTHLY, 3, weekdays=(SUN,), nth=2),
        "FREQ=MONTHLY;INTERVAL=3;BYDAY=2SU",
        "Every three months: second Sunday",
        "প্রতি তিন মাসে: দ্বিতীয় রবিবার",
    ),
    (
        Rule(MONTHLY, weekdays=(THU,), nth=LAST),
        "FREQ=MONTHLY;BYDAY=-1TH",
        "Every month: last Thursday",
        "প্রতি মাসে: শেষ বৃহস্পতিবার",
    ),
)


@pytest.mark.parametrize(("rule", "text", "english", "bangla"), RULES)
def test_a_rule_is_written_and_read(rule, text, english, bangla):
    assert str(rule) == text
    assert str(Rule.read(text)) == text
    with translation.override("en"):
        assert rule.words() == english


steps = st.integers(1, 12)
weekdays = st.lists(st.integers(0, 6), min_size=1, unique=True).map(tuple)
any_rule = st.one_of(
    st.builds(Rule, st.just(DAILY), steps),
    st.builds(Rule, st.just(WEEKLY), steps, weekdays=weekdays),
    st.builds(
        Rule, st.just(MONTHLY), steps, day=st.sampled_from([LAST, *range(1, 32)])
    ),
    st.builds(
        Rule,
        st.just(MONTHLY),
        steps,
        weekdays=st.integers(0, 6).map(lambda day: (day,)),
        nth=st.sampled_from([1, 2, 3, 4, LAST]),
    ),
)


@given(any_rule)
def test_every_rule_comes_back_as_it_was_written(rule):
    assert str(Rule.read(str(rule))) == str(rule)
    assert len(str(rule)) <= 200


@given(any_rule, st.dates(date(2017, 1, 1), date(2030, 1, 1)))
def test_days_are_in_order_within_the_bounds_and_few(rule, first):
    last = first + timedelta(days=370)
    try:
        days = rule.days(first, last)
    except ValidationError:
        return  # more than are allowed
    assert days == sorted(set(days))
    assert all(first <= day <= last for day in days)
    assert len(days) <= MOST


@pytest.mark.parametrize(
    "text",
    [
        "",
        "FREQ=SECONDLY",
        "FREQ=YEARLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=99",
        "FREQ=DAILY;COUNT=5",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=XX;WKST=SU",
        "FREQ=WEEKLY;BYDAY=SU,SU;WKST=SU",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYMONTHDAY=0",
        "FREQ=MONTHLY;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=5SU",
        "FREQ=MONTHLY;BYDAY=2SU;BYMONTHDAY=3",
        "FREQ=DAILY;BYHOUR=" + ",".join(map(str, range(24))),
        "FREQ=DAILY\n",
        "9" * 100_000,
    ],
)
def test_what_is_no_rule_of_ours_is_refused(text):
    with pytest.raises(NoRule):
        Rule.read(text)


def test_each_pace_has_its_longest_step():
    for often, longest in LONGEST_STEP.items():
        more = {WEEKLY: {"weekdays": (SUN,)}, MONTHLY: {"day": 1}}.get(often, {})
        assert Rule(often, longest, **more).every == longest
        with pytest.raises(NoRule):
            Rule(often, longest + 1, **more)


def test_the_31st_is_the_last_day_of_a_shorter_month():
    days = Rule(MONTHLY, day=31).days(date(2027, 1, 1), date(2027, 4, 30))
    assert [(day.month, day.day) for day in days] == [
        (1, 31),
        (2, 28),
        (3, 31),
        (4, 30),
    ]


def test_the_29th_of_february_is_kept_in_a_leap_year():
    days = Rule(MONTHLY, day=29).days(date(2028, 2, 1), date(2028, 3, 31))
    assert [(day.month, day.day) for day in days] == [(2, 29), (3, 29)]


def test_the_last_thursday():
    rule = Rule(MONTHLY, weekdays=(THU,), nth=LAST)
    days = rule.days(date(2026, 12, 1), date(2027, 3, 31))
    assert days == [
        date(2026, 12, 31),
        date(2027, 1, 28),
        date(2027, 2, 25),
        date(2027, 3, 25),
    ]


def test_quarterly_counts_from_its_first_month():
    rule = Rule(MONTHLY, 3, weekdays=(SUN,), nth=1)
    days = rule.days(date(2027, 2, 1), date(2027, 12, 31))
    assert [day.month for day in days] == [2, 5, 8, 11]
    assert {day.weekday() for day in days} == {SUN}


def test_every_second_week_begins_on_sunday():
    """Of a week from Sunday on, both days: not the Sunday of the week after."""
    rule = Rule(WEEKLY, 2, weekdays=(SUN, THU))
    days = rule.days(date(2027, 1, 3), date(2027, 1, 31))
    assert [day.day for day in days] == [3, 7, 17, 21, 31]


def test_too_many_are_refused_with_a_sentence(in_english):
    with pytest.raises(ValidationError) as refused:
        Rule(DAILY).days(date(2027, 1, 1), date(2027, 12, 31))
    assert refused.value.messages == [
        "At most 200 sittings fit; choose an earlier last day."
    ]
    assert len(Rule(DAILY).days(date(2027, 1, 1), date(2027, 7, 19))) == MOST


def test_too_long_is_refused():
    with pytest.raises(ValidationError):
        Rule(MONTHLY, day=1).days(date(2027, 1, 1), date(9999, 12, 31))


def test_there_may_be_none():
    assert Rule(MONTHLY, day=20).days(date(2027, 1, 21), date(2027, 2, 19)) == []


def test_steps_count_from_where_the_rule_began():
    rule, first = Rule(MONTHLY, 3, day=10), date(2027, 3, 1)
    days = rule.days(first, date(2027, 9, 30), since=date(2027, 1, 10))
    assert [day.month for day in days] == [4, 7]


def test_a_day_tells_its_rule():
    assert str(Rule.monthly_on(date(2027, 1, 19))) == "FREQ=MONTHLY;BYDAY=3TU"
    assert str(Rule.monthly_on(date(2027, 1, 31))) == "FREQ=MONTHLY;BYDAY=-1SU"


def weekend(day):
    return day.weekday() in {4, 5}


WEEK = [date(2027, 1, 6) + timedelta(days=n) for n in range(5)]  # Wednesday to Sunday


def put(days, on_days_off, off=weekend):
    return [(one.by_rule.day, one.day.day) for one in placed(days, on_days_off, off)]


def test_a_day_off_is_left_out_or_kept():
    assert put(WEEK, OnDaysOff.SKIP) == [(6, 6), (7, 7), (10, 10)]
    assert put(WEEK, OnDaysOff.KEEP) == [(n, n) for n in range(6, 11)]


def test_it_moves_to_the_next_working_day_unless_that_has_one_of_its_own():
    assert put(WEEK[:4], OnDaysOff.NEXT) == [(6, 6), (7, 7), (8, 10)]
    assert put(WEEK, OnDaysOff.NEXT) == [(6, 6), (7, 7), (10, 10)]


def test_nothing_moves_for_ever():
    assert put(WEEK, OnDaysOff.NEXT, lambda day: True) == []


def test_an_occurrence_says_both_days():
    (one,) = placed(WEEK[2:3], OnDaysOff.NEXT, weekend)
    assert one == Occurrence(date(2027, 1, 8), date(2027, 1, 10))
