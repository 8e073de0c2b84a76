"""The list from ক to হ: people under the letter that files them, and no one else."""

from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from django.template.loader import render_to_string

from directory.models import Edition, Entry
from directory.paper import alphabetical
from directory.paper.alphabetical import alphabetical_list, first_letter
from innovation_portal.bangla.names import sort_name
from innovation_portal.paper.pdf import from_html
from tests.directory.uploads import FEBRUARY, published
from tests.papers import lie, pages, picture, tags, words

pytestmark = pytest.mark.slow

EDITION = Edition(
    number=2,
    updated_on=date(2017, 2, 12),
    published_at=datetime(2017, 2, 12, 5, 30, tzinfo=UTC),
)


@pytest.fixture(scope="module", autouse=True)
def drawn_here():
    def draw(name, context):
        return from_html(render_to_string(name, context))

    with pytest.MonkeyPatch.context() as here:
        here.setattr(alphabetical, "from_template_apart", draw)
        yield


def person(name, **texts):
    return Entry(name=name, sort_name=sort_name(name), **texts)


def drawn(*entries):
    return alphabetical_list(EDITION, entries)


def letters(*names):
    told = alphabetical.context(EDITION, [person(name) for name in names])
    return [(letter, [r.entry.name for r in rows]) for letter, rows in told["wings"]]


@pytest.mark.django_db
def test_the_list_of_february_by_name():
    edition = published(FEBRUARY)
    entries = list(Entry.objects.current().by_name())
    made = alphabetical_list(edition, entries)
    picture(made, "directory-alphabetical")
    said = "".join(pages(made)).replace("\n", "").replace(" ", "")
    people = [entry for entry in entries if entry.name]
    at = 0
    for entry in people:
        for part in (entry.name, entry.post, entry.mobile):
            at = said.index(part.replace(" ", ""), at)
    assert (len(people), set(lie(made))) == (116, {"A4 landscape"})
    assert said.count("(শূন্য)") == 0
    assert "অভ্যর্থনা" not in said


@pytest.mark.django_db
def test_no_letter_comes_twice():
    published(FEBRUARY)
    entries = Entry.objects.current().by_name()
    told = alphabetical.context(EDITION, entries)
    found = [letter for letter, _rows in told["wings"]]
    assert found == list(dict.fromkeys(found))
    assert all(one < other for one, other in pairwise(found))


def test_each_letter_heads_its_names():
    assert letters("মোঃ আব্দুল করিম", "মোঃ আলম", "জাহিদ", "শেখ হাসান") == [
        ("আ", ["মোঃ আব্দুল করিম", "মোঃ আলম"]),
        ("জ", ["জাহিদ"]),
        ("শ", ["শেখ হাসান"]),
    ]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("করিম", "ক"),
        ("karim", "K"),
        ("'করিম", "ক"),
        (".", "–"),
        ("১২", "–"),
        ("য়", "য"),
    ],
)
def test_the_letter_of_a_name(name, letter):
    assert first_letter(name) == letter


def test_what_the_alphabet_passes_over_is_set_lighter():
    told = alphabetical.context(EDITION, [person("মোঃ আব্দুল করিম"), person("জাহিদ")])
    rows = [(row.lead, row.person) for _, rows in told["wings"] for row in rows]
    assert rows == [("মোঃ ", "আব্দুল করিম"), ("", "জাহিদ")]


def test_a_name_stays_whole():
    said = words(pages(drawn(person("মোঃ আব্দুল করিম", honorific="জনাব")))[0])
    at = said.index("মোঃ")
    assert said[at : at + 3] == ["মোঃ", "আব্দুল", "করিম"]


def test_who_has_no_section_stands_with_the_wing():
    told = alphabetical.context(
        EDITION, [person("ক", wing="নীতি"), person("খ", wing="নীতি", section="আইন")]
    )
    assert [row.place for _, rows in told["wings"] for row in rows] == ["নীতি", "আইন"]


def test_it_says_its_order_and_of_when_it_is():
    said = pages(drawn(person("করিম", mobile="১", pabx="২", office_phone="৩")))[0]
    assert "(বর্ণানুক্রমে)" in said.splitlines()
    assert "হালনাগাদঃ ১২/০২/২০১৭ খ্রিঃ" in said
    assert "ক্রঃ" not in said


def test_letters_are_headings():
    found = tags(drawn(person("করিম"), person("জাহিদ")))
    assert (found.count("H1"), found.count("H2")) == (1, 2)


def test_a_list_without_people():
    assert lie(drawn(Entry(post="অভ্যর্থনা"))) == ["A4"]


def test_hostile_names_are_text():
    said = pages(drawn(person("<b>করিম")))[0]
    assert "<b>করিম" in said
