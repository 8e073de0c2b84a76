"""A room, week by week."""

from datetime import timedelta

import pytest

from tests.schedule.sittings import DAY, room, sitting

pytestmark = pytest.mark.django_db


def test_this_week_and_no_other_room(client, stand_at):
    place = room(name_en="Hall")
    mine = sitting(room=place, day=DAY + timedelta(days=2))
    sitting(day=DAY + timedelta(days=2))
    sitting(room=place, day=DAY + timedelta(days=7))
    stand_at("08:00", DAY + timedelta(days=3))
    answer = client.get(f"/en/schedule/rooms/{place.pk}/")
    days = answer.context["days"]
    assert [line.sitting.pk for day in days for line in day.lines] == [mine.pk]
    assert "<h1>Hall</h1>" in answer.text
    for week in (DAY - timedelta(days=7), DAY + timedelta(days=7)):
        assert f'href="/en/schedule/rooms/{place.pk}/{week}/"' in answer.text


def test_any_week(client):
    place = room()
    mine = sitting(room=place)
    answer = client.get(f"/schedule/rooms/{place.pk}/{DAY}/")
    days = answer.context["days"]
    assert [line.sitting.pk for day in days for line in day.lines] == [mine.pk]


def test_a_day_within_the_week_leads_to_its_sunday(client):
    place = room()
    answer = client.get(f"/schedule/rooms/{place.pk}/{DAY + timedelta(days=2)}/")
    assert answer["Location"] == f"/schedule/rooms/{place.pk}/{DAY}/"


def test_whom_to_ask(client):
    place = room(needs_approval=True, contact="০২-৯৫৮৩৪৫২")
    text = client.get(f"/en/schedule/rooms/{place.pk}/").text
    assert "The branch approves each sitting in this room." in text
    assert "০২-৯৫৮৩৪৫২" in text


def test_a_room_that_was_closed_keeps_its_past(client):
    place = room(closed_on=DAY)
    sitting(room=place)
    assert client.get(f"/schedule/rooms/{place.pk}/{DAY}/").status_code == 200
