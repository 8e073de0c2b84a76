"""The rows of the form: their order, and which of them count."""

from dataclasses import dataclass, field

import pytest

from schedule.forms.minutes import RowForm, arranged


@dataclass(eq=False)
class Typed:
    """A row as the form has it; ``moved`` where another number was typed."""

    name: str
    number: int | None = None
    moved: bool = False
    cleaned_data: dict = field(default_factory=dict)

    def __post_init__(self):
        self.cleaned_data = {"order": self.number}

    @property
    def changed_data(self):
        return ["order"] if self.moved else []


def order(*rows):
    return "".join(row.name for row in arranged(rows))


def test_rows_that_were_not_moved_keep_their_order():
    assert order(Typed("ক", 2), Typed("খ", 1), Typed("গ")) == "কখগ"


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "গকখ"), (2, "কগখ"), (3, "কখগ"), (9, "কখগ")]
)
def test_a_moved_row_stands_where_its_number_says(number, expected):
    rows = Typed("ক", 1), Typed("খ", 2), Typed("গ", number, moved=True)
    assert order(*rows) == expected


def test_a_number_that_was_taken_away_moves_nothing():
    assert order(Typed("ক", None, moved=True), Typed("খ", 2)) == "কখ"


def test_two_that_want_one_place_stand_side_by_side():
    rows = Typed("ক", 1), Typed("খ", 1, moved=True), Typed("গ", 1, moved=True)
    assert {*order(*rows)[:2]} == {"খ", "গ"}


def row(**typed):
    form = RowForm(typed)
    assert form.is_valid() is not None
    return form


@pytest.mark.parametrize(
    ("typed", "blank"),
    [
        ({}, True),
        ({"order": "4"}, True),
        ({"text": " \u200b"}, True),
        ({"due": "চলমান"}, False),
        ({"pk": "7"}, False),
    ],
)
def test_a_row_counts_when_something_was_written(typed, blank):
    assert row(**typed).is_blank is blank


@pytest.mark.parametrize(
    ("typed", "valid"),
    [
        ({"due": "চলমান"}, False),
        ({"responsible": "সকলে"}, False),
        ({"pk": "7"}, False),
        ({"pk": "7", "removed": "on"}, True),
        ({"discussion": "আলোচনা"}, True),
        ({"text": "সিদ্ধান্ত", "due": "চলমান"}, True),
        ({"text": "সিদ্ধান্ত", "order": "০"}, False),
        ({"text": "সিদ্ধান্ত", "order": "২০১"}, False),
        ({"text": "সিদ্ধান্ত", "due": "ক" * 101}, False),
        ({"text": "সিদ্ধান্ত", "responsible": "ক" * 251}, False),
    ],
)
def test_a_row_says_what_was_discussed_or_decided(typed, valid):
    assert row(**typed).is_valid() is valid


def test_digits_of_both_scripts_number_a_row():
    numbers = [row(text="ক", order=typed).cleaned_data["order"] for typed in ("৪", "4")]
    assert numbers == [4, 4]
