"""The tree of offices and the names that held on a day."""

import datetime

import pytest
from django.utils import translation

from innovation_portal.models import Office
from innovation_portal.organisation.tree import counted, in_tree_order, nested, ways
from tests.factories import FormerNameFactory, OfficeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    """root ─ wing ─ section; root ─ agency."""
    root = OfficeFactory(name_bn="মূল")
    wing = OfficeFactory(name_bn="অনুবিভাগ", parent=root, order=2)
    section = OfficeFactory(name_bn="শাখা", parent=wing)
    agency = OfficeFactory(name_bn="সংস্থা", parent=root, order=1)
    return root, wing, section, agency


def test_paths(tree):
    root, wing, section, _agency = tree
    assert section.path == f"/{root.pk}/{wing.pk}/{section.pk}/"
    assert [office.depth for office in tree] == [0, 1, 2, 1]
    assert section.root == root


def test_moving_takes_all_below(tree):
    root, wing, section, agency = tree
    wing.parent = agency
    wing.save()
    section.refresh_from_db()
    assert section.path == f"/{root.pk}/{agency.pk}/{wing.pk}/{section.pk}/"
    assert set(Office.objects.within(agency)) == {agency, wing, section}


def test_a_moved_office_moves_in_the_tree(tree):
    root, wing, section, agency = tree
    section.parent = None
    section.save()
    assert section.path == f"/{section.pk}/"
    assert not section.is_within(root)


def test_in_tree_order(tree):
    root, wing, section, agency = tree
    assert in_tree_order(Office.objects.all()) == [root, agency, wing, section]


def test_nested_begins_with_the_topmost_given(tree):
    _root, wing, section, agency = tree
    given = Office.objects.exclude(parent=None)
    assert nested(given) == [(agency, []), (wing, [(section, [])])]


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (datetime.date(2010, 1, 1), "প্রথম"),
        (datetime.date(2014, 12, 31), "প্রথম"),
        (datetime.date(2015, 1, 1), "দ্বিতীয়"),
        (datetime.date(2016, 1, 1), "এখন"),
        (datetime.date(2017, 1, 1), "এখন"),
    ],
)
def test_name_on(day, name):
    office = OfficeFactory(name_bn="এখন")
    first, second = datetime.date(2015, 1, 1), datetime.date(2016, 1, 1)
    FormerNameFactory(office=office, name_bn="দ্বিতীয়", until=second)
    FormerNameFactory(office=office, name_bn="প্রথম", until=first)
    assert office.name_on(day) == name


@pytest.mark.parametrize(
    ("language", "english", "shown"),
    [("bn", "Branch", "শাখা"), ("en", "Branch", "Branch"), ("en", "", "শাখা")],
)
def test_name_in_the_language_of_the_page(language, english, shown):
    with translation.override(language):
        assert str(Office(name_bn="শাখা", name_en=english)) == shown


def test_ways_down_to_offices(tree):
    root, wing, section, agency = tree
    way = ways(Office.objects.above_any([section, agency]))
    assert way[section.pk] == [root, wing, section]
    assert way[agency.pk] == [root, agency]


def test_a_way_begins_where_the_offices_given_begin(tree):
    _root, wing, section, _agency = tree
    assert ways([wing, section])[section.pk] == [wing, section]


def test_counts_what_is_in_an_office_and_below(tree):
    root, wing, section, agency = tree
    totals = counted(nested(Office.objects.all()), {root.pk: 1, section.pk: 2})
    assert totals == [
        (root, [(agency, [], 0), (wing, [(section, [], 2)], 2)], 3),
    ]
