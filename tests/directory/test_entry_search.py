"""What a word of a search finds in the list."""

import pytest

from directory.models import Entry
from tests.directory.entries import edition, entry


@pytest.fixture(autouse=True)
def lines(db):
    edition()
    entry(
        "মোঃ আব্দুল করিম",
        honorific="জনাব",
        post="উপসচিব",
        section="প্রশাসন-১ শাখা",
        wing="প্রশাসন অনুবিভাগ",
        office_phone="০২-৯৫৮৩৪৭২",
        mobile="০১৭১২-৩৪৫৬৭৮",
        email="ds16@moind.example.gov.bd",
        room="৪০৫",
    )
    entry(
        "তাহমিনা খাতুন",
        post="সিনিয়র সহকারী সচিব",
        section="নীতি শাখা",
        wing="নীতি, আইন ও আন্তর্জাতিক সহযোগিতা অনুবিভাগ",
        office_phone="9551612, 9551613",
        intercom="217",
        residence="8989858",
    )
    entry(post="অভ্যর্থনা", wing="সেবা নম্বর", pabx="১০১")


def found(text):
    names = Entry.objects.search(text).in_order().values_list("name", "post")
    return [name or post for name, post in names]


@pytest.mark.parametrize(
    "text",
    [
        "করিম",
        "  করিম  ",
        "কর",  # half a word
        "আবদুল",  # as it is also spelt
        "করিম উপসচিব",
        "প্রশাসন-১",
        "প্রশাসন অনুবিভাগ করিম",
        "ds16@moind",
        "DS16",
        "02-9583472",
        "০২-৯৫৮৩৪৭২",
        "৯৫৮৩",
        "83472",
        "01712 345678",
        "+8801712345678",
        "8801712345678",
        "০০৮৮০১৭১২৩৪৫৬৭৮",
        "+88 01712-345678",
        "৪০৫",
    ],
)
def test_finds_one_of_three(text):
    assert found(text) == ["মোঃ আব্দুল করিম"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("9551613", ["তাহমিনা খাতুন"]),
        ("8989858", ["তাহমিনা খাতুন"]),
        ("২১৭", ["তাহমিনা খাতুন"]),
        ("101", ["অভ্যর্থনা"]),
        ("শাখা", ["মোঃ আব্দুল করিম", "তাহমিনা খাতুন"]),
        ("করিম নীতি", []),
        ("999999", []),
    ],
)
def test_finds_what_has_every_word(text, names):
    assert found(text) == names


@pytest.mark.parametrize("text", ["", "  ", "-", "%", "_", "।", "\\", "'", "+"])
def test_marks_alone_ask_nothing(text):
    assert len(found(text)) == 3


@pytest.mark.parametrize("text", ["কর%ম", "কর_ম", "9583_72", "95%72"])
def test_has_no_wildcards(text):
    assert found(text) == []


def test_wings_stand_in_the_order_of_the_list():
    entry("রহিম", wing="প্রশাসন অনুবিভাগ")
    assert [*Entry.objects.wings()] == [
        "প্রশাসন অনুবিভাগ",
        "নীতি, আইন ও আন্তর্জাতিক সহযোগিতা অনুবিভাগ",
        "সেবা নম্বর",
    ]
