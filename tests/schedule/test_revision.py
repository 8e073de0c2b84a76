"""The revision changes with each write, each hold that runs out, and by the clock."""

from datetime import timedelta

import pytest
from django.utils import timezone

from innovation_portal.models import Holiday
from schedule.actions.sitting import hold
from schedule.models import Sitting
from schedule.revision import revision, revision_by_clock
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import DAY, details, sitting

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def both():
    return revision(None), revision_by_clock(None)


def test_the_same_while_nothing_changes():
    sitting()
    assert both() == both()


def test_before_anything_is_entered():
    assert both() == both()


def test_each_of_them_costs_one_query(django_assert_num_queries):
    sitting()
    both()
    for ask in (revision, revision_by_clock):
        with django_assert_num_queries(1):
            ask(None)


def test_a_write():
    sitting()
    old = both()
    sitting()
    assert all(one != other for one, other in zip(old, both(), strict=True))


@pytest.mark.parametrize(
    "change", [OfficeFactory, OfficerFactory, lambda: _holiday("ছুটি")]
)
def test_names_and_days_off(change):
    sitting()
    old = both()
    change()
    assert all(one != other for one, other in zip(old, both(), strict=True))


def _holiday(name):
    Holiday.objects.create(day=timezone.localdate(), name_bn=name)


def test_a_hold_runs_out():
    held = hold(details=details(), until=timezone.now() + MINUTE, by=None)
    old = both()
    Sitting.objects.filter(pk=held.pk).update(held_until=timezone.now() - MINUTE)
    assert all(one != other for one, other in zip(old, both(), strict=True))


def test_a_sitting_begins_and_ends(stand_at):
    sitting("10:00", "11:00")
    seen = []
    for clock in ("09:59", "10:00", "10:59", "11:00", "23:59"):
        stand_at(clock)
        seen.append(both())
    assert len({plain for plain, _by_clock in seen}) == 1
    by_clock = [one for _plain, one in seen]
    assert by_clock[1] == by_clock[2] != by_clock[0]
    assert by_clock[3] == by_clock[4]
    assert len({*by_clock}) == 3


def test_what_lies_on_other_days_says_nothing(stand_at):
    sitting("10:00", "11:00")
    for days in (-1, 1):
        stand_at("10:30", DAY + timedelta(days=days))
        assert revision_by_clock(None)[1] is None


def test_the_day_is_read_once_for_each_state(stand_at, django_assert_num_queries):
    sitting("10:00", "11:00")
    stand_at("09:00")
    revision_by_clock(None)
    stand_at("10:00")
    with django_assert_num_queries(1):
        revision_by_clock(None)
    sitting("12:00", "13:00")
    with django_assert_num_queries(2):
        revision_by_clock(None)
