"""Cells typed in SutonnyMJ become Unicode, and no others."""

import pytest

from directory.reading.workbook import understand
from tests.directory.lists import book, sheet

HEADING = [
    "µt bs",
    "bvg",
    "c`we",
    "kvLv",
    "Awdm",
    "wcGweG·",
    "‡gvevBj",
    "B-‡gBj",
    "K¶ bs",
]
KARIM = ["01.", "Rbve Ave`yj Kwig", "mwPe", "cÖkvmb kvLv", "02-9551612", "217"]
NASIMA = ["02.", "‡eMg bvwmgv", "DcmwPe", "cÖkvmb kvLv", "02-9551613", "218"]
NAMES = [["Rbve Kwig DwÏb", 217], ["‡mvwbqv †eMg", 218], ["Avãyi iwng", 219]]


def fonted(*rows, plain=(), **rest):
    """A sheet in SutonnyMJ, but for the cells in ``plain``."""
    made = sheet(*rows, **rest)
    made.bijoy = {
        (row, column): [(0, len(str(value)))]
        for row, values in enumerate(made.rows, 1)
        for column, value in enumerate(values, 1)
        if value is not None and (row, column) not in plain
    }
    return made


def fontless(*rows, **rest):
    return sheet(*rows, fonts=False, **rest)


def read(made, **rest):
    return understand(book(made), **rest)


def one(made, **rest):
    """The only line of a list."""
    (line,) = read(made, **rest).lines
    return line


def row(name="Rbve Kwig", post="mwPe", **cells):
    """A row below HEADING."""
    names = ("office", "pabx", "mobile", "email", "room")
    return ["1", name, post, cells.get("section"), *map(cells.get, names)]


def codes(result):
    return [problem.code for problem in result.problems]


def places(result):
    return {place["column"]: place for place in result.bijoy}


@pytest.mark.parametrize("made", [fonted, fontless])
def test_headings_names_wings_and_titles(made):
    title = ["‡Uwj‡dvb wb‡`©wkKv"]
    wing = ["cÖkvmb AbywefvM"]
    date = ["nvjbvMv`t 15 Rvbyqvwi 2017"]
    result = read(made(title, date, HEADING, wing, KARIM, NASIMA))
    assert str(result.updated_on) == "2017-01-15"
    assert result.problems == []
    assert [line.texts["name"] for line in result.lines] == ["আবদুল করিম", "নাসিমা"]
    assert {line.texts["wing"] for line in result.lines} == {"প্রশাসন অনুবিভাগ"}
    assert result.sheets[0].heading.words[2] == "নাম"
    assert result.lines[0].texts["office_phone"] == "02-9551612"


def test_only_the_runs_in_the_font():
    made = sheet(["Name", "Designation"], ["Md. Kwig (ICT)", "mwPe"])
    made.bijoy = {(2, 1): [(4, 8)], (2, 2): [(0, 4)]}
    line = one(made)
    assert line.texts["name"] == "Md. করিম (ICT)"
    assert line.texts["post"] == "সচিব"


@pytest.mark.parametrize("made", [fonted, fontless])
@pytest.mark.parametrize(
    ("typed", "text"),
    [("PABX", "PABX"), ("Room 405", "Room 405"), ("ICT kvLv", "ICT শাখা")],
)
def test_acronyms_and_english_words_stay(made, typed, text):
    made = made(HEADING, KARIM, NASIMA, row(post="mnKvix mwPe", section=typed))
    assert read(made).lines[2].texts["section"] == text


def test_numbers_in_the_font_are_what_it_shows_outside_the_phone_columns():
    line = one(fonted(HEADING, row(room=927, mobile=1711111111)))
    assert line.texts["room"] == "৯২৭"
    assert line.numbers["mobile"][0].digits == "01711111111"


@pytest.mark.parametrize(
    ("typed", "text", "extension"),
    [
        ("02-9551612", "02-9551612", ""),
        ("02-9551612 G·. 123", "০২-৯৫৫১৬১২ এক্স. ১২৩", "123"),
        ("02-9551612 Ext. 123", "02-9551612 Ext. 123", "123"),
        ("02-9551612 (Awdm)", "০২-৯৫৫১৬১২ (অফিস)", ""),
    ],
)
@pytest.mark.parametrize("made", [fonted, fontless])
def test_words_beside_numbers(made, typed, text, extension):
    line = one(made(HEADING, row(office=typed)))
    assert line.texts["office_phone"] == text
    assert [n.extension for n in line.numbers["office_phone"]] == [extension]


