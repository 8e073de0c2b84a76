"""Read .ods (OpenDocument 1.3, part 3) in one pass over its content.xml."""

import datetime
import zipfile

from defusedxml.ElementTree import iterparse

from .ods_styles import NS, Styles
from .values import Grid, RefusedError, has_latin, plain

SPACES = ("table", "office", "text", "calcext")
TABLE, OFFICE, TEXT, CALC = (f"{{{NS[name]}}}" for name in SPACES)
CELLS = (TABLE + "table-cell", TABLE + "covered-table-cell")
HIDDEN = ("collapse", "filter")
LOOK = TABLE + "default-cell-style-name"
# A cell with nothing but these is empty.
IDLE = {TABLE + "number-columns-repeated", TABLE + "style-name"}


def load(path, limits):
    with zipfile.ZipFile(path) as archive:
        styles = Styles()
        if "styles.xml" in archive.namelist():
            with archive.open("styles.xml") as source:
                for _, element in iterparse(source):
                    styles.take(element)
        with archive.open("content.xml") as source:
            grids = _Content(styles, limits).read(source)
    if not grids:
        raise RefusedError("damaged")
    return grids


def _count(element, name):
    return max(1, int(element.get(TABLE + name, "1")))


class _Content:
    """Where the pass over content.xml stands: sheet, next row, next column."""

    def __init__(self, styles, limits):
        self.styles = styles
        self.limits = limits
        self.grids = []
        self.row = self.column = 1

    def read(self, source):
        for event, element in iterparse(source, ("start", "end")):
            if event == "start":
                if element.tag == TABLE + "table":
                    self.open_sheet(element)
            elif element.tag == TABLE + "table-column":
                self.take_column(element)
            elif element.tag == TABLE + "table-row":
                self.take_row(element)
                element.clear()
            else:
                self.styles.take(element)
        return self.grids

    def open_sheet(self, element):
        hidden = element.get(TABLE + "style-name") in self.styles.hidden
        self.grids.append(Grid(element.get(TABLE + "name"), self.limits, hidden))
        self.row = self.column = 1
        self.looks = {}

    def take_column(self, element):
        last = self.column + _count(element, "number-columns-repeated") - 1
        look = element.get(LOOK)
        for column in range(self.column, min(last, self.limits["columns"]) + 1):
            self.looks[column] = look
        if element.get(TABLE + "visibility") in HIDDEN:
            self.grids[-1].hide_columns(self.column, last)
        self.column = last + 1

    def take_row(self, element):
        """A repeated row is put as often as it stands, so that limits see it."""
        repeated = _count(element, "number-rows-repeated")
        cells = list(self.cells(element))
        hidden = element.get(TABLE + "visibility") in HIDDEN
        # A sheet ends in a million empty rows; beyond the limit nobody asks for them.
        last = min(self.row + repeated - 1, self.limits["rows"] + 1)
        for row in range(self.row, last + 1) if cells or hidden else ():
            for column, cell in cells:
                self.put(row, column, cell, element.get(LOOK))
            if hidden:
                self.grids[-1].hide_row(row)
        self.row += repeated

    def cells(self, row):
        """Yield column and element of the cells that hold or span something."""
        column = 1
        for cell in row:
            if cell.tag in CELLS:
                repeated = _count(cell, "number-columns-repeated")
                if len(cell) or len(cell.attrib.keys() - IDLE):
                    last = min(column + repeated - 1, self.limits["columns"] + 1)
                    for number in range(column, last + 1):
                        yield number, cell
                column += repeated

    def put(self, row, column, cell, row_look):
        """A cell is written in its own style, else in that of its row or column."""
        grid = self.grids[-1]
        if put_value(grid, row, column, cell):
            look = cell.get(TABLE + "style-name") or row_look or self.looks.get(column)
            if any(
                has_latin(text) and self.styles.is_bijoy(style)
                for style, text in _runs(cell, look)
            ):
                grid.mark(grid.bijoy, row, column)


def put_value(grid, row, column, cell):
    """Put what the cell holds; true where that is a value."""
    down = _count(cell, "number-rows-spanned")
    right = _count(cell, "number-columns-spanned")
    if down * right > 1:
        grid.merge(row, column, row + down - 1, column + right - 1)
    if cell.get(CALC + "value-type") == "error":
        grid.mark(grid.errors, row, column)
        return False
    if cell.get(TABLE + "formula") and not cell.get(OFFICE + "value-type"):
        grid.mark(grid.formulas, row, column)
        return False
    value = plain(typed(cell))
    if value is not None:
        grid.put(row, column, value)
    return value is not None


def typed(cell):
    """The value as the file holds it; the shown text where it has no readable type."""
    kind = cell.get(OFFICE + "value-type")
    try:
        if kind in ("float", "percentage", "currency"):
            return float(cell.get(OFFICE + "value"))
        if kind == "date":
            return datetime.datetime.fromisoformat(cell.get(OFFICE + "date-value"))
    except (TypeError, ValueError):
        pass
    paragraphs = [part for part in cell if part.tag == TEXT + "p"]
    shown = "\n".join("".join(text for _, text in _runs(p, None)) for p in paragraphs)
    return shown or cell.get(OFFICE + "string-value")


def _runs(element, style):
    """Yield (style name, text) of an element and its spans; comments are no text."""
    yield style, element.text or ""
    for part in element:
        if part.tag == TEXT + "s":
            yield style, " " * min(int(part.get(TEXT + "c", "1")), 1000)
        elif part.tag in (TEXT + "line-break", TEXT + "tab"):
            yield style, "\n" if part.tag.endswith("break") else "\t"
        elif part.tag.startswith(TEXT):
            yield from _runs(part, part.get(TEXT + "style-name") or style)
        yield style, part.tail or ""
