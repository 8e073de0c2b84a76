"""Spreadsheets going out: a printable .xlsx and a .csv, without any formula.

A text that begins with =, +, - or @ runs as a formula in Excel (OWASP, "CSV
injection"): in .xlsx it is stored as text, in .csv an apostrophe goes before it.
"""

import csv
import io
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
FORMULA = re.compile(r"'*[=+\-@\t\r]")
HARMLESS = re.compile(r"-|\+\d[\d -]{5,18}")
SHEET_NAME = re.compile(r"[\\*?:/\[\]]")
A4 = 9
THIN = Side(style="thin")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


@dataclass(frozen=True)
class Head:
    """A heading cell that spans columns and rows, as <th> does in HTML."""

    text: str
    across: int = 1
    down: int = 1


@dataclass(frozen=True)
class Band:
    """A row of one bold text across the whole table, such as a wing's name."""

    text: str


@dataclass
class Table:
    """One printed sheet: title lines, heading rows, then rows of values and Bands.

    `widths` are in characters, one for each column.
    """

    name: str
    widths: Sequence[float]
    heads: Sequence[Sequence[Head]]
    rows: Iterable
    titles: Sequence[str] = field(default_factory=list)
    font: str = "Nikosh"
    size: float = 11


def workbook(tables):
    """Return the bytes of an .xlsx with one sheet for each Table."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet = book.create_sheet(SHEET_NAME.sub(" ", table.name)[:31])
        _Writer(sheet, table).write()
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def text(value):
    return CONTROL.sub("", str(value).replace("\r\n", "\n"))


class _Pens(dict):
    """One styled cell for each look, used again for every cell written so."""

    def __init__(self, sheet, table):
        super().__init__()
        wrap = {"wrap_text": True, "vertical": "center"}
        centre = Alignment(horizontal="center", **wrap)
        plain, bold = (Font(table.font, table.size, b) for b in (False, True))
        self.sheet = sheet
        self.add("title", Font(table.font, table.size + 2, True), centre, None)
        self.add("head", bold, centre, BOX)
        self.add("band", bold, Alignment(**wrap), BOX)
        self.add("text", plain, Alignment(**wrap), BOX)
        self.add("number", plain, Alignment(vertical="center"), BOX, "General")
        self.add("date", plain, Alignment(vertical="center"), BOX, "dd/mm/yyyy")

    def add(self, name, font, alignment, border, number_format="@"):
        pen = self[name] = WriteOnlyCell(self.sheet)
        pen.font, pen.alignment, pen.number_format = font, alignment, number_format
        if border:
            pen.border = border

    def write(self, name, value):
        pen = self[name]
        if value is None:
            pen._value, pen.data_type = None, "n"
        elif name in ("number", "date"):
            pen._value, pen.data_type = value, name[0]
        else:
            # Set below the property, which would make a formula of "=1+1".
            pen._value, pen.data_type = text(value), "s"
        return pen


class _Writer:
    """Writes one Table row by row; write-only sheets keep no cell in memory."""

    def __init__(self, sheet, table):
        self.sheet, self.table = sheet, table
        self.pens = _Pens(sheet, table)
        self.width = len(table.widths)
        self.row = 0

    def write(self):
        self._set_up()
        for title in self.table.titles:
            self._band("title", title)
        self._heads()
        for row in self.table.rows:
            if isinstance(row, Band):
                self._band("band", row.text)
            else:
                self._append(self.pens.write(_look(value), value) for value in row)

    def _append(self, cells):
        self.row += 1
        self.sheet.append(cells)

    def _band(self, look, text):
        texts = [text, *[None] * (self.width - 1)]
        self._append(self.pens.write(look, text) for text in texts)
        self._merge(self.row, 1, self.row, self.width)

    def _merge(self, top, left, bottom, right):
        if (top, left) != (bottom, right):
            area = CellRange(None, left, top, right, bottom)
            self.sheet.merged_cells.ranges.add(area)

    def _heads(self):
        texts = {}
        for top, cells in enumerate(self.table.heads, self.row + 1):
            free = (c for c in range(1, self.width + 1) if (top, c) not in texts)
            for head in cells:
                self._place(head, top, next(free), texts)
        for top in range(self.row + 1, self.row + 1 + len(self.table.heads)):
            row = [texts.get((top, column)) for column in range(1, self.width + 1)]
            self._append(self.pens.write("head", text) for text in row)

    def _place(self, head, top, left, texts):
        bottom, right = top + head.down - 1, left + head.across - 1
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                texts[row, column] = None
        texts[top, left] = head.text
        self._merge(top, left, bottom, right)

    def _set_up(self):
        """A4 landscape, one page wide, with the heading rows frozen and repeated."""
        sheet, above = self.sheet, len(self.table.titles)
        last = above + len(self.table.heads)
        for column, width in enumerate(self.table.widths, 1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.freeze_panes = f"A{last + 1}"
        sheet.print_title_rows = f"{above + 1}:{last}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = A4
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _look(value):
    if isinstance(value, date):
        return "date"
    return "number" if isinstance(value, int | float) else "text"


def csv_bytes(rows):
    """Return rows as .csv that Excel opens in UTF-8; no text in it runs.

    Every text is quoted, so that no semicolon in it passes for the delimiter.
    """
    return b"".join(csv_pieces(rows))


def csv_pieces(rows):
    """The same bytes line by line, for lists that no memory should hold."""
    line = io.StringIO()
    writer = csv.writer(line, quoting=csv.QUOTE_NONNUMERIC)
    yield BOM_UTF8
    for row in rows:
        writer.writerow([_guarded(value) for value in row])
        yield line.getvalue().encode()
        line.seek(0)
        line.truncate()


def _guarded(value):
    """Numbers, a lone hyphen and +880… do no harm and stay as they are."""
    if value is None or isinstance(value, int | float):
        return value
    value = text(value)
    harmful = FORMULA.match(value) and not HARMLESS.fullmatch(value)
    return f"'{value}" if harmful else value
