import datetime
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from innovation_portal.sheets.confined.values import (
    Grid,
    RefusedError,
    clean,
    joined,
    letters,
    plain,
)

LIMITS = {"rows": 5, "columns": 3, "answer": 100}


@pytest.fixture
def grid():
    return Grid("S", LIMITS)


@given(st.integers(1, 16_384))
def test_columns_are_named_as_in_excel(column):
    assert letters(column) == get_column_letter(column)


@settings(max_examples=50)
@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    once = clean(text)
    assert once is None or clean(once) == once


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, None),
        (True, "TRUE"),
        (5.0, 5),
        (1e20, 1e20),
        (math.inf, None),
        (math.nan, None),
        (datetime.datetime(2017, 1, 15), datetime.date(2017, 1, 15)),
        (datetime.datetime(2017, 1, 15, 9, 5), "2017-01-15 09:05"),
        (datetime.date(2017, 1, 15), datetime.date(2017, 1, 15)),
        (datetime.time(9, 5), "09:05"),
        (datetime.timedelta(hours=30), "1 day, 6:00:00"),
        (" \t", None),
        ("a\r\nb\rc", "a\nb\nc"),
    ],
)
def test_each_type_has_one_plain_form(value, expected):
    found = plain(value)
    assert (found, type(found)) == (expected, type(expected))


@settings(max_examples=200)
@given(st.lists(st.tuples(st.text(), st.booleans())))
def test_spans_are_in_order_apart_and_within_the_text(runs):
    text, spans = joined(runs)
    ends = [end for span in spans for end in span]
    assert ends == sorted(set(ends))
    assert not spans or ends[-1] <= len(text)


def test_spans_hold_the_text_of_their_runs():
    text, spans = joined([("a\0b\r\n", False), ("e\u0301\x86K", True), (" x", False)])
    assert text == "ab\né†K x"
    assert [text[start:end] for start, end in spans] == ["é†K"]


def test_spans_count_against_the_room(grid):
    grid.put(1, 1, "x", [(0, 1)] * 6)
    with pytest.raises(RefusedError) as refusal:
        grid.put(1, 2, "x", [(0, 1)])
    assert refusal.value.code == "text"


@pytest.mark.parametrize(
    ("row", "column", "code", "cell"),
    [(6, 1, "rows", "A6"), (1, 4, "columns", "D1"), (6, 4, "rows", "D6")],
)
def test_the_refusal_names_the_cell(row, column, code, cell, grid):
    with pytest.raises(RefusedError) as refusal:
        grid.put(row, column, "x")
    assert (refusal.value.code, refusal.value.where) == (
        code,
        {"sheet": "S", "cell": cell},
    )


def test_marks_keep_the_same_limits(grid):
    with pytest.raises(RefusedError):
        grid.mark(grid.errors, 6, 1)


def test_the_text_of_a_sheet_is_bounded(grid):
    grid.put(1, 1, "x" * 100)
    with pytest.raises(RefusedError) as refusal:
        grid.put(1, 2, "x")
    assert refusal.value.code == "text"


def test_rows_are_as_long_as_their_last_value(grid):
    grid.put(3, 2, "b")
    grid.put(1, 1, "a")
    assert grid.rows() == [["a"], [], [None, "b"]]


def test_ranges_are_in_reading_order_and_end_with_the_rows(grid):
    grid.put(2, 1, "x")
    grid.merge(2, 1, 9, 9)
    grid.merge(1, 2, 1, 3)
    grid.merge(3, 1, 3, 2)
    assert grid.ranges() == [(1, 2, 1, 3), (2, 1, 2, 3)]
    assert grid.merged_area == 72 + 2 + 2


def test_hidden_parts_beyond_the_limits_are_not_listed(grid):
    grid.hide_columns(2, 16_384)
    grid.hide_row(5)
    grid.hide_row(6)
    assert (grid.hidden_columns, grid.hidden_rows) == ({2, 3}, {5})


@pytest.mark.parametrize(("name", "kept"), [("ক" * 150, "ক" * 100), ("A\0B", "AB")])
def test_the_name_of_a_sheet_is_bounded_and_clean(name, kept):
    assert Grid(name, LIMITS).name == kept


def test_ranges_that_overlap_over_and_over_are_refused(grid):
    grid.put(5, 1, "last")
    for _ in range(3):
        grid.merge(1, 1, 1_000_000, 1)
    assert len(grid.ranges()) == 3
    grid.merge(1, 1, 5, 1)
    with pytest.raises(RefusedError) as refused:
        grid.ranges()
    assert refused.value.code == "damaged"
