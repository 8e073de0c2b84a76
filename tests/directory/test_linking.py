"""Printed names find the offices and designations they mean."""

from datetime import date

import pytest

from directory import linking
from directory.linking import NEW, Designations, Offices, title_of
from directory.models import Choice, Designation
from innovation_portal.bangla.folding import search_key
from tests.factories import FormerNameFactory, OfficeFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def tree():
    """Two wings that each have an accounts section."""
    root = OfficeFactory(name_bn="শিল্প মন্ত্রণালয়")
    wings = [OfficeFactory(parent=root, name_bn=name) for name in ("প্রশাসন", "নীতি")]
    return wings, [OfficeFactory(parent=wing, name_bn="হিসাব শাখা") for wing in wings]


def test_a_section_is_looked_for_within_its_wing(tree):
    _wings, sections = tree
    offices = Offices()
    assert offices.find("নীতি", "হিসাব শাখা") == sections[1].pk
    assert offices.find("প্রশাসন", "হিসাব শাখা") == sections[0].pk
    assert offices.unknown == {}


def test_a_wing_alone_and_no_office_at_all(tree):
    wings, _sections = tree
    assert Offices().find("নীতি", "") == wings[1].pk
    assert Offices().find("", "") is None


def test_english_and_former_names_are_known():
    office = OfficeFactory(name_en="Policy Wing")
    FormerNameFactory(office=office, name_bn="পুরোনো নীতি অনুবিভাগ")
    assert Offices().find("policy wing", "") == office.pk
    assert Offices().find("পুরোনো নীতি অনুবিভাগ", "") == office.pk


def test_the_section_of_an_unknown_wing_is_not_another_wings(tree):
    assert Offices().find("নতুন অনুবিভাগ", "হিসাব শাখা") is None


def test_the_nearest_is_offered(tree):
    wings, _sections = tree
    offices = Offices()
    assert offices.find("প্রশাসনন", "") is None
    assert offices.unknown == {"প্রশাসনন": wings[0].pk}


def test_a_choice_settles_an_office(tree):
    wings, _sections = tree
    key = search_key("এডমিন")
    assert Offices({key: str(wings[0].pk)}).find("এডমিন", "") == wings[0].pk
    made = Offices({key: NEW})
    assert (made.find("এডমিন", ""), made.unknown) == (None, {})


def test_a_remembered_choice_holds_for_later_lists(tree):
    wings, _sections = tree
    Choice.objects.create(
        kind="office", key=search_key("এডমিন"), value=str(wings[0].pk)
    )
    assert Offices().find("এডমিন", "") == wings[0].pk


def test_a_remembered_office_that_is_gone_counts_no_more():
    Choice.objects.create(kind="office", key=search_key("এডমিন"), value="999999")
    assert Offices().find("এডমিন", "") is None


@pytest.mark.parametrize(
    ("post", "title"),
    [
        ("উপসচিব (ই-গভঃ, আইসিটি ও এমআইএস)", "উপসচিব"),
        ("চেয়ারম্যান, বিসিআইসি", "চেয়ারম্যান"),
        ("উপসচিব", "উপসচিব"),
        ("(অতিরিক্ত দায়িত্ব)", "(অতিরিক্ত দায়িত্ব)"),
    ],
)
def test_the_title_within_a_post(post, title):
    assert title_of(post) == title


def test_designations_by_either_name_with_or_without_charge():
    deputy = Designation.objects.create(name_bn="উপসচিব", name_en="Deputy Secretary")
    found = Designations()
    for post in ("উপসচিব", "উপসচিব (প্রশাসন)", "deputy secretary"):
        assert found.find(post) == deputy.pk
    assert found.unknown == {}


def test_a_post_known_whole_is_not_cut():
    whole = Designation.objects.create(name_bn="মহাপরিচালক, বিটাক")
    Designation.objects.create(name_bn="মহাপরিচালক")
    assert Designations().find("মহাপরিচালক, বিটাক") == whole.pk


def test_an_unknown_designation_and_its_nearest():
    programmer = Designation.objects.create(name_bn="প্রোগ্রামার")
    found = Designations()
    assert found.find("প্রোগামার") is None
    assert found.find("জল্লাদ") is None
    assert found.unknown == {"প্রোগামার": programmer.pk, "জল্লাদ": None}


def test_of_very_many_unknown_names_the_nearest_is_not_looked_for(monkeypatch):
    Designation.objects.create(name_bn="উপসচিব")
    monkeypatch.setattr(linking, "MANY", 1)
    designations = Designations()
    for post in ("উপসচি", "উপসচীবব"):
        designations.find(post)
    near = Designation.objects.get()
    assert list(designations.unknown.values()) == [near.pk, None]


def test_an_office_closed_since_it_was_chosen_is_asked_anew():
    office = OfficeFactory(name_bn="প্রশাসন")
    key = search_key("এডমিন উইং")
    Choice.objects.create(kind="office", key=key, value=str(office.pk))
    assert Offices().find("এডমিন উইং", "") == office.pk
    office.closed_on = date(2017, 1, 1)
    office.save()
    offices = Offices()
    assert offices.find("এডমিন উইং", "") is None
    assert (offices.settled, list(offices.unknown)) == ({}, ["এডমিন উইং"])
