"""Cells as plain values, and the grid that collects them within the limits."""

import datetime
import math
import re
import unicodedata

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# What a Bijoy font shows as something else: digits, Latin letters, †, ‡, ˆ and so on.
SIGNS = re.compile(r"[0-9A-Za-z\u00a1-\u02ff\u2013-\u2122]")
# Signs of Windows-1252 gone astray among the control characters: † as U+0086.
ASTRAY = {code: bytes([code]).decode("cp1252", "ignore") for code in range(128, 160)}
BIJOY = re.compile(r"^(sutonny|bijoy)|bijoy|mj(bold|italic|regular|normal)*$")
# SutonnyOMJ and its kin are Unicode fonts in spite of their names.
SPAN_BYTES = 16  # of the answer, for each span in a Bijoy font
LONGEST_NAME = 100  # characters of a sheet's name; Excel allows 31
UNICODE = re.compile(r"omj|uni")


class RefusedError(Exception):
    """The workbook can't be taken; `code` is one of errors.SENTENCES."""

    def __init__(self, code, **where):
        super().__init__(code)
        self.code = code
        self.where = where


def is_bijoy(font):
    name = re.sub(r"[\s_-]", "", font or "").lower()
    return bool(BIJOY.search(name)) and not UNICODE.search(name)


def clean(text):
    """NFC without control characters; None where only blanks remain."""
    text = _cleaned(text)
    return text if text.strip() else None


def _cleaned(text):
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", CONTROL.sub("", text))


def joined(runs):
    """The plain text of runs (text, whether in a Bijoy font) and where in it the Bijoy
    font has something to show: [(start, end), …], neighbours in one.

    Each run is cleaned by itself, since cleaning moves what follows.
    """
    texts, spans, end = [], [], 0
    for text, bijoy in runs:
        texts.append(_cleaned(text.translate(ASTRAY) if bijoy else text))
        start, end = end, end + len(texts[-1])
        if bijoy and spans and spans[-1][1] == start:
            spans[-1] = spans[-1][0], end
        elif bijoy:
            spans.append((start, end))
    text = "".join(texts)
    if not text.strip():
        return None, []
    return text, [span for span in spans if SIGNS.search(text, *span)]


def typed(value, bijoy):
    """plain(value) and the spans of it that a Bijoy font shows as something else."""
    if bijoy and isinstance(value, str):
        return joined([(value, True)])
    value = plain(value)
    whole = bijoy and type(value) is int
    return value, [(0, len(str(value)))] if whole else []


def plain(value):
    """str, int, float, date or None. A time of day becomes text, never cut off."""
    if value is None or isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, datetime.time):
        return value.isoformat("minutes")
    return str(value).upper() if isinstance(value, bool) else str(value)


def _number(value):
    if not math.isfinite(value):
        return None
    return int(value) if value.is_integer() and abs(value) < 1e15 else value


def _area(bounds):
    top, left, bottom, right = bounds
    return (bottom - top + 1) * (right - left + 1)


def letters(column):
    """1 → A, 27 → AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


class Grid:
    """One sheet: put() refuses values beyond the limits instead of cutting them.

    `fonts` is whether the file says anything about fonts.
    """

    def __init__(self, name, limits, hidden=False, fonts=True):
        self.name = (clean(name) or "")[:LONGEST_NAME]
        self.hidden = hidden
        self.fonts = fonts
        self.max_row = limits["rows"]
        self.max_column = limits["columns"]
        self.room = limits["answer"]
        self.cells = {}
        self.merged = []
        self.merged_area = 0
        self.hidden_columns = set()
        self.hidden_rows = set()
        self.bijoy = []
        self.formulas = []
        self.errors = []

    def put(self, row, column, value, spans=()):
        """Keep a value, and the spans of it in a Bijoy font."""
        self._check(row, column)
        self.cells.setdefault(row, {})[column] = value
        self.room -= len(value) if isinstance(value, str) else 8
        self.room -= SPAN_BYTES * len(spans)
        if self.room < 0:
            raise RefusedError("text")
        if spans:
            self.bijoy.append((row, column, spans))

    def mark(self, marks, row, column):
        """Note a cell in one of the lists formulas and errors."""
        self._check(row, column)
        marks.append((row, column))

    def _check(self, row, column):
        if row > self.max_row or column > self.max_column:
            code = "rows" if row > self.max_row else "columns"
            cell = f"{letters(column)}{row}"
            raise RefusedError(code, sheet=self.name, cell=cell)

    def merge(self, top, left, bottom, right):
        """Ranges may claim the whole sheet; the limits' part of it is kept."""
        self.merged_area += _area((top, left, bottom, right))
        self.merged.append((top, left, bottom, min(right, self.max_column)))

    def ranges(self):
        """The merged ranges down to the last row with a value, in reading order.

        They never overlap (ECMA-376, 18.3.1.55): more area than the sheet is a bomb.
        """
        last = max(self.cells, default=0)
        ranges = sorted(
            (top, left, min(bottom, last), right)
            for top, left, bottom, right in self.merged
            if top <= last and left <= right
        )
        if sum(map(_area, ranges)) > self.max_row * self.max_column:
            raise RefusedError("damaged")
        return ranges

    def hide_columns(self, first, last):
        self.hidden_columns.update(range(first, min(last, self.max_column) + 1))

    def hide_row(self, row):
        if row <= self.max_row:
            self.hidden_rows.add(row)

    def rows(self):
        rows = [[] for _ in range(max(self.cells, default=0))]
        for number, cells in self.cells.items():
            row = [None] * max(cells)
            for column, value in cells.items():
                row[column - 1] = value
            rows[number - 1] = row
        return rows

    def as_dict(self):
        return {
            "name": self.name,
            "hidden": self.hidden,
            "fonts": self.fonts,
            "rows": self.rows(),
            "merged": self.ranges(),
            "hidden_columns": sorted(self.hidden_columns),
            "hidden_rows": sorted(self.hidden_rows),
            "bijoy": self.bijoy,
            "formulas": self.formulas,
            "errors": self.errors,
        }
