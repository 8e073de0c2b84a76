"""January's list typed in SutonnyMJ, as files of each kind."""

import csv
from io import BytesIO, StringIO

import xlwt
from django.core.files.base import ContentFile
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TextProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P
from openpyxl import load_workbook

from tests.directory.uploads import SUTONNY


def cells():
    """The rows of values, and the merged ranges: top, left, bottom, right from 1."""
    sheet = load_workbook(SUTONNY).active
    merged = [(r.min_row, r.min_col, r.max_row, r.max_col) for r in sheet.merged_cells]
    return [[cell.value for cell in row] for row in sheet], merged


def as_csv():
    out = StringIO()
    csv.writer(out).writerows(cells()[0])
    return ContentFile(out.getvalue().encode("utf-8-sig"), "list.csv")


def as_xls():
    rows, merged = cells()
    book, out = xlwt.Workbook(), BytesIO()
    sheet, look = book.add_sheet("Telephone"), xlwt.easyxf("font: name SutonnyMJ")
    covered = set(_covered(merged))
    for top, left, bottom, right in merged:
        text = rows[top - 1][left - 1]
        sheet.write_merge(top - 1, bottom - 1, left - 1, right - 1, text, look)
    for row, column, value in _filled(rows):
        if (row, column) not in covered:
            sheet.write(row - 1, column - 1, value, look)
    book.save(out)
    return ContentFile(out.getvalue(), "list.xls")


def as_ods(font="SutonnyMJ"):
    """With no font where ``font`` is None."""
    rows, merged = cells()
    document, table, out = OpenDocumentSpreadsheet(), Table(name="T"), BytesIO()
    look = Style(name="look", family="table-cell")
    look.addElement(TextProperties(fontfamily=font) if font else TextProperties())
    document.automaticstyles.addElement(look)
    spans = {(top, left): (b - top + 1, r - left + 1) for top, left, b, r in merged}
    covered = set(_covered(merged)) - spans.keys()
    for row, values in enumerate(rows, 1):
        line = TableRow()
        for column, value in enumerate(values, 1):
            line.addElement(_ods_cell(value, (row, column), spans, covered))
        table.addElement(line)
    document.spreadsheet.addElement(table)
    document.save(out)
    return ContentFile(out.getvalue(), "list.ods")


def _ods_cell(value, place, spans, covered):
    if place in covered:
        return CoveredTableCell()
    down, right = spans.get(place, (1, 1))
    cell = TableCell(
        stylename="look",
        valuetype="string",
        numberrowsspanned=down,
        numbercolumnsspanned=right,
    )
    cell.addElement(P(text=value or ""))
    return cell


def _covered(merged):
    for top, left, bottom, right in merged:
        for row in range(top, bottom + 1):
            yield from ((row, column) for column in range(left, right + 1))


def _filled(rows):
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value is not None:
                yield row, column, value
