"""Wings, lines and footnotes told apart, row by row below the heading."""

import re
from dataclasses import dataclass

from directory.reading.columns import word_key

NUMBERS = {
    "office_phone",
    "pabx",
    "intercom",
    "residence",
    "mobile",
    "fax",
    "ip_phone",
    "red_phone",
}
FOOTNOTE = re.compile(r"^\s*(বিঃ|বি\.|দ্রষ্টব্য|নোট|note\b|n\.?b\.?|\*)", re.I)
APART = {"alone", "heading"}
LONGEST_HEADING = 120  # characters; what is longer is a sentence, not an office


@dataclass(frozen=True)
class Row:
    """A line's cells by field, with the wing and section headings above it."""

    number: int
    cells: dict
    wing: str = ""
    section: str = ""


def split_rows(sheet, heading):
    """The sheet's lines, and the row numbers that were left out as footnotes."""
    _fill_down(sheet, heading)
    kinds = list(_kinds(sheet, heading))
    last_line = max((n for n, kind, _v in kinds if kind == "line"), default=0)
    place = _Place(heading)
    lines, left_out = [], []
    for number, kind, values in kinds:
        if kind == "line":
            lines.append(place.line(number, _cells(values, heading)))
        elif kind == "alone" and number < last_line and _is_office(_text(values)):
            place.enter(_text(values))
        else:
            left_out.append(number)
    return lines, left_out


def rows_apart(sheet, heading):
    """The numbers of the rows that hold no line: those down to the heading, wings,
    and where the heading is printed again.
    """
    below = {n for n, kind, _v in _kinds(sheet, heading) if kind in APART}
    return below.union(range(1, heading.last + 1))


def _kinds(sheet, heading):
    """Yield number, kind and values of each filled row below the heading."""
    void, headings = sheet.formulas | sheet.errors, _headings(sheet, heading)
    for number, values in enumerate(sheet.rows, 1):
        if number > heading.last and any(map(_filled, values)):
            repeats = _repeats_heading(values, headings)
            yield (
                number,
                "heading" if repeats else _kind(number, values, heading, void),
                values,
            )


def _fill_down(sheet, heading):
    """A cell merged over several lines holds for each of them."""
    for top, left, bottom, right in sheet.merged:
        if left == right and top > heading.last:
            for row in sheet.rows[top:bottom]:
                row[left - 1] = sheet.rows[top - 1][left - 1]


class _Place:
    """Where in the organisation the rows are, as the headings between them say."""

    def __init__(self, heading):
        self.sections_between = "section" not in heading.named
        self.wing = self.section = ""

    def enter(self, text):
        is_section = self.sections_between and self.wing and _names_section(text)
        if is_section:
            self.section = text
        else:
            self.wing, self.section = text, ""

    def line(self, number, cells):
        return Row(number, cells, self.wing, self.section)


def _kind(number, values, heading, void):
    filled = [
        column
        for column, value in enumerate(values, 1)
        if _filled(value) or (number, column) in void
    ]
    if len(filled) == 1 and heading.fields.get(filled[0]) not in NUMBERS:
        return "alone"
    fields = {heading.fields.get(column) for column in filled} - {None, "ignore"}
    return "line" if fields - {"serial"} else "other"


def _repeats_heading(values, headings):
    """Lists printed on several pages repeat their heading on each."""
    texts = [value for value in values if _filled(value)]
    same = sum(value in headings for value in texts)
    return same >= 3 and same >= len(texts) - 1


def _headings(sheet, heading):
    rows = sheet.rows[max(heading.first - 1, 0) : heading.last]
    return {value for row in rows for value in row if _filled(value)}


def _cells(values, heading):
    return {
        name: values[column - 1]
        for column, name in heading.fields.items()
        if column <= len(values) and name not in {"ignore", "serial"}
    }


def _filled(value):
    return value is not None and str(value).strip() != ""


def _text(values):
    return next(" ".join(str(v).split()) for v in values if _filled(v))


def _is_office(text):
    named = any(letter.isalpha() for letter in text)
    return named and len(text) <= LONGEST_HEADING and not FOOTNOTE.match(text)


def _names_section(text):
    key = word_key(text)
    return key.endswith((word_key("শাখা"), "section", "branch"))
