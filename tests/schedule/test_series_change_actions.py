"""Each scope of a change and of a cancelling; what stays as it is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from schedule.actions.claims import reclaim
from schedule.actions.series import change_series
from schedule.actions.sitting import cancel, postpone
from schedule.details import Details
from schedule.errors import Clashing, NotPossible, Stale
from schedule.models import Claim, Move, Sitting, Strength
from schedule.occurrences import Scope
from schedule.recurring import Often, Rule
from tests.factories import OfficerFactory, UserFactory
from tests.schedule.serieses import (
    JUNE,
    THURSDAYS,
    altered,
    cancelled,
    days,
    hours,
    moved,
    rows,
    said,
    start,
)
from tests.schedule.sittings import at, room, sitting

pytestmark = pytest.mark.django_db


def test_only_this_one():
    series = start()
    (changed,) = altered(rows(series)[1], Scope.THIS, begins="12:00", ends="13:00")
    assert hours(series) == ["10:00", "12:00", *["10:00"] * 4]
    assert changed.moves.last().kind == Move.Kind.MOVED


def test_this_one_and_those_after_it():
    series, user = start(), UserFactory()
    third = rows(series)[2]
    altered(
        third, Scope.FOLLOWING, by=user, reason="রমজান", begins="09:00", ends="10:00"
    )
    assert hours(series) == ["10:00", "10:00", *["09:00"] * 4]
    assert [row.sequence for row in rows(series)] == [0, 0, 1, 1, 1, 1]
    moves = Move.objects.filter(kind=Move.Kind.MOVED)
    assert {(move.by, move.reason) for move in moves} == {(user, "রমজান")}


def test_all_that_are_to_come():
    series = start()
    altered(rows(series)[2], Scope.ALL, subject="পর্যালোচনা সভা")
    assert {row.subject for row in rows(series)} == {"পর্যালোচনা সভা"}
    kinds = Move.objects.filter(sequence=1).values_list("kind", flat=True)
    assert set(kinds) == {Move.Kind.CHANGED}


def past_and_future():
    """A weekly series of which some are over."""
    today = timezone.localdate()
    first = today - timedelta(days=21)
    rule = Rule(Often.WEEKLY, weekdays=(first.weekday(),))
    series = start(rule, today + timedelta(days=21), today + timedelta(days=7))
    for row, day in zip(rows(series), (-14, 7, 14), strict=False):
        when = today + timedelta(days=day)
        during = (at("10:00", when), at("11:00", when))
        Sitting.objects.filter(pk=row.pk).update(during=during, occurrence=when)
    reclaim(rows(series))
    return series


def test_the_past_never_changes():
    series = past_and_future()
    over, *coming = rows(series)
    altered(coming[0], Scope.ALL, subject="নতুন")
    assert [row.subject == "নতুন" for row in rows(series)] == [False, True, True]
    cancelled(coming[0], Scope.ALL)
    assert [row.state for row in rows(series)] == [
        "confirmed",
        "cancelled",
        "cancelled",
    ]
    over.refresh_from_db()
    assert (over.sequence, over.moves.count()) == (0, 1)


def test_a_cancelled_one_stays_cancelled():
    series = start()
    second = rows(series)[1]
    cancel(sitting=second, sequence=0, reason="ছুটি", by=None)
    altered(rows(series)[0], Scope.ALL, begins="12:00", ends="13:00")
    second.refresh_from_db()
    assert (second.state, second.sequence, f"{second.begins:%H:%M}") == (
        Sitting.State.CANCELLED,
        1,
        "10:00",
    )


def test_a_postponed_one_is_not_set_anew_by_the_way():
    series = start()
    second = rows(series)[1]
    postpone(sitting=second, sequence=0, reason="সফর", by=None)
    altered(rows(series)[0], Scope.ALL, subject="নতুন")
    second.refresh_from_db()
    assert second.state == Sitting.State.POSTPONED


def test_one_moved_by_itself_keeps_its_time_unless_it_is_included():
    series = start()
    moved(rows(series)[1], "15:00", "16:00")
    moved(rows(series)[2], "10:00", "11:00", date(2027, 3, 23))
    altered(rows(series)[0], Scope.ALL, begins="12:00", ends="13:00")
    assert hours(series) == ["12:00", "15:00", "10:00", *["12:00"] * 3]
    altered(
        rows(series)[0], Scope.ALL, include_apart=True, begins="13:00", ends="14:00"
    )
    assert hours(series) == ["13:00"] * 6
    assert days(series)[2] == date(2027, 3, 23)


def test_one_moved_by_itself_still_gets_a_new_subject():
    series = start()
    moved(rows(series)[1], "15:00", "16:00")
    altered(rows(series)[0], Scope.ALL, subject="নতুন")
    assert rows(series)[1].subject == "নতুন"


def test_what_one_says_otherwise_it_keeps():
    series, guest = start(), OfficerFactory()
    altered(rows(series)[1], Scope.THIS, chair=guest, chair_as="অতিথি")
    new = OfficerFactory()
    altered(rows(series)[0], Scope.ALL, chair=new, chair_as="সভাপতি", contact="১২৩")
    chairs = [row.chair for row in rows(series)]
    assert chairs == [new, guest, new, new, new, new]
    assert {row.contact for row in rows(series)} == {"১২৩"}


def test_a_letter_belongs_to_one_sitting():
    series = start()
    altered(rows(series)[0], Scope.ALL, letter_number="স্মারক ৭", contact="১২৩")
    assert [row.letter_number for row in rows(series)] == ["স্মারক ৭", *[""] * 5]


def test_nothing_is_written_where_nothing_changes():
    series = start()
    assert altered(rows(series)[0], Scope.ALL) == []
    assert {row.sequence for row in rows(series)} == {0}


def test_another_day_for_several_needs_another_rule(in_english):
    series = start()
    row = rows(series)[0]
    new = replace(Details.of(row), begins=at("10:00"), ends=at("11:00"))
    with pytest.raises(ValidationError) as refused:
        change_series(sitting=row, sequence=0, scope=Scope.ALL, details=new, by=None)
    assert refused.value.messages == [
        "To move several sittings to other days, change the rule of the series."
    ]


def test_a_change_that_clashes_is_refused_whole():
    hall = room()
    others = [sitting("12:00", "13:00", day=d, room=hall) for d in THURSDAYS[1:3]]
    series = start(room=hall)
    with pytest.raises(Clashing) as refused:
        altered(rows(series)[0], Scope.ALL, begins="12:30", ends="13:30")
    assert [clash.other for clash in refused.value.clashes] == others
    assert set(hours(series)) == {"10:00"}
    change_series(
        sitting=rows(series)[0],
        sequence=0,
        scope=Scope.ALL,
        details=said(rows(series)[0], begins="12:30", ends="13:30"),
        skip=set(THURSDAYS[1:3]),
        by=None,
    )
    assert hours(series) == ["12:30", "10:00", "10:00", "12:30", "12:30", "12:30"]


@pytest.mark.parametrize("act", [altered, cancelled])
def test_who_looked_at_an_older_state_is_told(act, monkeypatch):
    row = rows(start())[0]
    altered(row, Scope.THIS, subject="নতুন")
    monkeypatch.setattr(row, "refresh_from_db", lambda: None)
    row.sequence = 0
    with pytest.raises(Stale):
        act(row, Scope.ALL)


def test_cancelling_one():
    series = start()
    cancelled(rows(series)[1])
    assert days(series, state="confirmed") == [THURSDAYS[0], *THURSDAYS[2:]]
    series.refresh_from_db()
    assert series.last_on == JUNE


def test_cancelling_this_one_and_those_after_it():
    series, user = start(), UserFactory()
    moved(rows(series)[4], "15:00", "16:00")
    cancelled(rows(series)[2], Scope.FOLLOWING, by=user)
    assert days(series, state="confirmed") == THURSDAYS[:2]
    series.refresh_from_db()
    assert series.last_on == THURSDAYS[1]
    moves = Move.objects.filter(kind=Move.Kind.CANCELLED)
    assert {(move.by, move.reason) for move in moves} == {(user, "স্থগিত থাকবে")}


def test_cancelling_all():
    series = start()
    postpone(sitting=rows(series)[1], sequence=0, reason="সফর", by=None)
    cancelled(rows(series)[2], Scope.ALL)
    assert {row.state for row in rows(series)} == {"cancelled"}
    assert sitting(day=THURSDAYS[2], room=rows(series)[2].room).stands


def test_what_is_cancelled_is_not_changed_any_more():
    row = rows(start())[1]
    cancelled(row)
    with pytest.raises(NotPossible):
        altered(row, Scope.FOLLOWING, subject="নতুন")


def test_one_that_keeps_its_own_time_keeps_its_slot_too():
    """It takes over the new subject, but not the hours, and is not sat upon by them."""
    series = start()
    _first, second, third, *_rest = rows(series)
    moved(third, "14:00", "15:00", day=second.begins.date())
    with pytest.raises(Clashing):
        altered(rows(series)[0], Scope.ALL, subject="নতুন", begins="14:00", ends="15:00")
    assert not Claim.objects.filter(strength=Strength.UNSETTLED).exists()
