"""Today in full, and the next days that have sittings."""

from datetime import timedelta

import pytest
from django.urls import reverse

from tests.schedule.sittings import DAY, sitting

pytestmark = pytest.mark.django_db


def plain(answer):
    return " ".join(answer.text.split())


def test_without_any_sitting(client):
    text = plain(client.get("/en/schedule/"))
    assert "No sitting is entered for this day." in text
    assert "No sitting is entered for the next two weeks." in text


def test_today_and_the_next_five_days_that_have_some(client, stand_at):
    for days in (0, 1, 3, 4, 7, 8, 10, 15):
        sitting(day=DAY + timedelta(days=days))
    stand_at("08:00")
    context = client.get("/schedule/").context
    assert context["day"].date == DAY
    assert len(context["day"].lines) == 1
    coming = [(day.date - DAY).days for day in context["coming"]]
    assert coming == [1, 3, 4, 7, 8]


def test_beyond_two_weeks_is_not_what_comes(client, stand_at):
    sitting(day=DAY + timedelta(days=15))
    stand_at("08:00")
    assert client.get("/schedule/").context["coming"] == []


def test_says_what_is_on_and_what_is_next(client, stand_at):
    sitting("10:00", "11:00")
    sitting("11:00", "12:00")
    stand_at("10:15")
    text = client.get("/en/schedule/").text
    now, later = text.split('<li class="sitting ')[1:3]
    assert ">On now<" in now
    assert ">Next<" in later


def test_leads_to_the_day_the_week_and_the_search(client, stand_at):
    stand_at("08:00")
    text = client.get("/en/schedule/").text
    for address in (f"{DAY}/", f"week/{DAY}/", f"month/{DAY:%Y-%m}/", f"{DAY}/day.pdf"):
        assert f'href="/en/schedule/{address}"' in text
    assert 'action="/en/schedule/search/"' in text


@pytest.mark.parametrize(("role", "times"), [("general_services", 1), ("auditor", 0)])
def test_who_may_enters_one_from_here(cast, role, times):
    address = reverse("schedule:sitting_create")
    assert cast[role].get("/schedule/").text.count(address) == times
