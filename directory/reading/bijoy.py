"""Cells typed in SutonnyMJ, read as Unicode before their sheet is understood.

A font says which they are; where a file knows no fonts, the cells of a column vote.
What is no line's (titles, the heading, wings) is one place, HEADINGS; each column is
another.
"""

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import islice

from directory import phones
from directory.names import is_blank, is_ditto
from directory.reading.columns import LAST_HEADING_ROW, word_key
from directory.reading.lines import KIND
from directory.reading.problems import Problem
from directory.reading.rows import NUMBERS, rows_apart
from innovation_portal.bangla.bijoy import READ, converted
from innovation_portal.bangla.bijoy_reading import read_bijoy
from innovation_portal.bangla.bijoy_vote import typed_in_bijoy

HEADINGS = 0
EXAMPLES = 4  # of a place, before → after
SHORT = 60  # characters of an example; no known heading is longer
VOTERS = 200  # texts of a place that are asked
TRIES = 40  # cells looked at for examples of a place that stays as it is
PASSED_OVER = {"serial", "ignore"}  # columns whose cells nobody reads
LETTERS = re.compile("[A-Za-z\u00a1-\u02ff\u2020-\u2122]")
BANGLA_OR_MAIL = re.compile("[\u0980-\u09ff@]")
# In a Bijoy font an acronym or an address is meant as it is; of a word one may doubt.
WORD = re.compile("[A-Za-z]*[a-z][A-Za-z]*")
convert = lru_cache(maxsize=1 << 14)(read_bijoy)


@dataclass
class Place:
    """A column's cells, or those of HEADINGS, and whether they are read as Unicode.

    ``cells`` maps row and column to spans: those of a Bijoy font (``certain``), else
    those that could be Bijoy. ``suspected`` are read only if the clerk says so.
    """

    column: int
    cells: dict
    certain: bool
    on: bool
    suspected: bool = False
    count: int = 0
    examples: dict = field(default_factory=dict)
    latin: dict = field(default_factory=dict)

    def show(self, typed, read):
        few = len(self.examples) < EXAMPLES and LETTERS.search(typed)
        if read.text != typed and (few or not self.examples):
            self.examples.setdefault(typed[:SHORT], read.text[:SHORT])

    def as_json(self, sheet, heading):
        return {
            "sheet": sheet.name,
            "column": self.column,
            "words": heading.words.get(self.column, "") if heading else "",
            "on": self.on,
            "suspected": self.suspected,
            "count": self.count,
            "examples": list(self.examples.items()),
            "latin": [word[:SHORT] for word in islice(self.latin, TRIES)],
        }


