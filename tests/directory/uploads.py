"""Uploads for tests: from a workbook to a compared upload, without a worker."""

from datetime import date
from pathlib import Path

from django.core.files.base import ContentFile

import directory
from directory.actions.edition import publish
from directory.actions.upload import compare_upload, receive
from innovation_portal import sheets
from tests.directory.lists import HEADING

DEMO = Path(directory.__file__).parent / "demo"
JANUARY = DEMO / "phone_list_2017-01-15.xlsx"
FEBRUARY = DEMO / "phone_list_2017-02-12.xlsx"
WORKBOOKS = Path(__file__).parent / "workbooks"
ENGLISH = WORKBOOKS / "phone_list_english_headers.csv"
SUTONNY = WORKBOOKS / "phone_list_sutonnymj.xlsx"


def unreadable():
    """A file that is refused."""
    return ContentFile(b"no zip", "list.xlsx")


def csv_file(*lines):
    return ContentFile(sheets.csv_bytes([HEADING, *lines]), "list.csv")


def compared(file, *, by=None, updated_on=date(2017, 3, 1)):
    """An upload that has been read and compared; ``file`` is a path or a file."""
    if isinstance(file, Path):
        file = ContentFile(file.read_bytes(), file.name)
    upload = receive(file=file, filename=file.name, updated_on=updated_on, by=by)
    compare_upload.func(upload.pk)
    upload.refresh_from_db()
    return upload


def published(file, **rest):
    return publish(upload=compared(file, **rest), by=None)
