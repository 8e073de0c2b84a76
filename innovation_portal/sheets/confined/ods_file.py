"""Read .ods with calamine."""

from python_calamine import CalamineError, CalamineWorkbook, SheetVisibleEnum

from .values import Grid, RefusedError, plain


def load(path, limits):
    try:
        book = CalamineWorkbook.from_path(path)
        return [_grid(book, sheet, limits) for sheet in book.sheets_metadata]
    except CalamineError as error:
        raise RefusedError("packed" if "limit" in str(error) else "damaged") from None


def _grid(book, metadata, limits):
    hidden = metadata.visible != SheetVisibleEnum.Visible
    grid = Grid(metadata.name, limits, hidden=hidden)
    sheet = book.get_sheet_by_name(metadata.name)
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.iter_rows(), top + 1):
        for column, typed in enumerate(values, left + 1):
            value = plain(typed)
            if value is not None:
                grid.put(row, column, value)
    return grid
