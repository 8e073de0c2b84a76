"""Spreadsheets in and out, calendars in; the only importer of openpyxl and xlrd."""

from .calendars import read_calendar
from .errors import SheetError
from .limits import kind_of
from .notes import Note, annotate
from .reading import Sheet, Workbook, read
from .writing import Band, Head, Table, csv_bytes, csv_pieces, workbook

__all__ = [
    "Band",
    "Head",
    "Note",
    "Sheet",
    "SheetError",
    "Table",
    "Workbook",
    "annotate",
    "csv_bytes",
    "csv_pieces",
    "kind_of",
    "read",
    "read_calendar",
    "workbook",
]
