"""Lines found however they are typed, and in which order."""

import csv
from pathlib import Path

import pytest

from directory.models import Entry
from tests.directory.entries import edition, entries

SPELLINGS = Path(__file__).with_name("name_spellings.tsv")


def found(text):
    return [line.name for line in Entry.objects.current().find(text)]


@pytest.fixture
def sixty(db):
    edition()
    with SPELLINGS.open() as opened:
        rows = list(csv.DictReader(opened, delimiter="\t"))
    entries(*(row["bangla"] for row in rows))
    return [(row["latin"], row["bangla"]) for row in rows if row["latin"]]


@pytest.fixture
def sixty_backwards(db):
    edition()
    with SPELLINGS.open() as opened:
        rows = list(csv.DictReader(opened, delimiter="\t"))
    entries(*(row["bangla"] for row in reversed(rows)))
    return [(row["latin"], row["bangla"]) for row in rows if row["latin"]]


@pytest.mark.parametrize("order", ["sixty", "sixty_backwards"])
def test_a_latin_spelling_brings_the_right_officer_first(order, request):
    asked = request.getfixturevalue(order)
    first = [latin for latin, bangla in asked if found(latin)[:1] == [bangla]]
    three = [latin for latin, bangla in asked if bangla in found(latin)[:3]]
    assert (len(first), len(three)) == (25, 25)
