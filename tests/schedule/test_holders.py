"""Posts and persons as the directory says now, whatever it said before."""

import pytest

from schedule.holders import holders_of, lines_of, person_of
from tests.directory.entries import edition, entry
from tests.factories import OfficerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def editions():
    edition(1)
    edition(2)


@pytest.fixture
def karim():
    return OfficerFactory(name="করিম")


def test_a_post_is_its_present_entry(karim):
    old = entry("করিম", officer=karim, post="উপসচিব", last=1)
    new = entry("রহিম", officer=OfficerFactory(), first=2, line=old.line)
    assert holders_of([old.line]) == {old.line: new}


def test_a_post_that_is_gone_is_missing(karim):
    old = entry("করিম", officer=karim, last=1)
    assert holders_of([old.line, 999]) == {}


def test_a_vacant_post_has_nobody():
    vacant = entry(post="উপসচিব", vacant=True)
    assert holders_of([vacant.line])[vacant.line].officer is None


def test_nothing_asked_is_nothing_found():
    assert holders_of([]) == lines_of([]) == {}


def test_of_several_charges_the_first_in_the_list_counts(karim):
    first = entry("করিম", officer=karim, post="উপসচিব")
    entry("করিম", officer=karim, post="উপসচিব (অতিরিক্ত দায়িত্ব)")
    assert lines_of([karim]) == {karim.pk: first}


def test_a_person_is_found_under_either_spelling(karim):
    kareem = OfficerFactory(name="করীম", same_as=karim)
    line = entry("করীম", officer=kareem)
    assert lines_of([karim]) == lines_of([kareem]) == {karim.pk: line}
    assert person_of(karim) == person_of(kareem) == karim.pk


def test_who_left_the_list_has_no_line(karim):
    entry("করিম", officer=karim, last=1)
    assert lines_of([karim]) == {}
