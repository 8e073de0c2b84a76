"""How well words and columns are told apart, on words that the counts have not seen."""

import csv
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from innovation_portal.bangla import bijoy_vote
from innovation_portal.bangla.bijoy_vote import SURE, odds, pairs, typed_in_bijoy, words
from tests.innovation_portal.bangla.count_bijoy import BANGLA, ROOT, vocabulary
from tests.innovation_portal.bangla.test_bijoy import TYPED, UNICODE
from tests.innovation_portal.bangla.test_bijoy_round_trip import PAPERS
from tests.innovation_portal.bangla.typist import typed

BOOKS = ROOT / "tests/directory/workbooks"
SITTINGS = ROOT / "innovation_portal/demo/sittings.tsv"
ENGLISH = BOOKS / "phone_list_english_headers.csv"


def column(sheet, letter):
    return [str(cell.value) for cell in sheet[letter] if cell.value]


def unseen_bijoy():
    """The words of plans, memo and the demo's sittings that are not in the counts."""
    papers = {
        word
        for path in (*PAPERS, SITTINGS)
        for word in BANGLA.findall(path.read_text())
    }
    return sorted(map(typed, papers - set(vocabulary()[0])))


def unseen_english():
    """The words of docs/ that are not in the counts."""
    text = " ".join(path.read_text() for path in (ROOT / "docs").rglob("*.md"))
    known = {word.lower() for word in vocabulary()[1]}
    found = set(re.findall(r"(?<![\w`/.-])[A-Za-z][a-z]+(?![\w`/.-])", text))
    return sorted(word for word in found if word.lower() not in known)


def test_words_it_has_not_seen():
    bijoy, english = unseen_bijoy(), unseen_english()
    missed = [word for word in bijoy if (odds(word) or 0) < 0]
    taken = [word for word in english if (odds(word) or 0) > 0]
    assert len(bijoy) > 200
    assert len(english) > 400
    assert len(missed) / len(bijoy) < 0.02, missed
    assert len(taken) / len(english) < 0.03, taken


@pytest.mark.parametrize("size", [3, 5, 10])
def test_columns_it_has_not_seen(size):
    rng = random.Random(size)  # the same columns each time
    bijoy, english = unseen_bijoy(), unseen_english()
    told = [
        (
            typed_in_bijoy(rng.sample(bijoy, size)),
            typed_in_bijoy(rng.sample(english, size)),
        )
        for _ in range(300)
    ]
    assert sum(right for right, _ in told) >= 295
    assert sum(wrong for _, wrong in told) <= 1


def test_columns_of_the_lists():
    bijoy, unicode = (load_workbook(path).active for path in (TYPED, UNICODE))
    assert [typed_in_bijoy(column(bijoy, letter)) for letter in "BCDIJ"] == [
        *(True, True, True),
        *(False, True),  # e-mail; rooms, among them the ground floor
    ]
    assert not any(typed_in_bijoy(column(unicode, letter)) for letter in "ABCDEFGHIJ")


def test_columns_of_a_list_with_english_headings():
    with ENGLISH.open(encoding="utf-8-sig", newline="") as opened:
        columns = list(zip(*csv.reader(opened), strict=True))
    assert [cells[0] for cells in columns if typed_in_bijoy(cells)] == []


@pytest.mark.parametrize(
    "texts",
    [
        [],
        ["", " ", "-"],
        ["PABX", "ICT", "Room 405", "A4", "MIS", "BSTI", "R&D"],
        ["217", "02-9583472", "01971-528671", "Ext. 123"],
        ["Deputy Secretary", "Senior Assistant Secretary"],
        ["Md. Karim", "Abdul Karim", "Syed Iqbal Hossain", "A. K. M. Islam"],
        ["minister1@moind.gov.bd", "www.moind.gov.bd", "https://moind.gov.bd/a"],
        ["উপসচিব", "সহকারী সচিব", "শাখা 1"],
        ["Ministry’s list", "“Other”", "Café", "30°"],
        ["G", "K", "I"],
    ],
)
def test_never_bijoy(texts):
    assert typed_in_bijoy(texts) is False


@pytest.mark.parametrize(
    "texts",
    [
        ["DcmwPe", "mnKvix mwPe"],
        ["927", "125", "wbPZjv"],
        ["উপসচিব", "cÖkvmwbK Kg©KZ©v", "সচিব"],  # the others are Unicode already
        ["ICT kvLv", "MIS kvLv", "AvBb kvLv", "wnmve kvLv"],
    ],
)
def test_bijoy(texts):
    assert typed_in_bijoy(texts) is True


def test_a_word_has_one_vote_however_often_it_stands_there():
    assert typed_in_bijoy(["bs"] * 1000 + ["Deputy Secretary", "Chairman"]) is False


@pytest.mark.parametrize("word", ["PABX", "ICT", "A4", "B12", "BSTI", "R&D", "UNIDO"])
def test_capitals_are_an_acronym(word):
    assert odds(word) == -SURE


@pytest.mark.parametrize("word", ["GK", "KZ", "RR", "MY", "FY"])
def test_but_for_the_few_bangla_words_of_capitals(word):
    assert 0 < odds(word) < SURE


@pytest.mark.parametrize("word", ["9551612", "G", "K", "১২", ""])
def test_numbers_and_single_letters_say_nothing(word):
    assert odds(word) == (-SURE if word == "১২" else None)


def test_words_with_their_places():
    text = "(a@b.gov.bd) Kw¤úDUvi/A4, moind.gov.bd"
    assert [text[start:end] for start, end, _ in words(text)] == [
        *("(a@b.gov.bd)", "Kw¤úDUvi", "A4", "moind.gov.bd")
    ]


def test_pairs_have_edges_and_one_zero_for_a_number():
    assert pairs("kvLv12") == [" k", "kv", "vL", "Lv", "v0", "0 "]


def test_tables_are_those_of_the_script():
    """Of the same shape; the words they were counted from go on changing."""
    heading, *rows = bijoy_vote.PAIRS.read_text().splitlines()
    assert heading == "pair\tbijoy\tlatin"
    assert all(re.fullmatch(r".{2}\t\d+\t\d+", row) for row in rows)
    assert rows == sorted(rows, key=lambda row: row[:2])


@given(st.lists(st.text()))
def test_any_column_has_an_answer(texts):
    assert typed_in_bijoy(texts) in {True, False}


@pytest.mark.parametrize("piece", ["š", "A ", "@", "a.", "/", "(", "a@ ", "A&", "www."])
def test_long_texts_are_no_trouble(piece):
    assert typed_in_bijoy([piece * 100_000]) in {True, False}
