"""What is offered in the place of a time that was refused."""

from datetime import timedelta

import pytest

from innovation_portal.models import Holiday
from schedule.details import Part
from schedule.slots.finding import nearest_free
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import details, in_days, room, sitting
from tests.schedule.slots import DAY, clock

pytestmark = pytest.mark.django_db


def rooms_of(slots):
    return [slot.rooms[0].room for slot in slots]


def test_another_room_at_the_same_time_and_the_same_room_before_and_after():
    hall, other = room(), room()
    sitting("10:00", "11:00", room=hall)
    slots = nearest_free(details("10:00", "11:00", room=hall))
    assert clock(slots) == ["09:00", "10:00", "11:00"]
    assert rooms_of(slots) == [hall, other, hall]


def test_a_chair_who_sits_elsewhere_is_free_before_or_after():
    chair, hall = OfficerFactory(), room()
    sitting("10:00", "11:00", chair=chair)
    slots = nearest_free(details("10:30", "11:30", chair=chair, room=hall))
    assert clock(slots) == ["09:00", "11:00", "14:00"]


def test_the_latest_quarter_before_an_odd_time():
    chair, hall = OfficerFactory(), room()
    sitting("10:40", "13:00", chair=chair)
    slots = nearest_free(details("11:00", "12:00", chair=chair, room=hall), count=1)
    assert clock(slots) == ["09:30"]


def test_an_odd_time_where_no_quarter_fits():
    chair, hall = OfficerFactory(), room()
    sitting("09:00", "09:05", chair=chair)
    sitting("10:10", "13:00", chair=chair)
    slots = nearest_free(details("10:00", "11:05", chair=chair, room=hall), count=1)
    assert clock(slots) == ["09:05"]


def test_one_of_the_few_is_in_the_room_itself():
    hall = room()
    room()
    sitting("09:00", "13:00", room=hall)
    slots = nearest_free(details("10:00", "11:00", room=hall), count=1)
    assert (clock(slots), rooms_of(slots)) == (["14:00"], [hall])


def test_rooms_that_are_too_small_are_not_offered():
    hall = room(capacity=60)
    room(capacity=20)
    sitting("10:00", "11:00", room=hall)
    slots = nearest_free(details("10:00", "11:00", room=hall, people=50))
    assert clock(slots) == ["09:00", "11:00", "14:00"]


def test_outside_only_people_count():
    chair = OfficerFactory()
    sitting("10:00", "11:00", chair=chair)
    slots = nearest_free(details("10:00", "11:00", chair=chair, place="বিসিক"), count=2)
    assert clock(slots) == ["09:00", "11:00"]
    assert rooms_of(slots) == [None, None]


def test_those_taking_part_count_as_asked_for():
    office, hall = OfficeFactory(), room()
    officer = OfficerFactory()
    sitting("10:00", "11:00", chair=officer)
    parts = (Part("একজন", officer=officer), Part("দপ্তর", office=office))
    slots = nearest_free(details("10:00", "11:00", room=hall, parts=parts), count=2)
    assert clock(slots) == ["09:00", "11:00"]


def test_a_free_time_is_its_own_nearest():
    assert clock(nearest_free(details("10:05", "11:00"), count=1)) == ["10:05"]


def test_on_a_holiday_the_next_day_is_near():
    Holiday.objects.create(day=DAY, name_bn="ছুটি")
    slots = nearest_free(details("10:00", "11:00"), count=1)
    assert [slot.begins.date() for slot in slots] == [DAY + timedelta(days=1)]


def test_of_the_past_nothing_is_offered():
    slots = nearest_free(details("10:00", "11:00", day=in_days(-3)))
    assert slots
    assert all(slot.begins.date() >= in_days(0) for slot in slots)


def test_a_row_to_be_moved_is_not_in_its_own_way():
    mine = sitting("10:00", "11:00")
    said = details("10:30", "11:30", chair=mine.chair, room=mine.room)
    assert clock(nearest_free(said, mine, count=1)) == ["10:30"]


def test_what_is_longer_than_a_day_has_no_slot():
    assert nearest_free(details("09:00", "17:00", day=DAY)) == []
