"""The rooms with what is on in each of them today."""

import datetime

import pytest

from schedule.models import Equipment
from tests.schedule.sittings import DAY, room, sitting

pytestmark = pytest.mark.django_db


def test_without_any_room(client):
    assert "No room has been entered yet." in client.get("/en/schedule/rooms/").text


def test_open_rooms_in_their_order_with_today(client, stand_at):
    later, first = room(order=2), room(order=1)
    room(closed_on=datetime.date(2026, 1, 1))
    sitting(room=later)
    sitting(place="বিআইএম")
    sitting(room=first, day=DAY + datetime.timedelta(days=1))
    stand_at("08:00")
    rooms = client.get("/schedule/rooms/").context["rooms"]
    assert [(one, len(lines)) for one, lines in rooms] == [(first, 0), (later, 1)]


def test_says_what_a_room_offers(client):
    room(name_en="Hall", capacity=60, equipment=[Equipment.VIDEO])
    text = " ".join(client.get("/en/schedule/rooms/").text.split())
    assert "60 seats" in text
    assert "video conference" in text
    assert "Free all day" in text
