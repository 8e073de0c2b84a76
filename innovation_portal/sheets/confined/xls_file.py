"""Read .xls with xlrd, which alone knows the fonts of cells and of runs in them."""

import os

import xlrd

from .values import Grid, RefusedError, is_bijoy, joined, typed


def load(path, limits):
    with open(os.devnull, "w") as nowhere:
        try:
            book = xlrd.open_workbook(
                path, formatting_info=True, ragged_rows=True, logfile=nowhere
            )
        except xlrd.XLRDError as error:
            locked = "encrypted" in str(error)
            raise RefusedError("locked" if locked else "damaged") from None
    return [_grid(book, sheet, limits) for sheet in book.sheets()]


def _grid(book, sheet, limits):
    grid = Grid(sheet.name, limits, hidden=bool(sheet.visibility))
    bijoy = [is_bijoy(font.name) for font in book.font_list]
    for row in range(sheet.nrows):
        for column, cell in enumerate(sheet.row(row)):
            own = bijoy[book.xf_list[cell.xf_index].font_index]
            runs = sheet.rich_text_runlist_map.get((row, column))
            if runs and cell.ctype == xlrd.XL_CELL_TEXT:
                fonts = [(0, own), *((offset, bijoy[font]) for offset, font in runs)]
                value, spans = joined(_runs(cell.value, fonts))
            else:
                value, spans = typed(_value(book, cell), own)
            _put(grid, row + 1, column + 1, cell, value, spans)
    _shape(grid, sheet)
    return grid


def _put(grid, row, column, cell, value, spans):
    if cell.ctype == xlrd.XL_CELL_ERROR:
        grid.mark(grid.errors, row, column)
    elif value is not None:
        grid.put(row, column, value, spans)


def _value(book, cell):
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return xlrd.xldate_as_datetime(cell.value, book.datemode)
        except (xlrd.XLDateError, OverflowError, ValueError):
            return cell.value
    return cell.value


def _runs(text, fonts):
    """`fonts` lists where in the text each font begins: [(offset, whether Bijoy)]."""
    fonts = sorted(fonts, key=lambda font: font[0])
    ends = [offset for offset, _ in fonts[1:]] + [len(text)]
    return [
        (text[start:end], bijoy)
        for (start, bijoy), end in zip(fonts, ends, strict=True)
    ]


def _shape(grid, sheet):
    for top, bottom, left, right in sheet.merged_cells:
        grid.merge(top + 1, left + 1, bottom, right)
    for column, info in sheet.colinfo_map.items():
        if info.hidden:
            grid.hide_columns(column + 1, column + 1)
    for row, info in sheet.rowinfo_map.items():
        if info.hidden:
            grid.hide_row(row + 1)
