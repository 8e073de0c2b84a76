"""The revision changes with each write, each hold that runs out, and by the clock."""

from datetime import timedelta

import pytest
from django.utils import timezone

from innovation_portal.models import Holiday
from schedule.actions.sitting import hold
from schedule.models import Sitting
from schedule.revision import revision, revision_by_clock
from tests.factories import OfficeFactory
from tests.schedule.sittings import details, sitting

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)


def span(begins, ends):
    """Put the one sitting there is so many minutes from now, with no other trace."""
    now = timezone.now()
    Sitting.objects.update(during=(now + begins * MINUTE, now + ends * MINUTE))


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


@pytest.mark.parametrize("change", [OfficeFactory, lambda: _holiday("ছুটি")])
def test_names_of_offices_and_days_off(change):
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


def test_a_sitting_begins_and_ends():
    sitting()
    seen = []
    for begins, ends in ((1, 2), (-1, 1), (-2, -1)):
        span(begins, ends)
        plain, by_clock = both()
        seen.append((plain, by_clock))
    assert len({plain for plain, _by_clock in seen}) == 1
    assert len({by_clock for _plain, by_clock in seen}) == 3


def test_what_lies_far_away_says_nothing():
    sitting()
    span(-3 * 24 * 60, -2 * 24 * 60)
    past = revision_by_clock(None)
    span(2 * 24 * 60, 3 * 24 * 60)
    assert revision_by_clock(None) == past


def test_a_day_that_is_all_over_differs_from_one_that_has_not_begun():
    sitting()
    span(24 * 60, 25 * 60)
    before = revision_by_clock(None)
    span(-1, 0)
    assert revision_by_clock(None) != before
