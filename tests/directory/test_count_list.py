"""The page that tells how the directory is used."""

import datetime
import re

import pytest

from directory.models import Assumption, DailyCount
from tests.directory.entries import edition

ADDRESS = "/en/directory/use/"


@pytest.fixture
def november(db):
    for day, kind, count in (
        ("2026-10-31", "pdf", 4),
        ("2026-11-21", "search", 1200),
        ("2026-11-22", "search", 30),
        ("2026-11-22", "xlsx", 10),
    ):
        DailyCount.objects.create(day=day, kind=kind, count=count)


def words(client, address=ADDRESS):
    return " ".join(client.get(address).text.split())


def whens(uses):
    return [str(use.when) for use in uses]


def days(client, month):
    return whens(client.get(f"{ADDRESS}?month={month}").context["days"])


def test_before_anything_was_counted(client, db):
    assert "Nothing has been counted yet." in words(client)


def test_shows_months_and_the_days_of_the_latest(client, november):
    shown = client.get(ADDRESS).context
    assert whens(shown["months"]) == ["2026-11-01", "2026-10-01"]
    assert whens(shown["days"]) == ["2026-11-22", "2026-11-21"]


def test_shows_the_days_of_a_month_that_is_asked_for(client, november):
    assert days(client, "2026-10") == ["2026-10-31"]
    assert days(client, "2020-01") == []


@pytest.mark.parametrize("month", ["", "x", "2026-13", "0000-00", "9" * 99, "২০২৬-১১"])
def test_any_other_month_is_the_latest(month, client, november):
    assert len(days(client, month)) == 2


def test_tells_what_was_saved_with_the_assumptions_beside_it(client, november):
    Assumption.objects.create(pk=1, copies=100, sheets=7, rounds=50, visits=10)
    text = words(client)
    assert "replace 100 printed copies, of 7 sheets each" in text
    saved = re.findall(r"<dt>([\w ]+) saved</dt> <dd> (\d+) </dd>", text)
    assert saved == [("Copies", "14"), ("Sheets of paper", "98"), ("Visits", "130")]


def test_counts_the_lists_published_in_each_month(client, db):
    first = edition()
    (month,) = client.get(ADDRESS).context["months"]
    assert (month.published, month.when.month) == (1, first.published_at.month)


def test_speaks_bangla_digits(client, november):
    text = words(client, "/directory/use/")
    assert "১,২৩০" in text
    assert "নভেম্বর ২০২৬" in text


def test_only_the_branch_is_offered_to_change_the_assumptions(cast, november):
    offered = {
        who: "use/assumptions/" in cast[who].get(ADDRESS).text
        for who in ("visitor", "plain", "general_services")
    }
    assert offered == {"visitor": False, "plain": False, "general_services": True}


def test_is_known_by_its_etag_until_something_is_counted(client, november):
    known = {"If-None-Match": client.get(ADDRESS).headers["ETag"]}
    assert client.get(ADDRESS, headers=known).status_code == 304
    today = datetime.date(2026, 11, 23)
    DailyCount.objects.create(day=today, kind="search", count=1)
    assert client.get(ADDRESS, headers=known).status_code == 200


def test_changed_assumptions_make_the_page_anew(client, november):
    before = client.get(ADDRESS).headers["ETag"]
    Assumption.objects.create(pk=1, copies=1)
    assert client.get(ADDRESS).headers["ETag"] != before


def test_costs_few_queries(client, november, django_assert_max_num_queries):
    with django_assert_max_num_queries(7):
        client.get(ADDRESS)
