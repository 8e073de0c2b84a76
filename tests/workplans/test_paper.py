"""The package for the Cabinet Division: memo and tables, word for word, well cut."""

import json
from pathlib import Path

import pytest
from django.utils import translation

import workplans
from tests.papers import ink, lie, pages, picture, tags, words
from workplans.paper import LONG, package, plan_of_2016, plan_of_2017

pytestmark = pytest.mark.slow

DEMO = Path(workplans.__file__).parent / "demo"
DARK = 140  # of 255, which is white
SHOWN_NOWHERE = {"evidence_kind", "year"}


def data(name):
    return json.loads((DEMO / f"{name}.json").read_text())


def plans():
    return [plan_of_2017(data("workplan_2017")), plan_of_2016(data("workplan_2016"))]


@pytest.fixture(scope="module")
def letter():
    """The letter of 2017 with its two tables."""
    made = package(data("memo_2017"), plans())
    picture(made, "package-2017")
    return made


def texts(value):
    """Every text that a piece of the JSON holds, in its order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            if name not in SHOWN_NOWHERE:
                yield from texts(item)


def missing(wanted, text):
    """Words that the text lacks, or has less often than they are wanted."""
    left = words(text)
    return [word for word in words(wanted) if word not in left or left.remove(word)]


def test_the_memo_stands_and_the_tables_lie(letter):
    assert lie(letter) == ["A4", *["A4 landscape"] * 3]


def test_every_page_says_which_it_is(letter):
    feet = [page.split()[-2:] for page in pages(letter)]
    assert feet == [["পৃষ্ঠা", f"{number}/৪"] for number in "১২৩৪"]


def test_the_memo_reads_word_by_word(letter):
    memo = data("memo_2017")
    said = pages(letter)[0]
    labels, person = memo["labels"], memo["signatory"]
    lines = [
        *memo["letterhead"],
        f"{labels['memo_number']}{memo['memo_number']}",
        f"{labels['date']} {memo['date_printed']}",
        f"{labels['subject']} {memo['subject']}",
        f"{labels['reference']} {memo['reference']}",
        memo["body"],
        f"{labels['enclosure']} ৩ (তিন) পাতা।",
        memo["signature_date"],
        *(person["name_printed"], person["designation"], person["office_printed"]),
        f"{labels['phone']} {person['phone']}",
        f"{labels['email']} {person['email']}",
        *memo["addressee"],
        memo["attention_printed"],
    ]
    assert words(said) == words(" ".join([*lines, "পৃষ্ঠা ১/৪"]))


@pytest.mark.parametrize(
    ("name", "first", "last"), [("workplan_2017", 1, 2), ("workplan_2016", 2, 4)]
)
def test_a_table_has_every_word(letter, name, first, last):
    said = " ".join(pages(letter)[first:last])
    assert missing(" ".join(texts(data(name))), said) == []


def test_both_rows_of_the_heading_stand_on_each_page_of_the_table(letter):
    third, fourth = pages(letter)[2:]
    head = words("ক্রমিক নং প্রস্তাবিত বিষয় (গৃহীতব্য কাজের নাম) বাস্তবায়ন কাল")
    start = words(third).index("ক্রমিক")
    assert words(third)[start : start + len(head)] == head
    assert words(fourth)[: len(head)] == head
    for page in (third, fourth):
        assert missing("শুরুর তারিখ সমাপ্তির তারিখ", page) == []


def test_rows_are_whole_and_in_their_order(letter):
    rows = [" ".join(texts(item)) for item in data("workplan_2016")["items"]]
    whole = [[row for row in rows if not missing(row, p)] for p in pages(letter)[2:]]
    assert whole == [rows[:8], rows[8:]]


def test_headings_are_headings(letter):
    found = tags(letter)
    assert (found.count("H1"), found.count("TH")) == (3, 14 + 2 * 8)


def test_a_memo_alone_encloses_nothing():
    said = package(data("memo_2017"), [])
    assert lie(said) == ["A4"]
    assert "সংযুক্তিঃ" not in words(pages(said)[0])


@pytest.mark.parametrize("active", ["bn", "en"])
def test_the_language_of_the_screen_changes_no_paper(active, letter):
    with translation.override(active):
        made = package(data("memo_2017"), plans())
    assert pages(made) == pages(letter)


@pytest.fixture(scope="module")
def full_letter():
    """A memo with all that is optional."""
    memo = data("memo_2017") | {
        "salutation": "মহোদয়,",
        "enclosure": "১৮ (আঠার) পাতা।",
        "copies": ["সচিবের একান্ত সচিব", "অফিস কপি"],
    }
    memo["labels"] |= {"copies": "সদয় অবগতির জন্য অনুলিপিঃ"}
    made = package(memo, plans()[:1], with_bangla_date=True)
    picture(made, "memo-full")
    return pages(made)[0].splitlines()


def test_two_dates_stand_one_over_the_other(full_letter):
    at = full_letter.index("২ ফাল্গুন ১৪২৩")
    assert full_letter[at + 1] == "১৪/০২/২০১৭ খ্রিঃ।"


def test_the_author_may_word_the_enclosure(full_letter):
    assert "সংযুক্তিঃ ১৮ (আঠার) পাতা।" in full_letter


def test_copies_are_numbered_and_the_salutation_precedes_the_text(full_letter):
    assert full_letter[-4:-1] == [
        "সদয় অবগতির জন্য অনুলিপিঃ",
        "১. সচিবের একান্ত সচিব",
        "২. অফিস কপি",
    ]
    salutation = full_letter.index("মহোদয়,")
    assert full_letter[salutation + 1].startswith("উপর্যুক্ত বিষয়")


@pytest.mark.parametrize(("old", "said"), [(True, "(এগার)"), (False, "(এগারো)")])
def test_pages_are_counted_in_the_spelling_of_the_office(old, said, monkeypatch):
    monkeypatch.setattr("workplans.paper.page_count", lambda *_: 11)
    made = package(data("memo_2017"), plans(), old_spelling=old)
    assert f"সংযুক্তিঃ ১১ {said} পাতা।" in pages(made)[0].splitlines()


@pytest.mark.parametrize("times", range(6, 13))
def test_the_signature_is_whole_and_never_alone(times):
    memo = data("memo_2017")
    memo["body"] = "\n".join([memo["body"]] * times)
    made = [words(page) for page in pages(package(memo, []))]
    block = words("১৪.০২.২০১৭ (মোহাম্মদ মসিউর রহমান) উপসচিব (ই-গভঃ, আইসিটি ও এমআইএস)")
    page = next(page for page in made if "১৪.০২.২০১৭" in page)
    at = page.index("১৪.০২.২০১৭")
    assert page[at : at + len(block)] == block
    assert page[at - 2 : at] == ["করা", "হলো।"]
    assert page.index("হলো।") >= 8  # two lines of its paragraph at least


def test_an_addressee_is_whole():
    memo = data("memo_2017")
    for times in range(5, 11):
        memo["body"] = "\n".join([data("memo_2017")["body"]] * times)
        block = " ".join([*memo["addressee"], memo["attention_printed"]])
        last = words(pages(package(memo, []))[-1].partition("পৃষ্ঠা")[0])
        assert last[-len(words(block)) :] == words(block)


@pytest.fixture(scope="module")
def long_plan():
    """A row far longer than a page, between two short ones."""
    plan = data("workplan_2017")
    plan["items"][1]["process"] = "\n".join([plan["items"][1]["process"]] * 8)
    made = package(data("memo_2017"), [plan_of_2017(plan)])
    picture(made, "plan-long-row")
    return made


def test_a_long_row_goes_on_under_the_heading(long_plan):
    annex = pages(long_plan)[1:]
    assert len(annex) == 3
    assert all("প্রাক্কলিত ব্যয়" in page for page in annex)
    text = data("workplan_2017")["items"][1]["process"] + " "
    assert missing(text * 8, " ".join(annex)) == []


def test_a_long_row_begins_where_the_one_before_ends(long_plan):
    first = words(pages(long_plan)[1])
    assert first[first.index("০২.") + 1 :][:2] == ["ই-টেলিফোন", "ডিরেক্টরি"]


def test_a_cut_row_is_closed_below_and_above(long_plan):
    """The table's left edge ends above and below in a line through all columns."""
    for page in (1, 2):
        rows = ink(long_plan, page, dpi=144)
        lines = [at for at, row in enumerate(rows) if _runs_through(row)]
        left = next(x for x, grey in enumerate(rows[lines[0]]) if grey < DARK)
        edge = [at for at, row in enumerate(rows) if row[left + 1] < DARK]
        assert edge[0] >= lines[0] - 1
        assert edge[-1] <= lines[-1] + 1


def _runs_through(row):
    """Dark from margin to margin, which is nine tenths of the paper."""
    return sum(grey < DARK for grey in row) > 0.85 * len(row)


@pytest.mark.parametrize(("length", "long"), [(LONG, False), (LONG + 1, True)])
def test_only_a_row_of_much_text_may_be_cut(length, long):
    plan = data("workplan_2017")
    plan["items"][0]["process"] = "ক" * length
    assert plan_of_2017(plan).rows[0].long is long
