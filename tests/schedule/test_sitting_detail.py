"""A sitting at its own address, with all that was done to it."""

import dataclasses
import datetime

import pytest

from schedule.actions.sitting import change, hold, postpone
from schedule.details import Details, Part
from tests.factories import UserFactory
from tests.schedule.sittings import at, details, room, sitting

pytestmark = pytest.mark.django_db


def text(client, made):
    page = client.get(f"/en/schedule/sittings/{made.pk}/")
    return " ".join(page.text.split())


def test_all_that_the_letter_says(client):
    made = sitting(
        "10:30",
        "12:00",
        room=room(name_en="Conference room"),
        contact="০২-৯৫৮৩৪৫২",
        people=25,
        letter_number="৩৬.০০.০৪",
        letter_date=datetime.date(2027, 2, 1),
        agenda="বিগত সভার কার্যবিবরণী\nবিবিধ",
        parts=(Part(name="উপসচিব (সকল)"),),
    )
    said = text(client, made)
    for part in (
        "Sunday, 14 February 2027",
        "10:30 am – 12:00 pm",
        "Conference room",
        "০২-৯৫৮৩৪৫২",
        "৩৬.০০.০৪",
        "(1 February 2027)",
        "<li>বিগত সভার কার্যবিবরণী</li><li>বিবিধ</li>",
        "<li>উপসচিব (সকল)</li>",
    ):
        assert part in said


def test_each_move_with_its_day_person_and_reason(client):
    who = UserFactory(full_name="রহিমা খাতুন")
    place = room(name_bn="ছোট কক্ষ")
    made = sitting("10:00", "11:00", room=place, by=who)
    moved = dataclasses.replace(
        Details.of(made), begins=at("14:00"), ends=at("15:00"), room=room()
    )
    change(sitting=made, sequence=made.sequence, details=moved, by=who, reason="সফর")
    made.refresh_from_db()
    postpone(sitting=made, sequence=made.sequence, reason="অসুস্থতা", by=who)
    said = text(client, made)
    order = ["Entered", "Moved", "সফর", "14 February 2027, 10:00 am", "ছোট কক্ষ"]
    order += ["Postponed", "অসুস্থতা"]
    history = said[said.index("What was done") :]
    places = [history.index(part) for part in order]
    assert places == sorted(places)
    assert history.count("রহিমা খাতুন") == 3


def test_a_held_one(client):
    who = UserFactory(full_name="রহিমা খাতুন")
    made = hold(details=details(), until=at("09:00"), by=who)
    said = text(client, made)
    assert "Held by: রহিমা খাতুন, until 14 February 2027, 9:00 am" in said


def test_of_a_closed_one_time_room_and_chair(client):
    made = sitting(closed=True, subject="পদোন্নতি", chair_as="সচিব মহোদয়")
    said = text(client, made)
    assert "<h1>Busy</h1>" in said
    assert "This sitting is closed" in said
    assert "10:00 am – 11:00 am" in said
    assert "সচিব মহোদয়" in said
    assert "What was done" not in said


def test_on_now(client, stand_at):
    made = sitting("10:00", "11:00")
    stand_at("10:30")
    assert ">On now<" in text(client, made)
    stand_at("11:00")
    assert ">On now<" not in text(client, made)


def test_an_address_of_a_meeting_is_a_link(client):
    made = sitting(online="https://meet.gov.bd/1")
    assert 'href="https://meet.gov.bd/1"' in text(client, made)
