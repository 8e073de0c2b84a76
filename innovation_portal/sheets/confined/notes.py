"""Give a workbook back with a comment and a light fill on each noted cell."""

import io
import re
import warnings
from itertools import groupby

from openpyxl import Workbook, load_workbook
from openpyxl.cell import MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter

from . import reading

ERROR = PatternFill("solid", fgColor="FFFFC7CE")
WARNING = PatternFill("solid", fgColor="FFFFEB9C")
BIJOY = Font(name="SutonnyMJ")
BIJOY_RUN = InlineFont(rFont="SutonnyMJ")
COMMENT_WIDTH = 320
# openpyxl makes an object of each cell in a merged range.
MERGED_CELLS = 200_000
LINE_HEIGHT, LINE_LETTERS = 20, 38


def run(job):
    warnings.simplefilter("ignore")
    book, sheets = _opened(job)
    notes = sorted(job["notes"], key=lambda note: note[:3])
    for (name, row, column), of_cell in groupby(notes, key=lambda note: note[:3]):
        messages = list(of_cell)
        cell = _writable(sheets[name], row, column)
        _note(cell, [message for *_, message, _ in messages])
        cell.fill = ERROR if any(note[-1] for note in messages) else WARNING
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _opened(job):
    """The workbook itself; a copy where openpyxl knows the kind or its details not."""
    grids = reading.load(job)  # within the limits, of which openpyxl has none
    if job["kind"] == "xlsx" and sum(grid.merged_area for grid in grids) < MERGED_CELLS:
        try:
            with open(job["path"], "rb") as file:
                book = load_workbook(file, rich_text=True, keep_links=False)
            names = (grid.name for grid in grids)
            return book, dict(zip(names, book.worksheets, strict=True))
        except (TypeError, ValueError, KeyError, IndexError, AttributeError):
            pass
    return _copied(grids)


def _copied(grids):
    """A new .xlsx with the values and the shape of the grids."""
    book, sheets = Workbook(), {}
    book.remove(book.active)
    for grid in grids:
        # openpyxl numbers a title that is taken.
        sheet = book.create_sheet(re.sub(r"[\\*?:/\[\]]", " ", grid.name)[:28])
        _fill(sheet, grid)
        sheets[grid.name] = sheet
    if all(sheet.sheet_state == "hidden" for sheet in book):
        book.worksheets[0].sheet_state = "visible"
    return book, sheets


def _fill(sheet, grid):
    sheet.sheet_state = "hidden" if grid.hidden else "visible"
    bijoy = {(row, column): spans for row, column, spans in grid.bijoy}
    for row, values in grid.cells.items():
        for column, value in values.items():
            cell = sheet.cell(row, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
            if (row, column) in bijoy:
                _in_bijoy(cell, bijoy[row, column])
    for top, left, bottom, right in grid.ranges():
        sheet.merge_cells(None, top, left, bottom, right)
    for column in grid.hidden_columns:
        sheet.column_dimensions[get_column_letter(column)].hidden = True
    for row in grid.hidden_rows:
        sheet.row_dimensions[row].hidden = True


def _in_bijoy(cell, spans):
    """Write the spans of a cell, most often one over all of it, in the Bijoy font."""
    text = str(cell.value)
    if spans == [(0, len(text))]:
        cell.font = BIJOY
        return
    parts, end = [], 0
    for start, stop in spans:
        parts += [text[end:start], TextBlock(BIJOY_RUN, text[start:stop])]
        end = stop
    cell.value = CellRichText(*filter(str, [*parts, text[end:]]))


def _writable(sheet, row, column):
    """The cell itself, or the first one of the merged range that covers it."""
    cell = sheet.cell(row, column)
    if isinstance(cell, MergedCell):
        covering = next(area for area in sheet.merged_cells if cell.coordinate in area)
        cell = covering.start_cell
    return cell


def _note(cell, messages):
    if cell.comment:
        messages.insert(0, cell.comment.text)
    text = "\n".join(messages)
    lines = sum(1 + len(line) // LINE_LETTERS for line in text.split("\n"))
    height = (lines + 1) * LINE_HEIGHT
    cell.comment = Comment(text, "Portal", height=height, width=COMMENT_WIDTH)
