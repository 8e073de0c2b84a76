"""A spreadsheet of any kind as plain values."""

import json
from dataclasses import dataclass, field
from datetime import date

from . import child
from .errors import SheetError
from .limits import prescan

Value = str | int | float | date | None
Cells = set[tuple[int, int]]
Spans = list[tuple[int, int]]


@dataclass
class Sheet:
    """rows[i][j] is row i + 1, column j + 1; every row is equally long.

    Rows and columns count from 1 in all other fields; `merged` holds (top, left,
    bottom, right), both ends included. `formulas` are cells never calculated and
    `errors` those like #REF!, both None in rows. `bijoy` says which spans of a cell's
    text, from 0 and up to the end, are in a Bijoy font and shown as something else;
    without `fonts` nobody knows.
    """

    name: str
    rows: list[list[Value]]
    hidden: bool = False
    fonts: bool = True
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    bijoy: dict[tuple[int, int], Spans] = field(default_factory=dict)
    formulas: Cells = field(default_factory=set)
    errors: Cells = field(default_factory=set)


@dataclass
class Workbook:
    """`kind` is "xlsx", "xls", "ods" or "csv"."""

    kind: str
    sheets: list[Sheet]


def read(path, *, filename):
    """Return the Workbook in the file at `path`, uploaded under `filename`.

    Rows and columns without any value at the end are left away; nothing else is.
    Raises SheetError, whose str() tells the user what to do.
    """
    kind = prescan(path, filename)
    answer = child.run("read", path, kind=kind)
    try:
        sheets = json.loads(answer)["sheets"]
    except ValueError:
        raise SheetError("damaged") from None
    return Workbook(kind, [_sheet(**sheet) for sheet in sheets])


def _sheet(*, rows, merged, bijoy, formulas, errors, **rest):
    return Sheet(
        rows=_rectangle(rows),
        merged=[tuple(bounds) for bounds in merged],
        bijoy={
            (row, column): [tuple(span) for span in spans]
            for row, column, spans in bijoy
        },
        formulas=set(map(tuple, formulas)),
        errors=set(map(tuple, errors)),
        hidden_columns=set(rest.pop("hidden_columns")),
        hidden_rows=set(rest.pop("hidden_rows")),
        **rest,
    )


def _rectangle(rows):
    width = max(map(len, rows), default=0)
    return [[*map(_value, row), *[None] * (width - len(row))] for row in rows]


def _value(value):
    return date.fromisoformat(value["date"]) if type(value) is dict else value
