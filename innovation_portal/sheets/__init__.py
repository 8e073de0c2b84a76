"""Spreadsheets in and out; the only importer of openpyxl, calamine and xlrd."""

from .errors import SheetError
from .reading import Sheet, Workbook, read

__all__ = ["Sheet", "SheetError", "Workbook", "read"]
