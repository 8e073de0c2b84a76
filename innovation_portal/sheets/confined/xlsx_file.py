"""Read .xlsx: openpyxl parses the cells, and the same pass over a sheet's XML tells
fonts, merged ranges and what is hidden."""

import warnings

from openpyxl import DEFUSEDXML
from openpyxl.utils import range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._reader import (
    COL_TAG,
    FORMULA_TAG,
    INLINE_STRING,
    ROW_TAG,
    WorkSheetParser,
)
from openpyxl.xml.functions import iterparse

from .values import Grid, joined, typed
from .xlsx_package import MAIN, TRUE, Package, RichText, rich_text

if not DEFUSEDXML:
    raise ImportError("defusedxml must guard openpyxl")


class Parser(WorkSheetParser):
    """Reads inline strings quickly, and tells which formulas were never calculated."""

    def __init__(self, source, package):
        super().__init__(
            source,
            package.strings,
            data_only=True,
            epoch=package.epoch,
            date_formats=package.dates,
            timedelta_formats=package.durations,
        )
        self.uncalculated = []
        self.ranges = []

    def rows(self):
        """Yield the cells of each row; the rest of the sheet is collected."""
        for _, element in iterparse(self.source):
            if element.tag == ROW_TAG:
                yield self.parse_row(element)[1]
                element.clear()
            elif element.tag == COL_TAG:
                self.parse_column_dimensions(element)
            elif element.tag == MAIN + "mergeCell":
                self.ranges.append(range_boundaries(element.get("ref")))

    def parse_cell(self, element):
        kind = element.get("t")
        inline = element.find(INLINE_STRING) if kind == "inlineStr" else None
        if inline is not None:
            element.remove(inline)
        cell = super().parse_cell(element)
        if inline is not None:
            cell["value"] = rich_text(inline)
        elif kind == "str" and cell["value"]:
            cell["value"] = unescape(cell["value"])
        elif cell["value"] is None and kind != "str" and _is_formula(element):
            self.uncalculated.append((cell["row"], cell["column"]))
        return cell


def _is_formula(element):
    return element.find(FORMULA_TAG) is not None


def load(path, limits):
    warnings.simplefilter("ignore")
    with open(path, "rb") as file:
        package = Package(file)
        grids = []
        for name, hidden, source in package.sheets():
            grids.append(Grid(name, limits, hidden))
            _fill(grids[-1], Parser(source, package), package.bijoy)
    return grids


def _fill(grid, parser, bijoy):
    for cells in parser.rows():
        for cell in cells:
            if cell["value"] is not None:
                _put(grid, cell, bijoy)
    for row, column in parser.uncalculated:
        grid.mark(grid.formulas, row, column)
    _shape(grid, parser)


def _put(grid, cell, bijoy):
    row, column, value = cell["row"], cell["column"], cell["value"]
    own = cell["style_id"] in bijoy
    if cell["data_type"] == "e":
        grid.mark(grid.errors, row, column)
        return
    if type(value) is RichText:
        value, spans = joined(
            (text, own if font is None else font) for text, font in value.runs
        )
    else:
        value, spans = typed(value, own)
    if value is not None:
        grid.put(row, column, value, spans)


def _shape(grid, parser):
    for left, top, right, bottom in parser.ranges:
        grid.merge(top, left, bottom, right)
    for column in parser.column_dimensions.values():
        if column.get("hidden") in TRUE:
            grid.hide_columns(int(column["min"]), int(column["max"]))
    for number, row in parser.row_dimensions.items():
        if row.get("hidden") in TRUE:
            grid.hide_row(int(number))
