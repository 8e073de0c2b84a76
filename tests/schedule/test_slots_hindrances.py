"""Nothing is free: what is told, and that each way out is a way out."""

from datetime import time, timedelta

import pytest

from innovation_portal.models import Holiday
from schedule.actions.block import enter_block
from schedule.slots.finding import free_slots
from schedule.slots.hindrances import hindrances
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import at, in_days, room, sitting
from tests.schedule.slots import DAY, wanted

pytestmark = pytest.mark.django_db

WHOLE_DAY = ("09:00", "17:00")


def ways(asked):
    """Kinds of ways out, of which each has been tried once more."""
    found = hindrances(asked).ways
    assert all(free_slots(way.wanted)[0] == way.slot for way in found)
    return [way.kind for way in found]


def busy_chair(*times):
    chair = OfficerFactory()
    sitting(*(times or WHOLE_DAY), chair=chair)
    return chair


def test_a_busy_chair_is_named_with_his_times():
    room()
    chair, free = busy_chair(), OfficerFactory()
    asked = wanted(60, officers=(chair, free))
    assert ways(asked) == ["later", "without"]
    way = hindrances(asked).ways[-1]
    assert (way.who, way.busy) == (chair, ((at("09:00"), at("17:00")),))
    assert way.wanted.officers == (free,)


def test_a_tour_is_told_to_its_end():
    room()
    chair = OfficerFactory()
    begins, ends = at("00:00"), at("12:00", DAY + timedelta(days=40))
    enter_block(
        officer=chair,
        office=OfficeFactory(),
        kind="tour",
        begins=begins,
        ends=ends,
        by=None,
    )
    way = hindrances(wanted(60, officers=(chair,))).ways[0]
    assert (way.kind, way.busy) == ("without", ((begins, ends),))


def test_two_who_are_never_free_together():
    """Either alone would do."""
    room()
    early, late = busy_chair("09:00", "13:00"), busy_chair("14:00", "17:00")
    found = hindrances(wanted(60, officers=(early, late))).ways
    assert [way.who for way in found if way.kind == "without"] == [early, late]


def test_an_office_that_takes_part_elsewhere():
    room()
    office = OfficeFactory()
    chair = busy_chair()
    asked = wanted(60, officers=(chair,), offices=(office,))
    whos = [way.who for way in hindrances(asked).ways if way.kind == "without"]
    assert whos == [chair]


def test_no_room_is_large_enough():
    room(capacity=60)
    room(capacity=90, closed_on=DAY)
    found = hindrances(wanted(60, people=80))
    assert (found.no_room, found.seats) == (True, 60)
    assert ways(wanted(60, people=80)) == ["fewer_people", "outside"]


def test_no_room_has_the_equipment():
    room(capacity=60)
    asked = wanted(60, equipment=("video",))
    assert (hindrances(asked).no_room, hindrances(asked).seats) == (True, None)
    assert ways(asked) == ["less_equipment", "outside"]


def test_the_room_itself_is_taken():
    hall = room()
    room()
    sitting(*WHOLE_DAY, room=hall)
    assert ways(wanted(60, room=hall)) == ["any_room", "outside", "later"]


def test_a_shorter_one_would_fit():
    room()
    chair = busy_chair("09:50", "17:00")
    asked = wanted(60, officers=(chair,))
    assert ways(asked) == ["later", "without", "shorter"]
    assert hindrances(asked).ways[-1].wanted.length == timedelta(minutes=45)


def test_too_long_for_the_time_before_lunch():
    room()
    asked = wanted(5 * 60)
    assert hindrances(asked).longest == timedelta(hours=4)
    assert ways(asked) == ["through_break", "shorter"]


def test_another_part_of_the_day():
    room()
    chair = busy_chair("09:00", "13:00")
    asked = wanted(60, officers=(chair,), before=time(13))
    assert ways(asked)[0] == "any_hour"


def test_days_off_are_named():
    room()
    Holiday.objects.create(day=DAY, name_bn="শহীদ দিবস")
    found = hindrances(wanted(60))
    assert (found.off, found.longest) == ({DAY: "শহীদ দিবস"}, None)
    assert [way.kind for way in found.ways] == ["later"]


def test_days_that_are_over():
    room()
    found = hindrances(wanted(60, in_days(-9), in_days(-8)))
    assert [way.kind for way in found.ways] == ["later"]
