"""Days, weeks and months in addresses: kept, led to their own one, or not found."""

from datetime import date

import pytest
from django.urls import reverse

from schedule.paths import last_of_month, month_later, sunday_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("/schedule/2017-2-14/", "/schedule/2017-02-14/"),
        ("/schedule/২০১৭-০২-১৪/", "/schedule/2017-02-14/"),
        ("/en/schedule/২০১৭-২-১৪/", "/en/schedule/2017-02-14/"),
        ("/schedule/২০১৭-০২-১৪/day.pdf", "/schedule/2017-02-14/day.pdf"),
        ("/schedule/week/2017-02-14/", "/schedule/week/2017-02-12/"),
        ("/schedule/week/২০১৭-০২-১৮/", "/schedule/week/2017-02-12/"),
        ("/schedule/month/২০১৭-২/", "/schedule/month/2017-02/"),
    ],
)
def test_each_has_one_address(client, asked, own):
    answer = client.get(asked)
    assert (answer.status_code, answer["Location"]) == (301, own)


@pytest.mark.parametrize(
    "asked",
    [
        "0001-01-01",
        "9999-12-31",
        "1899-12-31",
        "2200-01-01",
        "2017-02-29",
        "2017-13-01",
        "2017-00-10",
        "2017-02-00",
        "0000-00-00",
        "20170214",
        "2017-02",
        "2017-02-14-1",
        "২০১৭-১৩-০১",
        "२०१७-०२-१४",
        "tomorrow",
        "-2017-02-14",
    ],
)
@pytest.mark.parametrize("place", ["", "week/", "en/"])
def test_an_impossible_day_is_not_found(client, asked, place):
    address = (
        f"/en/schedule/{asked}/" if place == "en/" else f"/schedule/{place}{asked}/"
    )
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("asked", ["2017-00", "2017-13", "0001-01", "9999-12", "2017"])
def test_an_impossible_month_is_not_found(client, asked):
    assert client.get(f"/schedule/month/{asked}/").status_code == 404


@pytest.mark.parametrize("edge", ["1900-01-01", "2199-12-31"])
@pytest.mark.parametrize("kind", ["", "week/", "month/"])
def test_the_first_and_the_last_day_there_is(client, edge, kind):
    day = edge[:7] if kind == "month/" else edge
    answer = client.get(f"/schedule/{kind}{day}/", follow=True)
    # A week that begins before the first day has no page of its own.
    assert answer.status_code == (404 if (edge[:4], kind) == ("1900", "week/") else 200)


@pytest.mark.parametrize("pk", [0, 10**30])
@pytest.mark.parametrize("kind", ["rooms", "chairs", "offices", "sittings"])
def test_what_there_is_not_is_not_found(client, kind, pk):
    assert client.get(f"/schedule/{kind}/{pk}/").status_code == 404


def test_a_post_is_not_led_on(client):
    assert client.post("/schedule/2017-2-14/").status_code == 405


def test_a_week_is_called_by_its_sunday():
    for day in range(12, 19):
        asked = {"day": date(2017, 2, day)}
        address = reverse("schedule:week_detail", kwargs=asked)
        assert address == "/schedule/week/2017-02-12/"


def test_the_week_begins_on_sunday():
    assert sunday_of(date(2017, 2, 11)) == date(2017, 2, 5)
    assert sunday_of(date(2017, 2, 12)) == date(2017, 2, 12)


def test_months():
    assert month_later(date(2016, 12, 31)) == date(2017, 1, 1)
    assert month_later(date(2017, 1, 31), -1) == date(2016, 12, 1)
    assert last_of_month(date(2016, 2, 1)) == date(2016, 2, 29)
