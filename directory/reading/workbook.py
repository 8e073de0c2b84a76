"""A whole workbook understood: its sheets, its update date, its lines."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, partial

from directory.reading.bijoy import BijoyReader
from directory.reading.columns import FIELD_OF, Heading, cell, find_heading
from directory.reading.lines import LineReader, fit, problems
from directory.reading.problems import Problem
from directory.reading.rows import split_rows
from innovation_portal.bangla.calendar import find_date
from innovation_portal.sheets import Sheet

TITLE_ROWS = 15  # the update date stands in the title, or below the list
FIRST_ROWS = 12  # shown of a sheet without heading, for its columns to be named
# Characters of a cell that are read. No column holds so many, so such a line is an
# error anyhow; names and numbers are told apart at a cost that grows with the square.
LONGEST = 1000
LONGEST_TITLE = 300  # likewise, of a cell that may hold the update date
PLACES = ("formula", "formulas"), ("error_cell", "errors")


@dataclass
class ReadSheet:
    """One sheet as it was read; rows left out are titles, footnotes and repeats."""

    sheet: Sheet
    heading: Heading
    rows: list
    left_out: list

    def as_json(self):
        return {
            "name": self.sheet.name,
            "heading": [self.heading.first, self.heading.last],
            "columns": [self._column(n) for n in sorted(self._columns())],
            "wings": list(dict.fromkeys(filter(None, map(_wing, self.rows)))),
            "left_out": [[n, _row_text(self.sheet, n)] for n in self.left_out],
            "lines": len(self.rows),
            "height": len(self.sheet.rows),
        }

    def _columns(self):
        return self.heading.words.keys() | self.heading.fields.keys() | self.unnamed

    @cached_property
    def unnamed(self):
        """Columns without a heading that the lines have something in."""
        used = set()
        for row in self.rows:
            values = self.sheet.rows[row.number - 1]
            used.update(n for n, value in enumerate(values, 1) if value)
        return used - self.heading.words.keys() - self.heading.fields.keys()

    def _column(self, number):
        below = (cell(self.sheet, row.number, number) for row in self.rows)
        return {
            "column": number,
            "words": self.heading.words.get(number, ""),
            "field": self.heading.fields.get(number, ""),
            "example": next((_short(value) for value in below if value), ""),
        }


@dataclass
class Understanding:
    """How a workbook was read. The file says nothing about fields not in ``fields``.

    ``bijoy`` lists the places that are, or could be, typed in SutonnyMJ; ``typed`` maps
    sheet, row and column of each cell that was read as Unicode to its text as it came.
    """

    sheets: list = field(default_factory=list)
    unread: list = field(default_factory=list)
    lines: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    fields: set = field(default_factory=set)
    bijoy: list = field(default_factory=list)
    typed: dict = field(default_factory=dict)
    updated_on: date | None = None


def understand(
    workbook, *, remembered=None, chosen=None, bijoy=None, posts=frozenset()
):
    """Read every visible sheet that has a heading.

    ``remembered`` maps heading words to fields, for all workbooks; ``chosen`` maps a
    sheet's name to what was picked by hand for this one: ``columns`` (column number as
    text to field) and, where no heading was found, ``first_row`` of the list. ``bijoy``
    maps it to the switches that ``BijoyReader`` takes.
    """
    result, words = Understanding(), FIELD_OF.keys() | (remembered or {}).keys()
    for sheet in workbook.sheets:
        _shorten(sheet)
        picked = (chosen or {}).get(sheet.name, {})
        find = partial(_heading, remembered=remembered or {}, picked=picked)
        if sheet.hidden:
            result.problems.append(Problem("sheet_hidden", sheet.name))
            continue
        reader = BijoyReader(sheet, find, words, (bijoy or {}).get(sheet.name, {}))
        heading = find(sheet)
        _add_bijoy(result, reader, heading)
        _add_sheet(result, sheet, heading)
    result.updated_on = _update_date(workbook)
    for read in result.sheets:
        _add_lines(result, read, posts)
    _note_fields(result)
    if not result.sheets:
        result.problems.append(Problem("no_heading"))
    elif not result.lines:
        result.problems.append(Problem("no_lines"))
    return result


def _shorten(sheet):
    for row in sheet.rows:
        row[:] = [v[:LONGEST] if isinstance(v, str) else v for v in row]


def _heading(sheet, remembered, picked):
    heading = find_heading(sheet, remembered)
    if heading is None and picked.get("first_row"):
        heading = Heading(0, picked["first_row"] - 1)
    for column, name in picked.get("columns", {}).items() if heading else ():
        heading.fields.pop(int(column), None)
        if name:
            heading.fields[int(column)] = name
    return heading


def _add_bijoy(result, reader, heading):
    sheet = reader.sheet
    result.bijoy += [place.as_json(sheet, heading) for place in reader.places]
    result.typed |= {(sheet.name, *cell): text for cell, text in reader.typed.items()}
    result.problems += reader.problems
    row = heading.last or 1 if heading else None
    result.problems += [
        Problem("bijoy_suspected", sheet.name, row, place.column or None)
        for place in reader.places
        if place.suspected
    ]


def _add_sheet(result, sheet, heading):
    if heading is None:
        if any(any(row) for row in sheet.rows):
            result.problems.append(Problem("sheet_left_out", sheet.name))
            result.unread.append(_first_rows(sheet))
    else:
        result.sheets.append(ReadSheet(sheet, heading, *split_rows(sheet, heading)))


def _first_rows(sheet):
    rows = [[_short(value) for value in row] for row in sheet.rows[:FIRST_ROWS]]
    return {"name": sheet.name, "rows": rows, "height": len(sheet.rows)}


def _wing(row):
    """The heading that a line stands below, or its own cell for the wing."""
    return row.wing or _short(row.cells.get("wing")).strip()


def _short(value):
    return "" if value is None else str(value)[:60]


def _add_lines(result, read, posts):
    reader = LineReader(read.sheet, read.heading, posts)
    lines = [reader.read(row) for row in read.rows]
    if len(result.sheets) > 1 and not any(line.texts["wing"] for line in lines):
        for line in lines:
            line.texts["wing"] = read.sheet.name
    result.lines += lines
    result.problems += [problem for line in lines for problem in problems(line)]
    for line in lines:
        fit(line)
    result.problems += _cell_problems(read) + _unknown_columns(read)


def _cell_problems(read):
    taken = {
        (row.number, column)
        for row in read.rows
        for column, name in read.heading.fields.items()
        if name not in {"ignore", "serial"}
    }
    return [
        Problem(code, read.sheet.name, row, column)
        for code, cells in PLACES
        for row, column in sorted(taken & getattr(read.sheet, cells))
    ]


def _unknown_columns(read):
    return [
        Problem(
            "column_unknown",
            read.sheet.name,
            read.heading.last,
            column,
            {"text": words},
        )
        for column, words in read.heading.words.items()
        if column not in read.heading.fields
    ] + [
        Problem("column_unnamed", read.sheet.name, read.heading.last or 1, column)
        for column in sorted(read.unnamed)
    ]


def _note_fields(result):
    """A field is spoken of when a heading names it, or some line got a text for it."""
    for read in result.sheets:
        result.fields |= read.heading.named
    if "name_post" in result.fields:
        result.fields = result.fields - {"name_post"} | {"name", "post"}
    for name in ("wing", "section", "honorific"):
        if any(line.texts.get(name) for line in result.lines):
            result.fields.add(name)
        elif name == "honorific":
            result.fields.discard(name)


def _update_date(workbook):
    for sheet in workbook.sheets:
        for row in sheet.rows[:TITLE_ROWS] + sheet.rows[-3:]:
            for text in (value for value in row if isinstance(value, str)):
                if found := find_date(text[:LONGEST_TITLE]):
                    return found
    return None


def _row_text(sheet, number):
    return " ".join(str(value) for value in sheet.rows[number - 1] if value)[:200]