def test_a_word_that_no_phone_has_is_read_where_the_font_says_so():
    typed = row(office="02-9551612 (mKv‡j)")
    assert one(fonted(HEADING, typed)).texts["office_phone"] == "০২-৯৫৫১৬১২ (সকালে)"
    assert one(fontless(HEADING, typed)).texts["office_phone"] == typed[4]


@pytest.mark.parametrize("made", [fonted, fontless])
@pytest.mark.parametrize("nothing", ["bvB", "-"])
def test_nothing_is_nothing_in_numbers_and_addresses(made, nothing):
    line = one(made(HEADING, row(office="217", mobile=nothing, email=nothing)))
    assert (line.texts["mobile"], line.texts["email"]) == ("", "")


@pytest.mark.parametrize("made", [fonted, fontless])
def test_addresses_stay_as_they_are(made):
    typed = "sochib@moind.gov.bd"
    assert one(made(HEADING, row(email=typed))).texts["email"] == typed


@pytest.mark.parametrize("made", [fonted, fontless])
def test_a_ditto_mark_repeats_the_line_above(made):
    result = read(made(HEADING, row(section="cÖkvmb kvLv"), row(section="H", post="K")))
    assert [line.texts["section"] for line in result.lines] == ["প্রশাসন শাখা"] * 2


@pytest.mark.parametrize("made", [fonted, fontless])
def test_a_heading_that_is_printed_again_is_left_out(made):
    result = read(made(HEADING, KARIM, HEADING, NASIMA))
    assert [line.row for line in result.lines] == [2, 4]
    assert [number for number, _ in result.sheets[0].as_json()["left_out"]] == [3]


def test_a_heading_half_in_english():
    heading = ["Sl.", "bvg", "Designation", "Mobile", "Blood group"]
    made = fontless(heading, ["1", "Rbve Kwig", "Secretary", "01711111111", "A+"])
    assert read(made).sheets[0].heading.words == {
        1: "Sl.",
        2: "নাম",
        3: "Designation",
        4: "Mobile",
        5: "Blood group",
    }


def test_a_heading_whose_font_was_lost_is_still_found():
    result = read(sheet(["bvg", "wcGweG·"], *NAMES))
    assert result.sheets[0].heading.fields == {1: "name", 2: "pabx"}
    assert places(result)[0]["on"]


def test_another_font_is_suspected_and_left_alone():
    result = read(sheet(["Name", "PABX"], *NAMES))
    assert result.lines[2].texts["name"] == "Avãyi iwng"
    assert [(p.code, p.row, p.column) for p in result.problems] == [
        ("bijoy_suspected", 1, 1)
    ]
    place = places(result)[1]
    assert (place["on"], place["suspected"], place["count"]) == (False, True, 0)
    assert ("Avãyi iwng", "আব্দুর রহিম") in place["examples"]


def test_what_is_suspected_can_be_switched_on_or_settled():
    def names(switch):
        made = sheet(["Name", "PABX"], *NAMES)
        result = read(made, bijoy={made.name: {"1": switch}})
        assert codes(result) == []
        return result.lines[2].texts["name"]

    assert (names(True), names(False)) == ("আব্দুর রহিম", "Avãyi iwng")


@pytest.mark.parametrize("made", [fonted, fontless])
def test_a_column_is_switched_off(made):
    made = made(HEADING, ["cÖkvmb AbywefvM"], KARIM, NASIMA)
    result = read(made, bijoy={made.name: {"2": False}})
    line = result.lines[0]
    assert (line.texts["name"], line.texts["post"]) == ("Rbve Ave`yj Kwig", "সচিব")
    assert result.sheets[0].heading.words[2] == "নাম"
    assert places(result)[2]["examples"][0] == ("Rbve Ave`yj Kwig", "জনাব আবদুল করিম")
    assert (result.typed.keys() & {(made.name, 3, 2)}, codes(result)) == (set(), [])


@pytest.mark.parametrize("made", [fonted, fontless])
def test_wings_are_switched_off_and_the_heading_stays_found(made):
    made = made(HEADING, ["cÖkvmb AbywefvM"], KARIM, NASIMA)
    result = read(made, bijoy={made.name: {"0": False}})
    assert {line.texts["wing"] for line in result.lines} == {"cÖkvmb AbywefvM"}
    assert result.lines[0].texts["post"] == "সচিব"


def test_what_cannot_be_read_is_told_with_its_cell():
    result = read(fonted(HEADING, row(name="Rbve ‡‡ Kwig"), row(section="x‡")))
    found = [(p.row, p.column, p.details) for p in result.problems]
    assert found == [(2, 2, {"text": "‡‡"}), (3, 4, {"text": "x‡"})]
    assert codes(result) == ["bijoy_unread"] * 2
    assert result.lines[0].texts["name"] == "‡‡ করিম"


