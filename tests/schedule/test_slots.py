"""No offered slot clashes, and no free slot of the asked length is left out."""

from dataclasses import dataclass, replace
from datetime import time, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from innovation_portal.models import Holiday, WorkingHours
from schedule.actions.block import end_block, enter_block
from schedule.clashes import clashes_of
from schedule.details import Part
from schedule.models import Policy
from schedule.slots.asking import ask
from schedule.slots.finding import AROUND, free_slots, nearest_free
from schedule.slots.offering import slots
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import at, details, in_days, midnight, room, sitting
from tests.schedule.slots import DAY, Grid, clock, inside, placed, wanted

pytestmark = [pytest.mark.slow, pytest.mark.django_db]

DAYS = st.integers(0, 2).map(lambda n: DAY + timedelta(days=n))
MINUTES = st.integers(8 * 12, 18 * 12).map(lambda n: 5 * n)


@dataclass
class World:
    rooms: list
    chairs: list
    sittings: list


@st.composite
def taken(draw):
    """A time, and which room and which chair are taken then."""
    day, begins = draw(DAYS), draw(MINUTES)
    ends = begins + 5 * draw(st.integers(1, 60))
    clocks = [f"{minute // 60:02}:{minute % 60:02}" for minute in (begins, ends)]
    return day, clocks, draw(st.integers(0, 2)), draw(st.integers(0, 2))


