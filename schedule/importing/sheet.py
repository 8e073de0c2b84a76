"""A workbook of sittings as rows of texts: columns are found by their headings."""

from datetime import date

from innovation_portal.bangla.folding import clean, clean_lines
from innovation_portal.sheets import read as read_workbook
from schedule.importing.columns import FIELD_OF, word_key
from schedule.importing.problems import Problem
from schedule.importing.rows import Reading, Row

LAST_HEADING_ROW = 60
NEEDED = {"subject", "date"}
SEVERAL_LINES = {"agenda", "parts"}
CLOCK = {"begins", "ends"}
MINUTES = 24 * 60


def read(path, filename):
    """The rows of the first sheet shown that has a heading with rows below it.

    Raises SheetError for a file that no reader should be given.
    """
    code = "no_heading"
    for sheet in read_workbook(path, filename=filename).sheets:
        heading = None if sheet.hidden else _heading(sheet)
        if heading:
            code = "no_rows"
            reading = _read_sheet(sheet, *heading)
            if reading.rows:
                return reading
    return Reading([], [Problem(code)])


def _heading(sheet):
    """The number of the heading's row, and its columns by field; none without."""
    best = None
    for number, cells in enumerate(sheet.rows[:LAST_HEADING_ROW], 1):
        columns = {}
        for column, text in enumerate(cells, 1):
            if name := FIELD_OF.get(word_key(text)):
                columns.setdefault(name, column)
        if columns.keys() >= NEEDED and (not best or len(columns) > len(best[1])):
            best = number, columns
    return best


def _read_sheet(sheet, heading, columns):
    reading = Reading([])
    for number, cells in enumerate(sheet.rows[heading:], heading + 1):
        texts = {name: _text(name, cells[at - 1]) for name, at in columns.items()}
        texts = {name: text for name, text in texts.items() if text}
        row = Row(number, texts, sheet.name, columns)
        problems = list(_unread(sheet, row))
        if texts or problems:
            reading.rows.append(row)
            reading.problems += problems
    return reading


def _unread(sheet, row):
    """Cells of the row that hold no value: formulas, errors of the spreadsheet."""
    for name, column in row.columns.items():
        if (row.number, column) in sheet.formulas:
            yield row.problem("formula", name)
        elif (row.number, column) in sheet.errors:
            yield row.problem("error_cell", name)


def _text(name, value):
    """A cell as people would type it; Excel has a time as a part of the day."""
    if value is None:
        return ""
    if name in CLOCK and isinstance(value, float) and 0 < value < 1:
        minutes = round(value * MINUTES)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    if isinstance(value, date):
        return value.isoformat()
    return (clean_lines if name in SEVERAL_LINES else clean)(str(value))
