"""A line of the telephone list from the cells of a row."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from directory import names, phones
from directory.reading.columns import Heading
from directory.reading.problems import Problem
from directory.reading.rows import NUMBERS, Row
from innovation_portal.bangla.folding import clean, clean_lines
from innovation_portal.bangla.names import split_honorific
from innovation_portal.sheets import Sheet

LIMITS = {"name": 200, "post": 200, "wing": 200, "section": 200, "email": 254}
LIMITS |= {"room": 60, "honorific": 40} | dict.fromkeys(NUMBERS, 120)
KIND = {"office_phone": "office"}  # of a column's numbers, where it is called otherwise
# Syntax only, as RFC 5321 would have it in an office's list: local@domain.tld
EMAIL = re.compile(r"[^@\s,;:<>()\"]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")


@dataclass
class ReadLine:
    """What a row says: texts by the field of Line, numbers by field, and its place."""

    sheet: str
    row: int
    columns: dict
    texts: dict = field(default_factory=dict)
    numbers: dict = field(default_factory=dict)
    vacant: bool = False

    @property
    def email(self):
        return self.texts.get("email", "").casefold()

    @cached_property
    def mobile(self):
        return phones.key(self.numbers.get("mobile", ()))

    def problem(self, code, name, **details):
        return Problem(code, self.sheet, self.row, self.columns.get(name), details)


class LineReader:
    """Reads the rows of one sheet in order; ``ঐ`` repeats the row above.

    ``posts`` are the designations known so far, to part a name and a post that share
    a cell.
    """

    def __init__(self, sheet, heading, posts):
        self.sheet, self.posts = sheet.name, posts
        self.columns = {name: column for column, name in heading.fields.items()}
        if "name_post" in self.columns:
            self.columns |= dict.fromkeys(("name", "post"), self.columns["name_post"])
        self.above = {}

    def read(self, row):
        line = ReadLine(self.sheet, row.number, self.columns)
        line.texts = {"wing": row.wing, "section": row.section}
        for name, value in row.cells.items():
            line.texts[name] = self._text(name, value) or line.texts.get(name, "")
        self.above = dict(line.texts)
        self._part(line)
        self._count(line)
        return line

    def _text(self, name, value):
        if value is None:
            return ""
        if name in NUMBERS and not isinstance(value, str):
            return ", ".join(
                n.digits for n in phones.parse(value, KIND.get(name, name))
            )
        lines_count = name == "name_post" or name in NUMBERS
        text = (clean_lines if lines_count else clean)(str(value))
        if names.is_ditto(text):
            return self.above.get(name, "")
        return "" if names.is_blank(text) else text

    def _part(self, line):
        """Name from post, and honorific from name, where they share a cell."""
        texts = line.texts
        if both := texts.pop("name_post", ""):
            name, post = names.split_name_and_post(both, self.posts)
            texts["name"], texts["post"] = name, texts.get("post") or post
        line.vacant = names.is_vacant(texts.get("name", ""))
        if line.vacant:
            texts["name"] = ""
        elif texts.get("name"):
            honorific, texts["name"] = split_honorific(texts["name"])
            texts["honorific"] = texts.get("honorific") or honorific

    def _count(self, line):
        for name in NUMBERS & line.texts.keys():
            if text := line.texts[name]:
                line.numbers[name] = phones.parse(text, KIND.get(name, name))


def read_typed(texts, posts=frozenset()):
    """The line of texts typed into a form, read as the row of a sheet would be."""
    heading = Heading(0, 0, fields=dict(enumerate(texts, 1)))
    return LineReader(Sheet("", []), heading, posts).read(Row(0, texts))


def problems(line):
    """What is wrong or doubtful in one line by itself."""
    if not (line.texts.get("name") or line.vacant or line.numbers):
        yield line.problem("empty_line", "name")
    email = line.texts.get("email")
    if email and not EMAIL.fullmatch(email):
        yield line.problem("email", "email", text=email)
    for name in line.numbers:
        cell = {"typed": line.texts[name], "kind": KIND.get(name, name)}
        if phones.doubt(**cell):
            yield line.problem("phone", name, **cell)
    for name, text in line.texts.items():
        if len(text) > LIMITS[name]:
            yield line.problem("too_long", name, limit=LIMITS[name])


def fit(line):
    """Only what its column holds is kept to look at; such a line is never published."""
    for name, text in line.texts.items():
        line.texts[name] = text[: LIMITS[name]]
