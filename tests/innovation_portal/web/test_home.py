"""The first page: one search, the list's date, and the way to the whole list."""

from datetime import timedelta

import pytest
from django.utils import timezone

from schedule.models import ScheduleState, Sitting
from tests.directory.entries import edition
from tests.schedule.sittings import sitting


@pytest.mark.django_db
def test_before_the_first_edition(client):
    text = client.get("/en/").text
    assert "No list has been published yet." in text
    assert 'name="q"' not in text


def test_offers_the_upload_to_those_who_publish(cast):
    for made in (None, edition):
        if made:
            made()
        offered = {
            who: 'class="button" href="/directory/upload/"'
            in " ".join(cast[who].get("/").text.split())
            for who in ("visitor", "plain", "auditor", "general_services")
        }
        assert [who for who, link in offered.items() if link] == ["general_services"]


@pytest.mark.django_db
def test_asks_the_list_in_the_language_of_the_page(client):
    edition()
    assert 'action="/directory/"' in client.get("/").text
    english = client.get("/en/").text
    assert 'action="/en/directory/"' in english
    assert "12 February 2017" in english
    assert 'href="/en/directory/download.xlsx"' in english


@pytest.mark.django_db
def test_tells_of_todays_sittings(client):
    text = client.get("/en/").text
    assert "No sitting is entered for today." in text


def _begin_now(made, minutes):
    """Have it last so many minutes from now, in the record of the schedule too."""
    now = timezone.now()
    span = (now, now + timedelta(minutes=minutes))
    Sitting.objects.filter(pk=made.pk).update(during=span)
    ScheduleState.raise_number()


@pytest.mark.django_db
def test_five_sittings_of_today_and_only_that_a_closed_one_is(client):
    old = client.get("/en/")["ETag"]
    for _n in range(6):
        _begin_now(sitting(subject="বাজেট সভা"), 1)
    page = client.get("/en/", headers={"if-none-match": old})
    assert page.status_code == 200
    assert page.text.count("বাজেট সভা") == 5
    Sitting.objects.update(closed=True)
    ScheduleState.raise_number()
    page = client.get("/en/")
    assert "বাজেট সভা" not in page.text
    assert page.text.count(">Busy</a>") == 5
