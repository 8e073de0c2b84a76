"""Lines found however they are typed, in which order, and what of them is marked."""

import csv
from pathlib import Path

import pytest
from django.db import connection

from directory.finding import answers
from directory.finding.question import Question
from directory.models import Entry
from tests.directory.entries import edition, entries, entry

SPELLINGS = Path(__file__).with_name("name_spellings.tsv")
pytestmark = pytest.mark.django_db


def find(text, alone=True):
    return Entry.objects.current().find(text, alone)


def found(text):
    return [line.name for line in find(text)]


@pytest.fixture
def listed():
    edition()
    return entries


def rows():
    with SPELLINGS.open() as opened:
        return list(csv.DictReader(opened, delimiter="\t"))


@pytest.mark.parametrize("step", [1, -1])
def test_a_latin_spelling_brings_the_right_officer_first(listed, step):
    listed(*(row["bangla"] for row in rows()[::step]))
    asked = [(row["latin"], row["bangla"]) for row in rows() if row["latin"]]
    assert [(latin, found(latin)[0]) for latin, _bangla in asked] == asked


@pytest.mark.parametrize(
    "spellings",
    [
        "মো: করিম|মোঃ করিম|মো. করিম|মোহাম্মদ করিম|মুহাম্মদ করিম|মোঃকরিম|Md. করিম",
        "বড়ুয়া|বড\u09bcুয\u09bcা|বরুয়া",
        "গাঢ়|গাঢ\u09bc|গার",
        "ক্\u200cষমা|ক্ষমা",
        "র\u200d্যাব|র্যাব",
        "বিশ্বজিৎ|বিশ্বজিত|বিশ্বজিত্\u200d",
        "রীনা|রিনা|রিণা",
        "মশিউর|মসিউর|মষিউর",
        "শাখা ১৭|শাখা-17|সাখা১৭",
    ],
)
def test_spellings_find_each_other(listed, spellings):
    names = spellings.split("|")
    listed(*names, "অন্য কেউ")
    for typed in names:
        assert set(found(typed)) == set(names)


@pytest.mark.parametrize("typed", ["জনাব করিম", "জনাব ড. করিম", "Mr. করিম", "করিম"])
def test_an_honorific_may_stand_or_not(listed, typed):
    entry("করিম", honorific="জনাব")
    listed("করিম", "রহিম")
    assert found(typed) == ["করিম", "করিম"]


@pytest.mark.parametrize("typed", ["mosiur", "moshiur", "masiur", "mosi"])
def test_a_latin_question_finds_a_bangla_name(listed, typed):
    listed("আব্দুল করিম", "মসিউর রহমান")
    assert found(typed) == ["মসিউর রহমান"]


def test_a_bangla_question_finds_a_latin_name_after_the_exact_ones(listed):
    listed("Mosiur Rahman", "মসিউর রহমান")
    assert found("মসিউর") == ["মসিউর রহমান", "Mosiur Rahman"]


def test_words_of_both_scripts_go_together(listed):
    listed("মসিউর রহমান", "মসিউর আলম")
    assert found("mosiur রহমান") == ["মসিউর রহমান"]


def test_exact_answers_keep_the_order_of_the_list(listed):
    listed("করিমুল", "করিম", "আব্দুল করিম")
    assert found("করিম") == ["করিমুল", "করিম", "আব্দুল করিম"]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("করমি", "করিম"),  # changed places
        ("মুস্তফিজর", "মুস্তাফিজুর"),  # two left out
        ("জাহাঙ্গিরর আলমম", "জাহাঙ্গীর আলম"),
        ("hossaim", "Hossain"),
        ("moziur", "Moniur"),
    ],
)
def test_slips_are_forgiven_where_nothing_matches(listed, typed, name):
    listed(name, "তাহমিনা খাতুন")
    assert found(typed) == [name]
    assert find(typed).near


def test_the_likest_slip_comes_first(listed):
    listed("মুস্তাফিজা", "মুস্তাফিজুর")
    assert found("মুস্তাফিজর")[0] == "মুস্তাফিজুর"


def test_slips_are_not_thought_of_where_something_matches(listed):
    listed("করিম", "কারিম")
    assert (found("করিম"), find("করিম").near) == (["করিম"], False)


@pytest.mark.parametrize("typed", ["ঘঘঘঘঘ", "qqqqq", "কর্ম খাতুন", "হক ৯৯"])
def test_what_is_too_far_is_not_found(listed, typed):
    listed("করিম", "খাতুন", "হক")
    assert (found(typed), find(typed).near) == ([], False)


def test_words_of_lines_that_went_are_not_meant(listed):
    edition(number=2)
    entry("মসিউর", last=1)
    listed("করিম")
    assert found("moshiur") == []


@pytest.mark.parametrize("alone", [True, False])
@pytest.mark.parametrize("typed", ["নাম", "নাম আলম", "017", "nam", "আল", "ম-1"])
def test_all_ways_through_a_long_list_find_the_same(listed, monkeypatch, typed, alone):
    for number in range(40):
        name, section = "নাম" if number % 2 else "আলম নাম", f"ধর্ম-{number % 3}"
        entry(name, section=section, mobile=f"017123456{number:02}")
    right = [line.pk for line in find(typed, alone=False)]
    for name, few in {"MOST": 10, "FEW": 5, "WALK": 30, "PROBE": 20}.items():
        monkeypatch.setattr(answers, name, few)
    again = find(typed, alone)
    assert right[12:17] == [line.pk for line in again[12:17]] or again.ranked
    assert again.count_to(11) == 11
    assert [line.pk for line in again[0:5]] == right[:5]


@pytest.mark.parametrize("others", [0, 2, 5, 20])
def test_a_walk_tells_words_from_pieces_of_words(listed, others):
    listed("করিম", "করিমা", "রহিম", "অকরিম করিম")
    known = ["করিম", *(f"নাই{number}" for number in range(others))]
    keys = Entry.objects.walk(0, 9, [("korim", known)], Question(), slice(0, 9))
    assert [Entry.objects.get(pk=key).name for key in keys] == ["করিম", "অকরিম করিম"]


@pytest.mark.parametrize(
    ("typed", "sections"),
    [
        ("তি-১", ["নীতি-১", "নীতি-১০"]),
        ("নীতি-১০", ["নীতি-১০"]),
        ("নীতি-১ নীতি", ["নীতি-১", "নীতি-১০"]),
        ("এ-তি-২", ["এ-তি-২"]),
        ("ds-1", ["ads 16"]),
    ],
)
def test_a_phrase_begins_and_ends_within_a_word(listed, typed, sections):
    for section in ("নীতি-১", "নীতি-১০", "তিল-১ নীতি", "এ-তিল-২", "এ-তি-২", "ads 16"):
        entry(section=section)
    assert [line.section for line in find(typed)] == sections


KNOWN = """SELECT pg_get_statisticsobjdef_expressions(known.oid),
                  ARRAY[pg_get_indexdef('entry_words'::regclass, 1, false)]
           FROM pg_statistic_ext known WHERE stxname = 'entry_words_known'"""


def test_the_database_counts_what_the_index_of_words_holds():
    """Else it would read the whole table for a question of many words."""
    with connection.cursor() as cursor:
        cursor.execute(KNOWN)
        [(counted, indexed)] = cursor.fetchall()
    assert counted == indexed
