"""Read .ods (OpenDocument 1.3, part 3) in one pass over its content.xml."""

import datetime
import zipfile

from defusedxml.ElementTree import iterparse

from .ods_styles import NS, Styles
from .values import Grid, RefusedError, joined, typed

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
        name = element.get(TABLE + "name")
        self.grids.append(Grid(name, self.limits, hidden, fonts=False))
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
        look = cell.get(TABLE + "style-name") or row_look or self.looks.get(column)
        put_value(self.grids[-1], row, column, cell, self.styles, look)


def put_value(grid, row, column, cell, styles, look):
    down = _count(cell, "number-rows-spanned")
    right = _count(cell, "number-columns-spanned")
    if down * right > 1:
        grid.merge(row, column, row + down - 1, column + right - 1)
    if cell.get(CALC + "value-type") == "error":
        grid.mark(grid.errors, row, column)
        return
    if cell.get(TABLE + "formula") and not cell.get(OFFICE + "value-type"):
        grid.mark(grid.formulas, row, column)
        return
    value = held(cell)
    if value is None:
        runs = shown(cell, look)
        grid.fonts = grid.fonts or any(styles.font(style) for style, _ in runs)
        value, spans = joined((text, styles.is_bijoy(style)) for style, text in runs)
    else:
        value, spans = typed(value, styles.is_bijoy(look))
    if value is not None:
        grid.put(row, column, value, spans)


def held(cell):
    """The number or date that the file holds; None for a text and for the others."""
    kind = cell.get(OFFICE + "value-type")
    try:
        if kind in ("float", "percentage", "currency"):
            return float(cell.get(OFFICE + "value"))
        if kind == "date":
            return datetime.datetime.fromisoformat(cell.get(OFFICE + "date-value"))
    except (TypeError, ValueError):
        pass
    return None


def shown(cell, look):
    """(style name, text) of each run; a comment is no text of its cell."""
    runs = []
    for paragraph in (part for part in cell if part.tag == TEXT + "p"):
        runs += [(look, "\n" * bool(runs)), *_runs(paragraph, look)]
    if any(text for _, text in runs):
        return runs
    return [(look, cell.get(OFFICE + "string-value", ""))]


def _runs(element, style):
    """Yield (style name, text) of an element and its spans."""
    yield style, element.text or ""
    for part in element:
        if part.tag == TEXT + "s":
            yield style, " " * min(int(part.get(TEXT + "c", "1")), 1000)
        elif part.tag in (TEXT + "line-break", TEXT + "tab"):
            yield style, "\n" if part.tag.endswith("break") else "\t"
        elif part.tag.startswith(TEXT):
            yield from _runs(part, part.get(TEXT + "style-name") or style)
        yield style, part.tail or ""
