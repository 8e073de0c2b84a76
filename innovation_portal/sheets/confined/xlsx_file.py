"""Read .xlsx with openpyxl's own sheet parser: values, fonts, merges and hidden
rows come from one pass over the XML."""

import warnings

from openpyxl import DEFUSEDXML
from openpyxl.reader import excel
from openpyxl.styles.stylesheet import apply_stylesheet
from openpyxl.utils import range_boundaries
from openpyxl.utils.escape import unescape
from openpyxl.worksheet._reader import (
    FORMULA_TAG,
    INLINE_STRING,
    WorkSheetParser,
)
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from .values import Grid, RefusedError, has_latin, is_bijoy, plain

if not DEFUSEDXML:
    raise ImportError("defusedxml must guard openpyxl")

STRING, TEXT, RUN, LOOK, FONT = (
    f"{{{SHEET_MAIN_NS}}}{tag}" for tag in ("si", "t", "r", "rPr", "rFont")
)
TRUE = ("1", "true")


class RichText(str):
    """Text in several fonts: does a Bijoy run, or one in the cell's font, hold Latin
    letters?"""

    __slots__ = ("bijoy", "own")


def rich_text(element):
    """The text of an <si> or <is>, without its phonetic hints."""
    if len(element) == 1 and element[0].tag == TEXT:
        return unescape(element[0].text or "")
    runs = [(_font(part), _text(part)) for part in element if part.tag in (TEXT, RUN)]
    text = RichText("".join(text for _, text in runs))
    latin = [font for font, text in runs if has_latin(text)]
    text.own = None in latin
    text.bijoy = any(is_bijoy(font) for font in latin)
    return text


def _text(part):
    text = part.text if part.tag == TEXT else part.findtext(TEXT)
    return unescape(text or "")


def _font(part):
    font = part.find(f"{LOOK}/{FONT}")
    return None if font is None else font.get("val")


def shared_strings(source):
    strings = []
    for _, element in iterparse(source):
        if element.tag == STRING:
            strings.append(rich_text(element))
            element.clear()
    return strings


def _is_formula(element):
    return element.find(FORMULA_TAG) is not None


class Parser(WorkSheetParser):
    """Adds what openpyxl forgets: formulas that no program has calculated yet."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, data_only=True, **kwargs)
        self.uncalculated = []

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


class Reader(excel.ExcelReader):
    """The parts of a workbook that a list needs; properties and names are left."""

    def read_strings(self):
        part = self.package.find(SHARED_STRINGS)
        if part is not None:
            with self.archive.open(part.PartName[1:]) as source:
                self.shared_strings = shared_strings(source)

    def read(self):
        self.read_manifest()
        self.read_strings()
        self.read_workbook()
        apply_stylesheet(self.archive, self.wb)

    def sheets(self):
        """Yield name, state and the opened XML of each worksheet."""
        for sheet, part in self.parser.find_sheets():
            if "chartsheet" not in part.Type and part.target in self.valid_files:
                with self.archive.open(part.target) as source:
                    yield sheet.name, sheet.state, source

    def parse(self, source):
        return Parser(
            source,
            self.shared_strings,
            epoch=self.wb.epoch,
            date_formats=self.wb._date_formats,
            timedelta_formats=self.wb._timedelta_formats,
        )

    def bijoy_styles(self):
        """Numbers of the cell styles whose font is a Bijoy font."""
        fonts = [is_bijoy(font.name) for font in self.wb._fonts]
        styles = enumerate(self.wb._cell_styles)
        return {number for number, style in styles if fonts[style.fontId]}


def load(path, limits):
    warnings.simplefilter("ignore")
    with open(path, "rb") as file:
        reader = Reader(file, read_only=True, data_only=True, keep_links=False)
        reader.read()
        bijoy = reader.bijoy_styles()
        grids = []
        for name, state, source in reader.sheets():
            grid = Grid(name, limits, hidden=state != "visible")
            _fill(grid, reader.parse(source), bijoy)
            grids.append(grid)
    if not grids:
        raise RefusedError("damaged")
    return grids


def _fill(grid, parser, bijoy):
    for _, cells in parser.parse():
        for cell in cells:
            if cell["value"] is not None:
                _put(grid, cell, bijoy)
    for row, column in parser.uncalculated:
        grid.mark(grid.formulas, row, column)
    _shape(grid, parser)


def _put(grid, cell, bijoy):
    row, column, typed = cell["row"], cell["column"], cell["value"]
    if cell["data_type"] == "e":
        grid.mark(grid.errors, row, column)
        return
    value = plain(typed)
    if value is None:
        return
    grid.put(row, column, value)
    if type(typed) is RichText:
        marked = typed.bijoy or typed.own and cell["style_id"] in bijoy
    else:
        marked = cell["style_id"] in bijoy and has_latin(str(value))
    if marked:
        grid.mark(grid.bijoy, row, column)


def _shape(grid, parser):
    for merged in parser.merged_cells.mergeCell if parser.merged_cells else ():
        left, top, right, bottom = range_boundaries(merged.ref)
        grid.merge(top, left, bottom, right)
    for column in parser.column_dimensions.values():
        if column.get("hidden") in TRUE:
            grid.hide_columns(int(column["min"]), int(column["max"]))
    for number, row in parser.row_dimensions.items():
        if row.get("hidden") in TRUE:
            grid.hide_row(int(number))
