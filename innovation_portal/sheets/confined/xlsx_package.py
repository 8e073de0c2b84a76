"""The parts of an .xlsx that a list needs: sheets, strings, fonts and date formats.

Everything else in the package is left unread: openpyxl checks each part to the letter
and refuses workbooks of other programs for trifles such as an unknown colour.
"""

import posixpath
import zipfile
from itertools import groupby

from defusedxml.ElementTree import fromstring, iterparse
from openpyxl.styles.numbers import (
    BUILTIN_FORMATS,
    is_date_format,
    is_timedelta_format,
)
from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH
from openpyxl.utils.escape import unescape
from openpyxl.xml.constants import REL_NS, SHEET_MAIN_NS

from .values import RefusedError, is_bijoy

MAIN = f"{{{SHEET_MAIN_NS}}}"
REL_ID = f"{{{REL_NS}}}id"
TEXT, RUN = MAIN + "t", MAIN + "r"
TRUE = ("1", "true")


class RichText(str):
    """Text in several fonts: `runs` are (text, whether it is in a Bijoy font), None
    where it is in the cell's own font."""

    __slots__ = ("runs",)


def rich_text(element):
    """The text of an <si> or <is>, without its phonetic hints."""
    if len(element) == 1 and element[0].tag == TEXT:
        return unescape(element[0].text or "")
    parts = [part for part in element if part.tag in (TEXT, RUN)]
    text = RichText("".join(map(_text, parts)))
    runs = groupby(parts, _in_bijoy)
    text.runs = [("".join(map(_text, same)), bijoy) for bijoy, same in runs]
    return text


def _text(part):
    text = part.text if part.tag == TEXT else part.findtext(TEXT)
    return unescape(text or "")


def _in_bijoy(part):
    font = part.find(f"{MAIN}rPr/{MAIN}rFont")
    return None if font is None else is_bijoy(font.get("val"))


class Package:
    """An opened .xlsx. Raises RefusedError("damaged") where it names no sheet."""

    def __init__(self, file):
        self.archive = zipfile.ZipFile(file)
        links = self._links("")
        self.root = next(
            path for kind, path in links.values() if kind == "officeDocument"
        )
        self.links = self._links(self.root)
        self.book = self._xml(self.root)
        self.strings = self._strings()
        self.bijoy, self.dates, self.durations = set(), set(), set()
        for styles in self._paths("styles"):
            self._styles(self._xml(styles))

    @property
    def epoch(self):
        properties = self.book.find(MAIN + "workbookPr")
        mac = properties is not None and properties.get("date1904") in TRUE
        return CALENDAR_MAC_1904 if mac else WINDOWS_EPOCH

    def sheets(self):
        """Yield name, hidden and the opened XML of each worksheet."""
        found = False
        for sheet in self.book.iterfind(f"{MAIN}sheets/{MAIN}sheet"):
            kind, path = self.links.get(sheet.get(REL_ID), (None, None))
            if kind == "worksheet":
                found = True
                hidden = sheet.get("state", "visible") != "visible"
                with self.archive.open(path) as source:
                    yield sheet.get("name"), hidden, source
        if not found:
            raise RefusedError("damaged")

    def _xml(self, path):
        return fromstring(self.archive.read(path))

    def _links(self, path):
        """{id: (kind, path)} of what the part at `path` refers to inside the file."""
        folder, name = posixpath.split(path)
        links = self._xml(posixpath.join(folder, "_rels", f"{name}.rels"))
        return {
            link.get("Id"): (
                link.get("Type", "").rpartition("/")[2],
                posixpath.normpath(posixpath.join("/", folder, link.get("Target")))[1:],
            )
            for link in links
            if link.get("TargetMode") != "External"
        }

    def _paths(self, kind):
        return [path for linked, path in self.links.values() if linked == kind]

    def _strings(self):
        strings = []
        for path in self._paths("sharedStrings"):
            with self.archive.open(path) as source:
                for _, element in iterparse(source):
                    if element.tag == MAIN + "si":
                        strings.append(rich_text(element))
                        element.clear()
        return strings

    def _styles(self, root):
        formats = BUILTIN_FORMATS | {
            int(form.get("numFmtId")): form.get("formatCode")
            for form in root.iterfind(f"{MAIN}numFmts/{MAIN}numFmt")
        }
        bijoy = [
            any(is_bijoy(name.get("val")) for name in font.iterfind(MAIN + "name"))
            for font in root.iterfind(f"{MAIN}fonts/{MAIN}font")
        ]
        for number, style in enumerate(root.iterfind(f"{MAIN}cellXfs/{MAIN}xf")):
            form = formats.get(int(style.get("numFmtId", 0)), "")
            font = int(style.get("fontId", 0))
            if font < len(bijoy) and bijoy[font]:
                self.bijoy.add(number)
            if is_date_format(form):
                self.dates.add(number)
            if is_timedelta_format(form):
                self.durations.add(number)
