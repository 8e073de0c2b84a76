"""Workbooks for tests, written by openpyxl, and what stands on a page."""

from io import BytesIO

from django.core.files.base import ContentFile
from openpyxl import Workbook, load_workbook

from tests.directory.lists import HEADING

XSS = "<img src=x onerror=alert(1)>"


def xlsx(name="list.xlsx", **sheets):
    """A file of sheets, each a list of rows."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book, name)


def listed(*lines, name="list.xlsx"):
    return xlsx(name, List=[HEADING, *lines])


def saved(book, name="list.xlsx"):
    stream = BytesIO()
    book.save(stream)
    return ContentFile(stream.getvalue(), name)


def notes(content):
    """Cell to its note, over all sheets of a workbook's bytes."""
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in load_workbook(BytesIO(content))
        for row in sheet
        for cell in row
        if cell.comment
    }
