"""Days with their lines: what is on now, what is next, and what goes on for days."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from innovation_portal.models import Holiday
from schedule.actions.sitting import cancel, hold, postpone
from schedule.agenda import agenda, month
from schedule.models import Sitting
from tests.schedule.sittings import DAY, at, details, sitting

pytestmark = pytest.mark.django_db
VISITOR = AnonymousUser()


def of(first=DAY, last=DAY, user=VISITOR):
    return agenda(Sitting.objects, first, last, user)


def phases():
    (day,) = of()
    return {line.sitting.subject: line.phase for line in day.lines}


@pytest.mark.parametrize(
    ("clock", "expected"),
    [
        ("09:59", ("next", "later", "later")),
        ("10:00", ("now", "next", "next")),
        ("11:00", ("over", "now", "now")),
        ("12:00", ("over", "over", "over")),
    ],
)
def test_phases(stand_at, clock, expected):
    sitting("10:00", "11:00", subject="ক")
    sitting("11:00", "12:00", subject="খ")
    sitting("11:00", "12:00", subject="গ")
    stand_at(clock)
    assert phases() == dict(zip("কখগ", expected, strict=True))


def test_only_what_comes_today_is_next(stand_at):
    sitting(subject="ক")
    stand_at("16:00", DAY - timedelta(days=1))
    assert phases() == {"ক": "later"}


def test_what_was_called_off_is_neither_on_nor_next(stand_at):
    off = sitting("10:00", "11:00", subject="ক")
    sitting("10:30", "11:00", subject="খ")
    postpone(sitting=off, sequence=off.sequence, reason="সফর", by=None)
    stand_at("09:00")
    assert phases() == {"ক": "later", "খ": "next"}
    stand_at("10:30")
    assert phases() == {"ক": "later", "খ": "now"}


def test_days_stand_in_order_and_lines_by_their_time():
    sitting("14:00", "15:00", subject="খ")
    sitting("09:00", "10:00", subject="ক")
    sitting("09:00", "10:00", day=DAY + timedelta(days=1), subject="গ")
    days = of(DAY, DAY + timedelta(days=2))
    assert [day.date for day in days] == [DAY + timedelta(days=n) for n in range(3)]
    told = [[line.sitting.subject for line in day.lines] for day in days]
    assert told == [["ক", "খ"], ["গ"], []]


def test_a_training_of_three_days_stands_on_each():
    last = DAY + timedelta(days=2)
    sitting(subject="প্রশিক্ষণ", begins="09:00", ends="10:00")
    Sitting.objects.update(during=(at("09:00"), at("16:00", last)))
    lines = [line for day in of(DAY, last) for line in day.lines]
    begins = [line.begins and line.begins.hour for line in lines]
    assert begins == [9, None, None]
    assert [line.ends and line.ends.hour for line in lines] == [None, None, 16]


def test_what_ends_at_midnight_is_not_of_the_next_day():
    sitting(begins="20:00", ends="21:00")
    after = DAY + timedelta(days=1)
    Sitting.objects.update(during=(at("20:00"), at("00:00", after)))
    assert [len(day.lines) for day in of(DAY, after)] == [1, 0]


def test_called_off_ones_stay_and_holds_that_ran_out_go(stand_at):
    off = sitting("09:00", "10:00", subject="বাতিল")
    cancel(sitting=off, sequence=off.sequence, reason="কারণ", by=None)
    hold(details=details("11:00", "12:00", subject="ধরা"), until=at("08:00"), by=None)
    (day,) = of()
    assert [line.sitting.subject for line in day.lines] == ["বাতিল", "ধরা"]
    stand_at("08:00")
    (day,) = of()
    assert [line.sitting.subject for line in day.lines] == ["বাতিল"]


def test_a_closed_one_that_was_called_off_is_nobodys_business():
    off = sitting(closed=True)
    assert len(of()[0].lines) == 1
    cancel(sitting=off, sequence=off.sequence, reason="কারণ", by=None)
    assert of()[0].lines == []


def test_days_off():
    Holiday.objects.create(day=DAY, name_bn="ছুটি")
    friday = DAY + timedelta(days=5)
    (holiday, *_week, weekend) = of(DAY, friday)
    assert (holiday.off, holiday.holiday) == ("ছুটি", "ছুটি")
    assert (weekend.off, weekend.holiday) == ("শুক্রবার", "")


def test_a_month_in_weeks_from_sunday():
    weeks = month(Sitting.objects, date(2017, 2, 1), VISITOR)
    days = [[day and day.date.day for day in week] for week in weeks]
    assert days[0] == [None, None, None, 1, 2, 3, 4]
    assert days[-1] == [26, 27, 28, None, None, None, None]
    assert {len(week) for week in weeks} == {7}


def test_a_cell_shows_three_and_tells_of_the_rest():
    for hour in range(9, 14):
        sitting(f"{hour:02}:00", f"{hour:02}:30")
    (day,) = of()
    assert (len(day.first), day.more) == (3, 2)
