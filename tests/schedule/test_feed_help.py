"""The page that says how one subscribes."""

import re

import pytest

from schedule.actions.sitting import enter
from tests.factories import OfficeFactory
from tests.schedule.sittings import chair, details, room

pytestmark = pytest.mark.django_db
PAGE = "/en/schedule/calendar/"


def addresses(client):
    found = re.findall(r"<code id=\"[^\"]+\"[^>]*>(.*?)</code>", client.get(PAGE).text)
    return [address.removeprefix("http://testserver/en/schedule/") for address in found]


def test_without_any_sitting_there_is_one_address(client):
    assert addresses(client) == ["calendar.ics"]


def test_chairs_open_rooms_and_offices_that_organise_have_an_address(client):
    head, board, wing = chair(), room(), OfficeFactory()
    room(closed_on="2017-02-14")
    said = details(room=board, chair=head.officer, organiser=wing)
    enter(details=said, by=None)
    assert addresses(client) == [
        "calendar.ics",
        f"chairs/{head.officer_id}/calendar.ics",
        f"rooms/{board.pk}/calendar.ics",
        f"offices/{wing.pk}/calendar.ics",
    ]


def test_who_organises_closed_sittings_is_not_listed(client):
    said = details(closed=True)
    enter(details=said, by=None)
    assert addresses(client) == ["calendar.ics", f"rooms/{said.room.pk}/calendar.ics"]


def test_every_address_on_the_page_answers(client):
    enter(details=details(chair=chair().officer), by=None)
    for address in addresses(client):
        assert client.get(f"/en/schedule/{address}").status_code == 200


def test_calendar_program_is_opened_by_its_own_scheme(client):
    assert 'href="webcal://testserver/schedule/calendar.ics"' in (
        client.get("/schedule/calendar/").text
    )


def test_number_of_queries_does_not_grow(client, django_assert_num_queries):
    for _ in range(4):
        enter(details=details(chair=chair().officer), by=None)
    with django_assert_num_queries(4):
        client.get(PAGE)
