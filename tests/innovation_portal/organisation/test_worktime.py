"""Working time as PostgreSQL answers it, with Ramadan, holidays and breaks."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from innovation_portal.models import Holiday, WorkingHours
from innovation_portal.organisation.worktime import days_off, working_time

pytestmark = pytest.mark.django_db

SUNDAY, THURSDAY, FRIDAY, SATURDAY = (date(2017, 2, day) for day in (12, 16, 17, 18))
NO_BREAK = {"break_from": None, "break_until": None}
DHAKA = ZoneInfo("Asia/Dhaka")


def span(day, begins, ends):
    return tuple(
        datetime.combine(day, time.fromisoformat(text), DHAKA)
        for text in (begins, ends)
    )


def hours(since, until, **values):
    row = WorkingHours(name="রমজান", since=since, until=until, **values)
    row.full_clean()
    row.save()
    return row


def test_a_usual_day_with_its_break():
    assert working_time(SUNDAY, SUNDAY) == [
        span(SUNDAY, "09:00", "13:00"),
        span(SUNDAY, "14:00", "17:00"),
    ]


def test_through_the_break():
    assert working_time(SUNDAY, SUNDAY, breaks=False) == [
        span(SUNDAY, "09:00", "17:00")
    ]


def test_nobody_works_on_friday_and_saturday():
    assert working_time(FRIDAY, SATURDAY) == []
    days = {begins.date() for begins, ends in working_time(SUNDAY, SATURDAY)}
    assert days == {date(2017, 2, day) for day in range(12, 17)}


def test_nobody_works_on_a_holiday():
    Holiday.objects.create(day=SUNDAY, name_bn="ছুটি")
    assert working_time(SUNDAY, SUNDAY) == []


def test_hours_of_a_range_take_the_place_of_the_usual_ones():
    hours(
        SUNDAY,
        THURSDAY,
        closes=time(15, 30),
        break_from=time(13, 15),
        break_until=time(13, 30),
    )
    assert working_time(SUNDAY, SUNDAY) == [
        span(SUNDAY, "09:00", "13:15"),
        span(SUNDAY, "13:30", "15:30"),
    ]
    after = date(2017, 2, 19)
    assert working_time(after, after)[-1] == span(after, "14:00", "17:00")


def test_a_range_without_a_break():
    hours(SUNDAY, THURSDAY, closes=time(13), **NO_BREAK)
    assert working_time(SUNDAY, SUNDAY) == [span(SUNDAY, "09:00", "13:00")]


def test_a_range_with_other_weekdays():
    hours(SUNDAY, SATURDAY, weekdays=[6], **NO_BREAK)
    assert working_time(SUNDAY, SATURDAY) == [span(SATURDAY, "09:00", "17:00")]


def test_a_single_saturday_is_worked_inside_a_longer_range():
    hours(SUNDAY, date(2017, 3, 1), closes=time(15))
    single = {"opens": time(10), "closes": time(12)}
    hours(SATURDAY, SATURDAY, **NO_BREAK, **single)
    assert working_time(FRIDAY, SATURDAY) == [span(SATURDAY, "10:00", "12:00")]


def test_a_part_of_the_day():
    part = {"after": time(11), "before": time(14, 30)}
    assert working_time(SUNDAY, SUNDAY, **part) == [
        span(SUNDAY, "11:00", "13:00"),
        span(SUNDAY, "14:00", "14:30"),
    ]
    assert working_time(SUNDAY, SUNDAY, after=time(17)) == []


def test_two_ranges_may_not_overlap():
    hours(SUNDAY, THURSDAY)
    with pytest.raises(ValidationError) as refused:
        hours(THURSDAY, SATURDAY)
    assert len(refused.value.messages) == 1
    with (
        pytest.raises(IntegrityError, match="hours_of_one_range"),
        transaction.atomic(),
    ):
        WorkingHours.objects.create(name="খ", since=THURSDAY, until=SATURDAY)


def test_a_single_day_has_one_row():
    hours(SATURDAY, SATURDAY)
    with pytest.raises(IntegrityError, match="hours_of_one_day"), transaction.atomic():
        WorkingHours.objects.create(name="খ", since=SATURDAY, until=SATURDAY)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("hours_until_after_since", {"until": date(2017, 2, 1)}),
        (
            "hours_close_after_opening",
            {"opens": time(18), "closes": time(9)} | NO_BREAK,
        ),
        ("hours_break_within", {"break_until": None}),
        ("hours_break_within", {"break_from": time(8)}),
        ("hours_break_within", {"break_until": time(18)}),
        ("hours_break_within", {"break_from": time(14), "break_until": time(13)}),
    ],
)
def test_the_database_refuses_unsound_hours(name, values):
    given = {"name": "ক", "since": SUNDAY, "until": THURSDAY} | values
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        WorkingHours.objects.create(**given)


def test_days_off_say_why():
    Holiday.objects.create(day=THURSDAY, name_bn="বিশেষ ছুটি")
    hours(SATURDAY, SATURDAY)
    assert days_off(SUNDAY, date(2017, 2, 25)) == {
        THURSDAY: "বিশেষ ছুটি",
        FRIDAY: "শুক্রবার",
        date(2017, 2, 24): "শুক্রবার",
        date(2017, 2, 25): "শনিবার",
    }


@pytest.mark.parametrize(
    ("day", "closes"), [(SUNDAY, 15), (SATURDAY, 12), (date(2017, 3, 5), 17)]
)
def test_the_hours_of_a_day(day, closes):
    hours(SUNDAY, date(2017, 3, 1), closes=time(15))
    hours(SATURDAY, SATURDAY, closes=time(12), **NO_BREAK)
    assert WorkingHours.objects.on(day).closes == time(closes)
