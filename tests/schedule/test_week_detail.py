"""A week from Sunday to Saturday."""

from datetime import timedelta

import pytest

from tests.schedule.sittings import DAY, sitting

pytestmark = pytest.mark.django_db
ADDRESS = f"/en/schedule/week/{DAY}/"


def test_seven_days_from_sunday(client):
    days = client.get(ADDRESS).context["days"]
    assert [day.date for day in days] == [DAY + timedelta(days=n) for n in range(7)]
    assert [bool(day.off) for day in days] == [False] * 5 + [True] * 2


def test_sittings_stand_on_their_days(client):
    for days in (0, 0, 4, 6, 7):
        sitting(day=DAY + timedelta(days=days))
    days = client.get(ADDRESS).context["days"]
    assert [len(day.lines) for day in days] == [2, 0, 0, 0, 1, 0, 1]


def test_says_which_week_and_leads_to_its_neighbours(client):
    text = client.get(ADDRESS).text
    assert "14–20 February 2027" in text
    for address in ("week/2027-02-07/", "week/2027-02-21/", f"week/{DAY}/week.pdf"):
        assert f'href="/en/schedule/{address}"' in text


def test_over_the_turn_of_a_year(client):
    text = client.get("/en/schedule/week/2026-12-31/", follow=True).text
    assert "27 December 2026 – 2 January 2027" in text


def test_today_is_marked_in_words(client, stand_at):
    stand_at("08:00", DAY + timedelta(days=2))
    days = client.get(ADDRESS).text.split("<section")[1:]
    assert [">Today<" in day for day in days] == [n == 2 for n in range(7)]
