"""What the list can be narrowed by, read once for each edition."""

import pytest

from directory import choices
from directory.models import Edition
from tests.directory.entries import edition, entry
from tests.directory.lists import line
from tests.directory.uploads import csv_file, published
from tests.factories import DesignationFactory

pytestmark = pytest.mark.django_db


def test_wings_in_the_order_of_the_list():
    edition()
    for wing in ("খ", "", "ক", "খ"):
        entry("Karim", wing=wing)
    assert choices.wings(Edition.objects.current()) == ["খ", "ক"]


def test_designations_that_somebody_holds_highest_first():
    edition()
    low, high = DesignationFactory(precedence=9), DesignationFactory(precedence=1)
    DesignationFactory(precedence=5)
    for held in (low, high, low, None):
        entry("Karim", designation=held)
    assert list(choices.designations(Edition.objects.current())) == [high, low]


def test_lines_that_are_gone_offer_nothing():
    edition(1)
    edition(2)
    entry("Karim", last=1, wing="ক", designation=DesignationFactory())
    now = Edition.objects.current()
    assert (choices.wings(now), list(choices.designations(now))) == ([], [])


def test_the_lines_are_read_once(django_assert_num_queries):
    edition()
    entry("Karim", wing="ক", designation=DesignationFactory())
    now = Edition.objects.current()
    choices.wings(now)
    with django_assert_num_queries(1):  # the designations by key, as they are called
        assert choices.wings(now) == ["ক"]
        list(choices.designations(now))


def test_the_next_list_is_read_anew():
    for wing in ("Wing A", "Wing B"):
        published(csv_file(line("Karim", wing=wing)))
        assert choices.wings(Edition.objects.current()) == [wing]


def test_before_the_first_list_there_is_nothing_to_choose():
    now = Edition.objects.current()
    assert (choices.wings(now), list(choices.designations(now))) == ([], [])
