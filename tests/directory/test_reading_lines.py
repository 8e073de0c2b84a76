"""A row's cells become the texts and numbers of a line."""

import pytest

from directory.reading.columns import Heading
from directory.reading.lines import LineReader, problems
from directory.reading.problems import sentence
from directory.reading.rows import Row
from tests.directory.lists import sheet

COLUMNS = {
    1: "name",
    2: "post",
    3: "office_phone",
    4: "mobile",
    5: "email",
    6: "room",
}


def reader(columns=COLUMNS, posts=frozenset()):
    return LineReader(sheet([]), Heading(1, 1, fields=columns), posts)


def read(**cells):
    return reader().read(Row(2, cells))


def codes(line):
    return [(problem.code, problem.column) for problem in problems(line)]


def test_honorific_and_name():
    line = read(name="জনাব মোঃ আব্দুল  করিম", mobile="০১৭১১১১১১১১")
    assert (line.texts["honorific"], line.texts["name"]) == ("জনাব", "মোঃ আব্দুল করিম")
    assert codes(line) == []


@pytest.mark.parametrize("cell", ["(শূন্য)", "শূন্য", "Vacant"])
def test_vacant(cell):
    line = read(name=cell, post="উপসচিব")
    assert (line.vacant, line.texts["name"]) == (True, "")
    assert codes(line) == []


def test_dashes_are_nothing():
    assert read(name="ক", office_phone="-", mobile="–").texts["mobile"] == ""


@pytest.mark.parametrize(
    ("cell", "digits"),
    [(1712345678, "01712345678"), ("1712345678.0", "01712345678")],
)
def test_numbers_that_a_spreadsheet_made(cell, digits):
    line = read(name="ক", mobile=cell)
    assert line.numbers["mobile"][0].digits == digits
    assert line.mobile


def test_a_number_cell_shows_the_number_that_it_was():
    assert read(name="ক", mobile=1712345678).texts["mobile"] == "01712345678"


def test_ditto_repeats_the_row_above():
    reading = reader()
    reading.read(Row(2, {"name": "ক", "post": "উপসচিব", "mobile": "০১৭১১১১১১১১"}))
    line = reading.read(Row(3, {"name": "খ", "post": "ঐ", "mobile": "০১৭২২২২২২২২"}))
    assert line.texts["post"] == "উপসচিব"


def test_name_and_post_in_one_cell():
    columns = {1: "name_post", 2: "mobile"}
    reading = reader(columns, frozenset({"উপসচিব"}))
    row = Row(2, {"name_post": "জনাব করিম\nউপসচিব", "mobile": "০১৭১১১১১১১১"})
    line = reading.read(row)
    assert (line.texts["name"], line.texts["post"]) == ("করিম", "উপসচিব")


def test_a_line_without_name_and_number_is_an_error():
    assert codes(read(name="", post="উপসচিব")) == [("empty_line", 1)]


def test_a_service_number_is_right_without_a_name():
    assert codes(read(name="", post="অভ্যর্থনা", office_phone="৯৫৬০৪৮১")) == []


@pytest.mark.parametrize("email", ["karim", "karim@", "a b@c.bd", "karim@moind"])
def test_an_email_that_is_none(email):
    assert codes(read(name="ক", email=email)) == [("email", 5)]


def test_a_phone_that_is_none():
    assert codes(read(name="ক", mobile="ছুটিতে")) == [("phone", 4)]


def test_what_is_wrong_with_a_phone_is_said():
    (problem,) = problems(read(name="ক", mobile="0171234567"))
    assert "0171234567" in sentence(problem.as_json())


def test_two_numbers_in_two_lines_of_a_cell():
    line = read(name="ক", office_phone="৯৫৫১৬১২\n৯৫৫১৬১৩")
    digits = [number.digits for number in line.numbers["office_phone"]]
    assert digits == ["029551612", "029551613"]


def test_a_text_too_long_for_its_column():
    assert codes(read(name="ক" * 201)) == [("too_long", 1)]


def test_wing_and_section_come_from_the_headings_between():
    line = reader().read(Row(2, {"name": "ক"}, "প্রশাসন অনুবিভাগ", "হিসাব শাখা"))
    assert (line.texts["wing"], line.texts["section"]) == (
        "প্রশাসন অনুবিভাগ",
        "হিসাব শাখা",
    )