class BijoyReader:
    """Reads the Bijoy of one sheet as Unicode, in place.

    ``find`` gives the heading of a sheet, ``words`` are the keys of known headings;
    ``switches`` maps places, as text, to whether the clerk wants them read. What comes
    of it: ``places``, ``problems``, and ``typed``: row and column to the text as typed.
    """

    def __init__(self, sheet, find, words, switches):
        self.sheet, self.words, self.switches = sheet, words, switches
        self.places, self.problems, self.typed = [], [], {}
        unsure = self._unsure()
        if sheet.bijoy or unsure:
            self.heading = find(self._trial(unsure))
            self.fields = self.heading.fields if self.heading else {}
            self.last = self.heading.last if self.heading else 0
            places = [self._place(*group) for group in self._groups(unsure)]
            for place in places:
                self._read(place)
            self.places = [place for place in places if place.examples or place.latin]

    def _text(self, row, column):
        return str(self.sheet.rows[row - 1][column - 1])

    def _is_heading(self, text):
        return len(text) <= SHORT and word_key(text) in self.words

    def _unsure(self):
        """Cells that could be Bijoy though no font says so, English headings apart."""
        return {
            (row, column): [(0, len(value))]
            for row, values in enumerate(self.sheet.rows, 1)
            for column, value in enumerate(values, 1)
            if isinstance(value, str)
            and LETTERS.search(value)
            and not BANGLA_OR_MAIL.search(value)
            and (row, column) not in self.sheet.bijoy
            and not (row <= LAST_HEADING_ROW and self._is_heading(value))
        }

    def _trial(self, unsure):
        """The sheet's first rows as they may be meant, to find the heading in them.

        An unsure cell that turns into the words of a heading leaves no doubt.
        """
        rows = [list(row) for row in self.sheet.rows[: LAST_HEADING_ROW + 1]]
        self.told = {}
        for cells in (self.sheet.bijoy, unsure):
            for (row, column), spans in cells.items():
                if row > len(rows) or len(self._text(row, column)) > SHORT:
                    continue
                read = _converted(self._text(row, column), spans).text
                if cells is not unsure or self._is_heading(read):
                    rows[row - 1][column - 1] = read
                    self.told[row, column] = spans
        return replace(self.sheet, rows=rows)

    def _groups(self, unsure):
        """Yield each place with its cells in a Bijoy font and its unsure ones."""
        apart = rows_apart(self.sheet, self.heading) if self.heading else set()
        groups = {}
        for kind, cells in enumerate((self.sheet.bijoy, unsure)):
            for cell, spans in cells.items():
                place = HEADINGS if cell[0] in apart else cell[1]
                if not place or self.fields.get(place) not in PASSED_OVER:
                    groups.setdefault(place, ({}, {}))[kind][cell] = spans
        return [(place, *groups[place]) for place in sorted(groups)]

    def _place(self, column, certain, unsure):
        known = self.fields.get(column) if column else None
        told = {} if column else {c: s for c, s in unsure.items() if c in self.told}
        if known == "email" or known in NUMBERS:
            voted = not self.sheet.fonts  # each cell tells; see _is_meant
        else:
            voted = not certain and self._vote(c for c in unsure if c not in told)
        on = bool(certain) or voted and not self.sheet.fonts or unsure == told != {}
        on = self.switches.get(str(column), on)
        suspected = voted and not on and str(column) not in self.switches
        return Place(column, told | (certain or unsure), bool(certain), on, suspected)

    def _vote(self, cells):
        texts = dict.fromkeys(self._text(*cell) for cell in cells)
        return typed_in_bijoy(list(islice(texts, VOTERS)))

    def _read(self, place):
        tried = 0
        for cell, spans in place.cells.items():
            on = place.on or self._is_of_heading(place, cell)
            tried += not on
            if tried > TRIES:
                break
            text = self._text(*cell)
            if self._is_plain(place, text):
                continue
            read = _converted(text, spans)
            if self._is_meant(place, text, read):
                place.show(text, read)
                if on:
                    self._take(place, cell, text, read)

    def _is_of_heading(self, place, cell):
        """Which is read even where wings are not: without it there is no list."""
        return cell[0] <= self.last and (place.certain or cell in self.told)

    def _field(self, place):
        return self.fields.get(place.column) if place.column else None

    def _is_plain(self, place, text):
        """Numbers and addresses stay as typed, whatever the font."""
        known = self._field(place)
        if known in NUMBERS:
            kind = KIND.get(known, known)
            return not LETTERS.search(text) or _is_told(text, kind)
        return known == "email" and "@" in text

    def _is_meant(self, place, text, read):
        """Among numbers and addresses only what says nothing as typed is read, as নাই
        in Bijoy, and the words beside a number.
        """
        known = self._field(place)
        if known == "email":
            return is_blank(read.text) or is_ditto(read.text)
        if known in NUMBERS:
            return place.certain or _is_told(read.text, KIND.get(known, known))
        return bool(read.text != text or read.unread or read.latin)

    def _take(self, place, cell, text, read):
        if read.text != text:
            row, column = cell
            self.sheet.rows[row - 1][column - 1] = read.text
            self.typed[cell] = text
            place.count += 1
        place.latin |= dict.fromkeys(read.latin)
        if not place.column or place.column in self.fields:
            self._doubt("bijoy_unread", cell, read.unread)
            if place.certain:
                self._doubt("bijoy_latin", cell, filter(WORD.fullmatch, read.latin))

    def _doubt(self, code, cell, pieces):
        if text := " ".join(pieces)[:SHORT]:
            self.problems.append(Problem(code, self.sheet.name, *cell, {"text": text}))


def _converted(text, spans):
    """A cell's text with its spans read as Unicode."""
    if spans == [(0, len(text))]:
        return convert(text)
    parts, at = [], 0
    for start, end in spans:
        parts += [(READ, text[at:start]), *convert(text[start:end]).parts]
        at = end
    return converted([*parts, (READ, text[at:])])


def _is_told(text, kind):
    """Whether a cell of telephone numbers leaves no word and no number in doubt."""
    notes = any(number.note for number in phones.parse(text, kind))
    return not notes and phones.doubt(text, kind) is None
