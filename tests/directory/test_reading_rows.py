"""Wings, lines and footnotes are told apart."""

from directory.reading.columns import find_heading
from directory.reading.rows import split_rows
from tests.directory.lists import sheet

HEADING = ["ক্রঃ নং", "নাম", "পদবি", "শাখা", "মোবাইল"]
KARIM = ["০১.", "জনাব করিম", "সচিব", None, "০১৭১১১১১১১১"]
RAHIM = ["০২.", "জনাব রহিম", "উপসচিব", "প্রশাসন-১ শাখা", "০১৭২২২২২২২২"]


def split(*rows, heading=HEADING, **rest):
    whole = sheet(heading, *rows, **rest)
    return split_rows(whole, find_heading(whole, {}))


def test_wing_rows_hold_until_the_next():
    lines, left_out = split(["প্রশাসন অনুবিভাগ"], KARIM, RAHIM, ["সচিবের দপ্তর"], KARIM)
    assert [(line.number, line.wing) for line in lines] == [
        (3, "প্রশাসন অনুবিভাগ"),
        (4, "প্রশাসন অনুবিভাগ"),
        (6, "সচিবের দপ্তর"),
    ]
    assert left_out == []


def test_sections_between_the_rows_where_no_column_holds_them():
    heading = ["নাম", "পদবি", "মোবাইল"]
    lines, _rest = split(
        ["প্রশাসন অনুবিভাগ"],
        ["ক", "সচিব", "1"],
        ["হিসাব শাখা"],
        ["খ", "হিসাবরক্ষক", "2"],
        ["পরিকল্পনা অনুবিভাগ"],
        ["গ", "প্রধান", "3"],
        heading=heading,
    )
    assert [(line.wing, line.section) for line in lines] == [
        ("প্রশাসন অনুবিভাগ", ""),
        ("প্রশাসন অনুবিভাগ", "হিসাব শাখা"),
        ("পরিকল্পনা অনুবিভাগ", ""),
    ]


def test_a_branch_is_a_wing_of_its_own_where_a_column_holds_sections():
    lines, _rest = split(["ই-গভঃ ও আইসিটি অধিশাখা"], KARIM)
    assert lines[0].wing == "ই-গভঃ ও আইসিটি অধিশাখা"


def test_footnotes_and_repeated_headings_are_left_out():
    lines, left_out = split(
        KARIM,
        HEADING,
        RAHIM,
        ["বিঃ দ্রঃ কোনো ভুল পরিলক্ষিত হলে জানানোর জন্য অনুরোধ করা হলো।"],
    )
    assert [line.number for line in lines] == [2, 4]
    assert left_out == [3, 5]


def test_a_note_between_the_lines_is_no_wing():
    note = ["* চিহ্নিত কর্মকর্তাগণ অতিরিক্ত দায়িত্বে আছেন"]
    lines, left_out = split(["প্রশাসন অনুবিভাগ"], KARIM, note, RAHIM)
    assert [line.wing for line in lines] == ["প্রশাসন অনুবিভাগ"] * 2
    assert left_out == [4]


def test_a_row_of_serial_and_dashes_is_no_wing():
    lines, left_out = split(KARIM, ["০৩.", None, None, None, None], RAHIM)
    assert [line.number for line in lines] == [2, 4]
    assert left_out == [3]


def test_a_wing_merged_down_its_lines_fills_them():
    heading = ["অনুবিভাগ", "নাম", "মোবাইল"]
    lines, _rest = split(
        ["প্রশাসন", "ক", "1"],
        [None, "খ", "2"],
        ["নীতি", "গ", "3"],
        heading=heading,
        merged=[(2, 1, 3, 1)],
    )
    assert [line.cells["wing"] for line in lines] == ["প্রশাসন", "প্রশাসন", "নীতি"]