def build(buffers, sat):
    rooms = [room(buffer=buffer) for buffer in buffers]
    chairs = [OfficerFactory() for _one in range(2)]
    chairs.append(OfficerFactory(same_as=chairs[0]))
    world = World(rooms, chairs, [])
    for day, clocks, where, who in sat:
        world.sittings.append(
            placed(*clocks, day=day, room=rooms[where], chair=chairs[who])
        )
    return world


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from([0, 15, 30, 60]), min_size=3, max_size=3),
    st.lists(taken(), max_size=8),
    st.integers(1, 60).map(lambda n: 5 * n),
    st.sampled_from([(0, 1), (0,), (2,), ()]),
    st.booleans(),
)
def test_what_is_offered_is_what_is_free(db, buffers, sat, minutes, who, breaks):
    with transaction.atomic():
        world = build(buffers, sat)
        officers = tuple(world.chairs[index] for index in who)
        asked = wanted(
            minutes, last=DAY + timedelta(days=2), officers=officers, breaks=breaks
        )
        stretches, warned = ask(asked)
        grid = Grid(asked, world.sittings)
        offered = slots(asked, stretches, warned)
        for one in world.rooms:
            free = grid.starts(one)
            assert inside(stretches, asked, one) == free
            starts = {
                slot.begins
                for slot in offered
                if one in {place.room for place in slot.rooms}
            }
            assert starts <= free
            for stretch in stretches:
                if one.pk in stretch.rooms:
                    latest = stretch.ends - asked.length
                    assert any(stretch.begins <= at <= latest for at in starts)
        transaction.set_rollback(True)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.sampled_from([0, 15, 30]), min_size=3, max_size=3),
    st.lists(taken(), max_size=8),
    st.tuples(DAYS, MINUTES, st.integers(1, 36).map(lambda n: 5 * n)),
    st.integers(0, 2),
)
def test_the_nearest_slots_are_free_and_none_is_nearer(db, buffers, sat, when, who):
    """But for the quarter of an hour to which a beginning is rounded."""
    with transaction.atomic():
        world = build(buffers, sat)
        day, begins, minutes = when
        begins = midnight(day) + timedelta(minutes=begins)
        said = replace(
            details(chair=world.chairs[who], room=world.rooms[0]),
            begins=begins,
            ends=begins + timedelta(minutes=minutes),
        )
        asked = wanted(
            minutes, DAY - AROUND, DAY + AROUND, officers=(world.chairs[who],)
        )
        grid = Grid(asked, world.sittings)
        found = nearest_free(said)
        for slot in found:
            for place in slot.rooms:
                assert grid.frees(slot.begins, place.room)
        near = min(abs(slot.begins - begins) for slot in found)
        for minute in range(0, near // timedelta(minutes=1) - 15, 5):
            for moment in (begins + timedelta(minutes=n) for n in (minute, -minute)):
                assert not any(grid.frees(moment, one) for one in world.rooms)
        transaction.set_rollback(True)


def free(*args, **values):
    return clock(free_slots(wanted(*args, **values)))


def test_an_empty_day_is_offered_before_and_after_lunch():
    one = room()
    found = free_slots(wanted(60))
    assert clock(found) == ["09:00", "14:00"]
    assert [slot.rooms[0].room for slot in found] == [one, one]
    assert [f"{slot.until:%H:%M}" for slot in found] == ["13:00", "17:00"]


def test_the_smallest_fitting_room_comes_first():
    large, small = room(capacity=80), room(capacity=40)
    room(capacity=20)
    room(capacity=60, closed_on=DAY)
    slot = free_slots(wanted(60, people=30))[0]
    assert [place.room for place in slot.rooms] == [small, large]


def test_rooms_without_the_equipment_are_not_offered():
    room(equipment=["projector"])
    both = room(equipment=["projector", "video"])
    slot = free_slots(wanted(60, equipment=("video", "projector")))[0]
    assert [place.room for place in slot.rooms] == [both]


def test_one_room_alone():
    room()
    mine = room()
    sitting("09:00", "12:00", room=mine)
    assert free(60, room=mine) == ["12:00", "14:00"]


def test_outside_of_all_rooms():
    chair = OfficerFactory()
    sitting("09:00", "12:00", chair=chair)
    assert free(60, officers=(chair,), needs_room=False) == ["12:00", "14:00"]


def test_a_room_is_offered_when_its_buffer_is_over_and_left_with_its_own():
    hall = room(buffer=30)
    sitting("10:00", "11:00", room=hall)
    sitting("12:30", "13:00", room=hall)
    assert free(60, room=hall) == ["14:00"]
    assert free(30, room=hall) == ["09:00", "11:30", "14:00"]
    [slot] = [
        slot for slot in free_slots(wanted(30, room=hall)) if slot.begins == at("09:00")
    ]
    assert f"{slot.until:%H:%M}" == "09:30"


def test_a_slot_begins_on_a_quarter_where_one_fits():
    hall = room()
    sitting("09:00", "10:10", room=hall)
    sitting("11:15", "13:00", room=hall)
    assert free(60, room=hall) == ["10:15", "14:00"]
    assert free(65, room=hall) == ["10:10", "14:00"]


def test_a_person_is_one_under_all_spellings():
    room()
    person = OfficerFactory()
    spelling, other = (OfficerFactory(same_as=person) for _each in range(2))
    sitting("09:00", "12:00", chair=spelling)
    for asked in (person, spelling, other):
        assert free(60, officers=(asked,)) == ["12:00", "14:00"]


def test_a_block_stands_in_the_way_until_it_is_taken_back():
    room()
    chair = OfficerFactory()
    block = enter_block(
        officer=chair,
        office=OfficeFactory(),
        kind="tour",
        begins=at("00:00"),
        ends=at("15:00"),
        by=None,
    )
    assert free(60, officers=(chair,)) == ["15:00"]
    end_block(block=block, by=None)
    assert free(60, officers=(chair,)) == ["09:00", "14:00"]


def test_a_hold_stands_in_the_way_until_it_runs_out():
    hall = room()
    held = placed("09:00", "13:00", room=hall, state="held", held_until=at("08:00"))
    assert free(60) == ["14:00"]
    held.held_until = at("08:00", in_days(-1))
    held.save()
    assert free(60) == ["09:00", "14:00"]


def test_what_waits_to_be_settled_stands_in_the_way():
    hall = room()
    placed("09:00", "12:00", room=hall)
    placed("11:00", "13:00", room=hall)
    assert free(30) == ["14:00"]


def test_a_sitting_to_be_moved_is_not_in_its_own_way():
    hall, chair = room(), OfficerFactory()
    mine = sitting("09:00", "13:00", room=hall, chair=chair)
    assert free(240, officers=(chair,)) == []
    assert free(240, officers=(chair,), sitting=mine) == ["09:00"]


def taking_part(mode, who):
    """One who takes part in a sitting from 9 to 11."""
    Policy.objects.create(pk=1, taking_part=mode)
    one = OfficeFactory() if who == "office" else OfficerFactory()
    sitting("09:00", "11:00", parts=(Part("পক্ষ", **{who: one}),))
    return one


@pytest.mark.parametrize("who", ["officer", "office"])
def test_taking_part_elsewhere_only_warns(who):
    one = taking_part("warning", who)
    room()
    found = free_slots(wanted(60, **{f"{who}s": (one,)}))
    assert clock(found) == ["11:00", "14:00", "09:00"]
    assert [slot.warned for slot in found] == [(), (), (one,)]


@pytest.mark.parametrize("who", ["officer", "office"])
def test_taking_part_elsewhere_stands_in_the_way_where_the_rule_says_so(who):
    one = taking_part("hard", who)
    room()
    found = free_slots(wanted(60, **{f"{who}s": (one,)}))
    assert clock(found) == ["11:00", "14:00"]


def test_the_past_of_today_is_not_offered():
    room()
    yesterday = in_days(-1)
    assert free(15, yesterday) == []


def test_hours_holidays_and_single_days():
    room()
    friday, saturday = DAY + timedelta(days=5), DAY + timedelta(days=6)
    Holiday.objects.create(day=DAY, name_bn="ছুটি")
    no_break = {"break_from": None, "break_until": None}
    WorkingHours.objects.create(
        name="রমজান", since=DAY, until=saturday, closes=time(15), **no_break
    )
    WorkingHours.objects.create(
        name="কর্মদিবস", since=saturday, until=saturday, opens=time(10), **no_break
    )
    found = free_slots(wanted(6 * 60, last=saturday))
    days = {slot.begins.date() for slot in found}
    assert days == {DAY + timedelta(days=n) for n in (1, 2, 3, 4, 6)}
    assert friday not in days
    assert clock(found)[-1] == "10:00"


def test_nobody_sits_through_lunch_unless_asked():
    room()
    assert free(5 * 60) == []
    assert free(5 * 60, breaks=False) == ["09:00"]


def test_a_part_of_the_day():
    room()
    assert free(60, after=time(11, 20), before=time(15)) == ["11:30", "14:00"]


def test_no_slot_clashes_when_it_is_entered():
    hall, chair = room(buffer=15), OfficerFactory()
    sitting("10:00", "11:00", room=hall)
    sitting("14:30", "15:30", chair=chair)
    asked = wanted(45, officers=(chair,), room=hall)
    for slot in free_slots(asked):
        said = details(
            f"{slot.begins:%H:%M}", f"{slot.ends:%H:%M}", room=hall, chair=chair
        )
        assert clashes_of(said) == []


def test_one_statement_whatever_is_asked(django_assert_num_queries):
    chairs = tuple(OfficerFactory() for _each in range(3))
    for _each in range(4):
        room()
    with django_assert_num_queries(3):  # rooms, the policy, and the question
        free_slots(wanted(60, last=DAY + timedelta(days=30), officers=chairs))