def test_what_was_typed_is_kept_beside():
    result = read(fonted(HEADING, KARIM, name="L"))
    assert result.typed["L", 2, 2] == "Rbve Ave`yj Kwig"
    assert ("L", 2, 5) not in result.typed


def test_an_english_list_is_left_alone():
    rows = [
        ["Name", "Designation", "Wing", "Mobile"],
        ["Md. Karim Uddin", "Deputy Secretary", "Administration", "01711111111"],
        ["Nasima Begum", "Programmer", "ICT", "01722222222"],
    ]
    result = read(fontless(*rows))
    assert [place["on"] for place in result.bijoy] == [False] * len(result.bijoy)
    assert result.typed == {}
    assert result.lines[0].texts["post"] == "Deputy Secretary"


def test_a_unicode_list_has_nothing_to_tell():
    heading, line = ["নাম", "পদবি", "মোবাইল"], ["করিম", "সচিব", "01711111111"]
    assert read(fontless(heading, line)).bijoy == []


def test_unicode_in_a_voted_column_stays():
    lines = read(fontless(["bvg", "wcGweG·"], *NAMES, ["রহিম", 220])).lines
    assert [line.texts["name"] for line in lines[2:]] == ["আব্দুর রহিম", "রহিম"]


def test_examples_are_few_short_and_counted():
    rows = [[f"Kwig {n} {'Rbve ' * 30}", "mwPe"] for n in range(9)]
    place = places(read(fonted(["bvg", "c`we"], *rows)))[1]
    assert (place["count"], len(place["examples"])) == (9, 4)
    assert {len(typed) for typed, _ in place["examples"]} == {60}


def test_latin_words_that_stay_are_named():
    sections = ("ICT kvLv", "PABX", "Room 405", "a@x.gov.bd")
    result = read(fonted(HEADING, *(row(section=section) for section in sections)))
    assert places(result)[4]["latin"] == ["ICT", "PABX", "Room", "a@x.gov.bd"]
    assert [(p.code, p.row, p.details) for p in result.problems] == [
        ("bijoy_latin", 4, {"text": "Room"})
    ]


def test_a_column_picked_by_hand_counts():
    made = fonted(["bvg", "c`we", "n¨vwÛ"], ["Rbve Kwig", "mwPe", "01711-111111"])
    chosen = {made.name: {"columns": {"3": "mobile"}}}
    assert one(made, chosen=chosen).texts["mobile"] == "01711-111111"


def test_a_sheet_without_a_heading_is_shown_as_it_reads():
    result = read(fonted(["Rbve Kwig", "01711111111"], name="L"))
    assert result.unread[0]["rows"] == [["জনাব করিম", "০১৭১১১১১১১১"]]
    picked = {"columns": {"1": "name", "2": "mobile"}, "first_row": 1}
    line = one(fonted(["Rbve Kwig", "01711111111"], name="L"), chosen={"L": picked})
    assert (line.texts["name"], line.texts["mobile"]) == ("করিম", "01711111111")


def test_a_hidden_sheet_is_passed_over():
    result = read(fonted(HEADING, KARIM, hidden=True))
    assert (result.bijoy, codes(result)[0]) == ([], "sheet_hidden")


def test_a_wing_merged_down_its_lines():
    rows = [["kvLv", "bvg"], ["cÖkvmb", "Kwig"], [None, "iwng"]]
    result = read(fonted(*rows, merged=[(2, 1, 3, 1)]))
    assert [line.texts["section"] for line in result.lines] == ["প্রশাসন"] * 2


def test_spans_beyond_what_is_read_of_a_cell():
    made = sheet(["Name", "Post"], ["Kwig " * 300, "mwPe"])
    made.bijoy = {(2, 1): [(0, 400), (900, 1400), (1450, 1500)]}
    assert one(made).texts["name"].startswith("করিম করিম করিম")
    assert made.rows[1][0].endswith("Kwig " + "করিম " * 20)


def test_columns_that_nobody_reads_are_passed_over():
    result = read(fonted([*HEADING, "gšÍe¨"], [*KARIM, None, None, None, "Rbve"]))
    assert places(result).keys() == {0, 2, 3, 4}


def test_nothing_is_doubted_of_columns_that_are_no_part_of_the_list():
    result = read(fonted(["bvg", "c`we", "i³"], ["Rbve Kwig", "mwPe", "‡‡"]))
    assert codes(result) == ["column_unknown"]


def test_latin_words_are_no_doubt_where_the_column_voted():
    result = read(fontless(HEADING, KARIM, NASIMA, row(section="Room 405")))
    assert codes(result) == []
    assert places(result)[4]["latin"] == ["Room"]
