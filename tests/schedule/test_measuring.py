"""What is counted of sittings, with the edges of days, months and working hours."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from innovation_portal.models import Holiday, WorkingHours
from schedule import measuring
from schedule.actions.sitting import cancel, enter
from schedule.models import Move, Refusal
from tests.schedule.sittings import at, details, room, sitting

SUNDAY = date(2025, 3, 2)
YEAR = date(2025, 1, 1), date(2025, 12, 31)
MARCH = date(2025, 3, 1)
pytestmark = pytest.mark.django_db


def busy(first=YEAR[0], last=YEAR[1]):
    return sorted(measuring.busy_hours(first, last))


def course(begins, ends, days, **values):
    """A sitting of several days."""
    said = details(begins, "23:59", day=SUNDAY, **values)
    last = SUNDAY + timedelta(days=days - 1)
    return enter(details=replace(said, ends=at(ends, last)), by=None)


def test_the_first_and_the_last_day_on_which_sittings_began():
    today = date(2026, 1, 1)
    assert measuring.begun(today) == (None, None)
    sitting(day=SUNDAY)
    sitting(day=date(2023, 12, 31))
    sitting(day=date(2027, 1, 3))
    assert measuring.begun(today) == (date(2023, 12, 31), SUNDAY)


def test_a_sitting_is_busy_in_each_hour_that_it_touches():
    sitting("10:30", "12:00", day=SUNDAY)
    sitting("11:00", "11:30", day=SUNDAY)
    assert busy() == [(7, 10, 1), (7, 11, 2)]


def test_nights_of_a_course_are_not_busy():
    course("10:00", "12:00", days=3)
    assert busy() == [(d, h, 1) for d in (1, 2, 7) for h in (10, 11)]


def test_what_goes_on_over_night_is_busy_all_along():
    course("22:00", "02:00", days=2)
    assert busy() == [(1, 0, 1), (1, 1, 1), (7, 22, 1), (7, 23, 1)]


def test_hours_outside_the_days_asked_for_do_not_count():
    course("10:00", "11:00", days=3)
    assert busy(SUNDAY + timedelta(days=1), SUNDAY + timedelta(days=1)) == [(1, 10, 1)]


def test_only_confirmed_sittings_are_busy():
    row = sitting(day=SUNDAY)
    cancel(sitting=row, sequence=row.sequence, reason="-", by=None)
    assert busy() == []
    assert measuring.held(*YEAR) == []


def test_a_closed_sitting_counts_as_any_other():
    sitting("10:00", "11:00", day=SUNDAY, closed=True)
    assert busy() == [(7, 10, 1)]


def use(first=MARCH, last=date(2025, 3, 31)):
    """Name, month, and hours used and there were."""
    return [
        (name, month, used / 3600, hours / 3600)
        for name, _english, month, used, hours in measuring.room_use(first, last)
    ]


def test_a_room_is_used_within_the_hours_of_the_office():
    hall = room(name_bn="বড় কক্ষ")
    sitting("8:00", "10:30", day=SUNDAY, room=hall)
    sitting("16:00", "18:00", day=SUNDAY, room=hall)
    assert use(SUNDAY, SUNDAY) == [("বড় কক্ষ", MARCH, 2.5, 7)]


def test_lunch_is_no_working_hour():
    sitting("12:00", "15:00", day=SUNDAY, room=room(name_bn="কক্ষ"))
    assert use(SUNDAY, SUNDAY) == [("কক্ষ", MARCH, 2, 7)]


def test_what_is_held_on_a_holiday_uses_no_working_hour():
    Holiday.objects.create(day=SUNDAY, name_bn="ছুটি")
    sitting(day=SUNDAY, room=room(name_bn="কক্ষ"))
    assert use(SUNDAY, SUNDAY) == [("কক্ষ", MARCH, 0, 0)]


def test_ramadan_has_hours_of_its_own():
    WorkingHours.objects.create(
        name="রমজান",
        since=MARCH,
        until=date(2025, 3, 31),
        opens=time(9),
        closes=time(15, 30),
        break_from=time(13, 15),
        break_until=time(13, 30),
    )
    sitting("14:00", "17:00", day=SUNDAY, room=room(name_bn="কক্ষ"))
    assert use(SUNDAY, SUNDAY) == [("কক্ষ", MARCH, 1.5, 6.25)]


def test_use_is_parted_at_the_months():
    hall = room(name_bn="কক্ষ")
    sitting("10:00", "11:00", day=date(2025, 3, 31), room=hall)
    sitting("10:00", "12:00", day=date(2025, 4, 1), room=hall)
    # 22 working days in each of these months
    assert use(MARCH, date(2025, 4, 30)) == [
        ("কক্ষ", MARCH, 1, 22 * 7),
        ("কক্ষ", date(2025, 4, 1), 2, 22 * 7),
    ]


def test_a_room_without_sittings_and_a_place_outside_are_not_told_of():
    room()
    sitting(day=SUNDAY, place="ওসমানী মিলনায়তন")
    assert use() == []


def test_kinds_are_counted_by_month_with_the_days_of_notice():
    sitting(day=SUNDAY, letter_date=date(2025, 2, 25))
    sitting(day=date(2025, 3, 31), letter_date=date(2025, 3, 30))
    sitting(day=date(2025, 3, 3), kind="training")
    sitting(day=date(2024, 12, 31))
    assert sorted(measuring.held(*YEAR)) == [
        (MARCH, "meeting", 2, 2, 5 + 1),
        (MARCH, "training", 1, 0, 0),
    ]


def test_a_letter_after_the_sitting_gave_no_notice():
    sitting(day=SUNDAY, letter_date=date(2025, 3, 5))
    assert measuring.held(*YEAR) == [(MARCH, "meeting", 1, 0, 0)]


def test_a_sitting_at_midnight_is_of_the_day_at_the_office():
    sitting("00:30", "01:30", day=date(2025, 3, 1))
    assert [row[0] for row in measuring.held(*YEAR)] == [MARCH]


def refusal(begins="10:00", kind="room", clock="9:00", day=SUNDAY):
    during = (at(begins, day), at("18:00", day))
    Refusal.objects.create(at=at(clock, day), kind=kind, during=during)


def test_asking_again_on_the_same_day_is_refused_once():
    refusal()
    refusal(clock="9:05")
    refusal("11:00")
    refusal(kind="officer")
    refusal(day=date(2025, 4, 1))
    assert sorted(measuring.saved(*YEAR)) == [(MARCH, 3, 0), (date(2025, 4, 1), 1, 0)]


def test_holds_that_ran_out_stand_beside_them():
    refusal()
    row = sitting(day=SUNDAY)
    for kind in ("lapsed", "lapsed", "moved"):
        Move.objects.create(sitting=row, kind=kind, sequence=1, at=at("8:00", SUNDAY))
    assert measuring.saved(*YEAR) == [(MARCH, 1, 2)]
