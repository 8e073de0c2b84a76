"""What a file may be before anything reads it: size, kind, structure.

The numbers are the house's own (docs/security.md): a genuine list of 10,000 lines is
under 1 MB, expands eightfold and has ten columns; bombs expand several hundredfold.
"""

import mmap
import re
import zipfile
from pathlib import Path

from .errors import SheetError

MB = 1024 * 1024
FILE_BYTES = 10 * MB
ENTRIES = 1_000
EXPANDED_BYTES = 100 * MB
EXPANDED_RATIO = 50
# Below this no ratio is asked: a small sheet of equal empty rows packs well too.
RATIO_FROM_BYTES = 1 * MB
ROWS = 20_000
COLUMNS = 100
EVENTS = 2_000  # of a calendar, rules expanded
OCCURRENCES = 200  # of one rule: sixteen years of months

CHILD_MEMORY_BYTES = 1024 * MB
CHILD_CPU_SECONDS = 20
CHILD_WALL_SECONDS = 25
CHILD_WRITES_BYTES = EXPANDED_BYTES
ANSWER_BYTES = 32 * MB

KINDS = ("xlsx", "xls", "ods", "csv")
MACRO_KINDS = ("xlsm", "xltm", "xlam", "xlsb")
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_MAGIC = b"PK\x03\x04"
FOREIGN = re.compile(rb"\s*(<|%PDF|\{\\rtf|PK\x03\x04|\xd0\xcf\x11\xe0)", re.I)
DIRECTORY_BYTES = ENTRIES * 512
PEEK_BYTES = 1 * MB
XLSX_MAIN = b"spreadsheetml.sheet.main+xml"
ODS_MIME = b"application/vnd.oasis.opendocument.spreadsheet"


def prescan(path, filename):
    """Return the kind of file: "xlsx", "xls", "ods" or "csv".

    Extension, first bytes and structure must agree. Reads a few kilobytes only.
    Raises SheetError.
    """
    kind = kind_of(filename)
    size = Path(path).stat().st_size
    if size == 0:
        raise SheetError("empty")
    if size > FILE_BYTES:
        raise SheetError("big")
    with open(path, "rb") as file:
        head = file.read(512)
        if kind == "csv":
            _check_text(head)
        elif head.startswith(OLE_MAGIC):
            _check_ole(file, kind)
        elif head.startswith(ZIP_MAGIC) and kind != "xls":
            _check_zip(file, kind)
        else:
            raise SheetError("disguised")
    return kind


def kind_of(filename):
    """The kind that the name promises. Raises SheetError for all others."""
    kind = Path(str(filename)).suffix.lower().removeprefix(".")
    if kind in MACRO_KINDS:
        raise SheetError("macros")
    if kind not in KINDS:
        raise SheetError("kind")
    return kind


def _check_text(head):
    if FOREIGN.match(head.removeprefix(b"\xef\xbb\xbf")):
        raise SheetError("disguised")


def _check_ole(file, kind):
    """Excel's binary container; a locked .xlsx is one too (MS-OFFCRYPTO 2.3.4.4)."""
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:

        def holds(name):
            return data.find(name.encode("utf-16-le")) != -1

        if holds("EncryptedPackage"):
            raise SheetError("locked")
        if kind != "xls" or not (holds("Workbook") or holds("Book")):
            raise SheetError("disguised")
        if holds("_VBA_PROJECT"):
            raise SheetError("macros")


def _check_zip(file, kind):
    _check_directory(file)
    try:
        with zipfile.ZipFile(file) as archive:
            _check_entries(archive.infolist())
            _check_members(archive, kind)
    except SheetError:
        raise
    except Exception:  # zipfile and its unpackers raise a dozen kinds
        raise SheetError("damaged") from None


def _check_directory(file):
    """Bound the zip directory before zipfile makes an object of each entry."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 65_557))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) < at + 22:
        raise SheetError("damaged")
    entries = int.from_bytes(tail[at + 10 : at + 12], "little")
    length = int.from_bytes(tail[at + 12 : at + 16], "little")
    zip64 = tail.startswith(b"PK\x06\x07", max(0, at - 20))
    if entries > ENTRIES or length > DIRECTORY_BYTES or zip64:
        raise SheetError("packed")


def _check_entries(entries):
    names = {entry.filename.lower() for entry in entries}
    if len(entries) > ENTRIES:
        raise SheetError("packed")
    if len(names) != len(entries):
        raise SheetError("damaged")
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise SheetError("locked")
    expanded = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries)
    ratio_counts = expanded > RATIO_FROM_BYTES
    if expanded > EXPANDED_BYTES or ratio_counts and expanded > packed * EXPANDED_RATIO:
        raise SheetError("packed")


def _check_members(archive, kind):
    names = archive.namelist()
    if any(re.search(r"vbaproject|^basic/|^scripts/", name, re.I) for name in names):
        raise SheetError("macros")
    if kind == "ods":
        return _check_ods(archive)
    types = _peek(archive, "[Content_Types].xml")
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise SheetError("macros")
    if XLSX_MAIN not in types:
        raise SheetError("disguised")
    return None


def _check_ods(archive):
    if not _peek(archive, "mimetype").startswith(ODS_MIME):
        raise SheetError("disguised")
    if b"encryption-data" in _peek(archive, "META-INF/manifest.xml"):
        raise SheetError("locked")


def _peek(archive, name):
    try:
        with archive.open(name) as member:
            return member.read(PEEK_BYTES)
    except KeyError:
        raise SheetError("disguised") from None
