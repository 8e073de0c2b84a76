from datetime import date

import pytest

from innovation_portal.models import Holiday, WorkingHours
from schedule.cautions import cautions
from tests.schedule.sittings import DAY, details, room

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def test_an_ordinary_sitting_needs_none():
    assert cautions(details("10:30", "11:30", people=20)) == []


def test_it_may_last_through_the_break():
    assert cautions(details("12:30", "14:30")) == []


def test_more_people_than_seats():
    said = details("10:30", "11:30", room=room(capacity=10, name_en="Hall"), people=11)
    assert cautions(said) == ["The room Hall has 10 seats for 11 people."]


def test_as_many_people_as_seats():
    said = details("10:30", "11:30", room=room(capacity=10), people=10)
    assert cautions(said) == []


def test_outside_nobody_counts_the_seats():
    assert cautions(details("10:30", "11:30", place="ভবন", people=500)) == []


@pytest.mark.parametrize(("begins", "ends"), [("8:30", "9:30"), ("16:30", "17:30")])
def test_outside_the_working_hours(begins, ends):
    assert cautions(details(begins, ends)) == ["This lies outside the working hours."]


def test_a_weekend():
    friday = date(2027, 2, 19)
    assert cautions(details("10:30", "11:30", friday)) == [
        "Nobody works on 19 February 2027: Friday."
    ]


def test_a_holiday():
    Holiday.objects.create(day=DAY, name_bn="ছুটি", name_en="Moon Day")
    assert cautions(details("10:30", "11:30")) == [
        "Nobody works on 14 February 2027: Moon Day."
    ]


def test_hours_of_a_season():
    WorkingHours.objects.create(
        name="রমজান", since=DAY, until=date(2027, 3, 14), closes="15:30"
    )
    assert cautions(details("15:00", "16:00")) == [
        "This lies outside the working hours."
    ]


def test_what_has_passed():
    past = date(2020, 2, 16)
    assert cautions(details("10:30", "11:30", past)) == [
        "This time has passed; the sitting is entered for the records."
    ]
