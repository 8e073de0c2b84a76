"""Counting by day: exact under many askers, never in anybody's way."""

import datetime
from threading import Thread
from unittest.mock import Mock

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, connections

from directory.actions import count as actions
from directory.actions.count import assume, count
from directory.models import Assumption, DailyCount

AWAY = DatabaseError("away")
NUMBERS = {"copies": 1, "sheets": 2, "rounds": 3, "visits": 4}


def counted():
    return dict(DailyCount.objects.values_list("kind", "count"))


def test_counts_by_kind(db):
    for kind in ("search", "csv", "search"):
        count(kind)
    assert counted() == {"search": 2, "csv": 1}


def test_counts_by_the_day_of_the_office(db, monkeypatch):
    day = datetime.date(2026, 11, 22)
    monkeypatch.setattr(actions.timezone, "localdate", lambda: day)
    count("search")
    monkeypatch.setattr(
        actions.timezone, "localdate", lambda: day + datetime.timedelta(1)
    )
    count("search")
    days = DailyCount.objects.order_by("day").values_list("day", "count")
    assert [*days] == [(day, 1), (day + datetime.timedelta(1), 1)]


def test_is_one_statement(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        count("search")


def test_waits_for_no_disk_and_leaves_the_connection_as_it_was(transactional_db):
    def setting():
        with connection.cursor() as cursor:
            cursor.execute("SHOW synchronous_commit")
            return cursor.fetchone()[0]

    before = setting()
    count("search")
    assert (setting(), counted()) == (before, {"search": 1})


def test_loses_none_of_many_at_once(transactional_db):
    def several():
        for _number in range(20):
            count("search")
        connections.close_all()

    threads = [Thread(target=several) for _number in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert counted() == {"search": 100}


def test_what_cannot_be_counted_hinders_nobody(db, monkeypatch, caplog):
    monkeypatch.setattr(actions, "connection", Mock(cursor=Mock(side_effect=AWAY)))
    count("search")
    assert "search is not counted" in caplog.text


def test_assumptions_are_one_row(cast):
    by = cast["general_services"].user
    assume(**NUMBERS, by=by)
    assume(**NUMBERS | {"copies": 7}, by=by)
    assert Assumption.objects.get().copies == 7


def test_assumptions_have_limits(cast):
    with pytest.raises(ValidationError):
        assume(**NUMBERS | {"copies": 1001}, by=cast["general_services"].user)


def test_who_assumed_is_in_the_record(cast):
    by = cast["general_services"].user
    assume(**NUMBERS, by=by)
    event = Assumption.pgh_event_model.objects.get()
    assert event.pgh_context["user"] == by.pk


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM directory_dailycount",
        "UPDATE directory_dailycount SET day = day - 1",
    ],
)
def test_the_portal_itself_can_move_or_delete_no_count(statement, db):
    count("search")
    with pytest.raises(Exception, match="permission denied"), connection.cursor() as c:
        c.execute(statement)
