"""What changed between two published lists, in either direction."""

import datetime

import pytest

from directory.hiding import Veil
from directory.history import Difference, gathered, lines
from directory.models import Edition, Entry
from tests.directory.entries import edition, entry
from tests.directory.uploads import FEBRUARY, JANUARY, published

pytestmark = pytest.mark.django_db
NAMES = ("added", "changed", "new_holders", "removed", "unchanged")


def counts(old, new):
    found = Difference(old, new).counts
    return tuple(found[name] for name in NAMES)


def told(old, new):
    shown = lines(Difference(old, new).changes, Veil())
    return [(line.status, line.name, line.changes) for line in shown]


def test_the_samples_differ_as_their_publication_counted():
    for file in (JANUARY, FEBRUARY):
        latest = published(file)
    assert counts(1, 2) == tuple(getattr(latest, name) for name in NAMES)
    assert counts(1, 2) == (5, 15, 6, 4, 102)


def test_backwards_what_came_goes():
    for file in (JANUARY, FEBRUARY):
        published(file)
    assert counts(2, 1) == (4, 15, 6, 5, 102)


def test_a_list_does_not_differ_from_itself():
    published(JANUARY)
    assert counts(1, 1) == (0, 0, 0, 0, 121)
    assert Difference(1, 1).changes == []


def test_before_the_first_list_there_was_none():
    published(JANUARY)
    assert counts(0, 1) == (121, 0, 0, 0, 0)


def test_lines_in_the_order_of_the_new_list():
    edition(1)
    edition(2)
    gone = entry("Gone", last=1)
    kept = entry("Kept")
    old = entry("Old spelling", last=1)
    entry("New spelling", first=2, line=old.line)
    entry("Come", first=2)
    assert told(1, 2) == [
        ("removed", gone.name, {}),
        ("changed", "New spelling", {"name": ["Old spelling", "New spelling"]}),
        ("added", "Come", {}),
    ]
    assert kept.name not in {name for _status, name, _changes in told(1, 2)}


def test_a_line_that_only_moved_has_not_changed():
    edition(1)
    edition(2)
    new = entry("Karim", first=2, line=entry("Karim", last=1).line)
    Entry.objects.filter(pk=new.pk).update(search_key="anew")
    assert Difference(1, 2).changes == []
    assert counts(1, 2) == (0, 0, 0, 0, 1)


def test_a_post_that_falls_vacant():
    edition(1)
    edition(2)
    old = entry("Karim", last=1, post="Secretary")
    entry(first=2, vacant=True, post="Secretary", line=old.line)
    assert told(1, 2) == [("changed", "", {"name": ["Karim", "(শূন্য)"]})]


def test_a_version_between_the_two_does_not_count():
    for number in (1, 2, 3):
        edition(number)
    first = entry("Karim", last=1)
    for name, begun, ended in (("Rahim", 2, 2), ("Karim", 3, None)):
        entry(name, first=begun, last=ended, line=first.line)
    assert Difference(1, 3).changes == []
    assert counts(1, 2) == (0, 1, 0, 0, 0)


def edited(number, hour):
    day = datetime.date(2017, 3, 5)
    at = datetime.datetime(2017, 3, 5, hour, tzinfo=datetime.UTC)
    return Edition(number=number, effective_on=day, published_at=at)


def test_the_edits_of_a_day_are_gathered():
    whole = Edition(number=3, published_at=edited(3, 7).published_at)
    editions = [edited(6, 19), edited(5, 9), edited(4, 8), whole, edited(2, 6)]
    runs = [[one.number for one in run] for run in gathered(editions)]
    assert runs == [[6], [5, 4], [3], [2]]
