"""Doubts that show when the lines are seen together; what is right is left alone."""

from directory.doubts import doubts
from directory.reading.workbook import understand
from tests.directory.lists import HEADING, book, flat, line, sheet


def codes(*lines, removed=0, present=100):
    read = understand(flat(*lines)).lines
    return [(one.code, one.row) for one in doubts(read, removed, present)]


def test_the_same_mobile_under_two_names():
    rows = line("Karim", mobile="01711111111"), line("Rahim", mobile=1711111111)
    assert codes(*rows) == [("same_mobile", 3)]


def test_one_of_two_mobiles_under_another_name():
    both = "01711111111, 01722222222"
    rows = line("Karim", mobile=both), line("Rahim", mobile="01722222222")
    assert codes(*rows) == [("same_mobile", 3)]


def test_the_same_mailbox_under_two_names():
    rows = line("Karim", email="ds@x.bd"), line("Rahim", email="DS@x.bd")
    assert codes(*rows) == [("same_email", 3)]


def test_an_additional_charge_is_right():
    rows = (
        line("Karim", mobile="01711111111", email="k@x.bd"),
        line("Karim", section="Law", mobile="01711111111", email="k@x.bd"),
    )
    assert codes(*rows) == []


def test_vacant_posts_and_service_numbers_are_right():
    rows = line("(শূন্য)", email="ds@x.bd"), line("", "PABX operator", office="9551612")
    assert codes(*rows) == []


def test_the_same_line_twice():
    assert codes(line(mobile="01711111111"), line(mobile="01711111111")) == [
        ("same_line", 3)
    ]


def test_many_removals_are_pointed_out():
    assert codes(line(), removed=21) == [("many_removed", None)]
    assert codes(line(), removed=20) == []
    assert codes(line(), removed=9, present=10) == []


def problems(*sheets):
    return [(one.code, one.sheet) for one in understand(book(*sheets)).problems]


HEAD = ["Name", "Designation", "Mobile"]
KARIM = ["Karim", "Secretary", "01711111111"]


def test_sheets_that_are_left_out_are_named():
    hidden = sheet(HEAD, KARIM, name="old", hidden=True)
    other = sheet(["holidays"], ["1 May"], name="holidays")
    blank = sheet([None], name="blank")
    assert problems(sheet(HEAD, KARIM), hidden, other, blank) == [
        ("sheet_hidden", "old"),
        ("sheet_left_out", "holidays"),
    ]


def test_a_workbook_without_any_heading_is_an_error():
    assert problems(sheet(["a"], name="x")) == [
        ("sheet_left_out", "x"),
        ("no_heading", ""),
    ]


def test_a_heading_without_lines_is_an_error():
    assert problems(sheet(HEAD)) == [("no_lines", "")]


def test_cells_without_a_value_are_errors():
    one = sheet(HEAD, KARIM, ["Rahim", None, None], formulas={(3, 3)}, errors={(3, 2)})
    found = [(p.code, p.row, p.column) for p in understand(book(one)).problems]
    assert found == [("formula", 3, 3), ("error_cell", 3, 2)]


def test_an_unknown_column_is_named():
    one = sheet([*HEAD, "Blood group"], [*KARIM, "A+"])
    (problem,) = understand(book(one)).problems
    assert (problem.code, problem.column) == ("column_unknown", 4)
    assert problem.details == {"text": "Blood group"}


def test_several_sheets_name_their_wings():
    one, other = sheet(HEAD, KARIM, name="Wing A"), sheet(HEAD, KARIM, name="Wing B")
    read = understand(book(one, other)).lines
    assert [line.texts["wing"] for line in read] == ["Wing A", "Wing B"]


def test_a_column_picked_by_hand_counts():
    one = sheet([*HEAD, "Cell"], [*KARIM, "01722222222"])
    chosen = {"তালিকা": {"columns": {"3": "", "4": "mobile"}}}
    read = understand(book(one), chosen=chosen).lines
    assert read[0].texts["mobile"] == "01722222222"


def test_a_sheet_without_heading_is_read_as_picked():
    one = sheet(KARIM, ["Rahim", "Deputy", "01722222222"])
    columns = {"1": "name", "2": "post", "3": "mobile"}
    chosen = {"তালিকা": {"columns": columns, "first_row": 1}}
    read = understand(book(one), chosen=chosen).lines
    assert [line.texts["name"] for line in read] == ["Karim", "Rahim"]


def test_a_cell_as_long_as_a_book_is_not_taken_apart():
    read = understand(flat(line(mobile="01712345678 " * 100)))
    assert [number.digits for number in read.lines[0].numbers["mobile"]] == [""]
    assert "too_long" in {problem.code for problem in read.problems}


def test_the_update_date_stands_near_the_beginning_of_its_cell():
    title = "ক" * 300 + " হালনাগাদঃ ১৫/০১/২০১৭"
    assert understand(book(sheet([title[250:]], HEADING, line()))).updated_on
    assert understand(book(sheet([title], HEADING, line()))).updated_on is None
