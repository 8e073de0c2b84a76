"""The heading is found wherever it stands, and each column is what it says."""

import pytest

from directory.reading.columns import find_heading, word_key
from tests.directory.lists import sheet


def fields(*rows, remembered=None, **rest):
    heading = find_heading(sheet(*rows, **rest), remembered or {})
    return heading and (heading.first, heading.last, list(heading.fields.values()))


def test_one_row():
    rows = ["ক্রঃ নং", "নাম", "পদবী", "মোবাইল নম্বর", "ই-মেইল", "কক্ষ নং"]
    assert fields(rows) == (1, 1, ["serial", "name", "post", "mobile", "email", "room"])


def test_two_rows_with_merged_cells():
    rows = (
        ["শিল্প মন্ত্রণালয়"],
        ["নাম", "পদবি", "টেলিফোন", None, None, "ই-মেইল"],
        [None, None, "অফিস", "বাসা", "মোবাইল", None],
    )
    merged = [(2, 1, 3, 1), (2, 2, 3, 2), (2, 3, 2, 5), (2, 6, 3, 6)]
    expected = ["name", "post", "office_phone", "residence", "mobile", "email"]
    assert fields(*rows, merged=merged) == (2, 3, expected)


def test_two_rows_without_merging():
    rows = (
        ["Name", "Designation", "Telephone", None],
        [None, None, "Office", "Residence"],
    )
    assert fields(*rows) == (1, 2, ["name", "post", "office_phone", "residence"])


def test_far_down():
    assert fields(*[["x"]] * 40, ["Name", "Mobile"]) == (41, 41, ["name", "mobile"])


def test_the_row_below_is_no_second_heading():
    rows = ["Name", "Designation", "Mobile"], ["Karim", "Secretary", "01711111111"]
    assert fields(*rows) == (1, 1, ["name", "post", "mobile"])


@pytest.mark.parametrize(
    "rows", [[], [["Name"]], [["Mobile", "E-mail"]], [["Karim", "Rahim"]]]
)
def test_no_heading(rows):
    assert fields(*rows) is None


def test_the_first_of_two_columns_with_one_meaning_counts():
    heading = find_heading(sheet(["Name", "Mobile", "Mobile no"]), {})
    assert heading.fields == {1: "name", 2: "mobile"}
    assert heading.words[3] == "Mobile no"


def test_a_remembered_choice_counts_before_the_words():
    remembered = {word_key("মুঠোফোন"): "mobile", word_key("Mobile"): "ignore"}
    rows = ["Name", "মুঠোফোন", "Mobile"]
    assert fields(rows, remembered=remembered) == (1, 1, ["name", "mobile", "ignore"])


@pytest.mark.parametrize("words", ["ই-মেইল", "ইমেইল", "E-Mail", "e mail", "EMAIL"])
def test_spellings_of_one_word(words):
    assert fields(["নাম", words]) == (1, 1, ["name", "email"])
