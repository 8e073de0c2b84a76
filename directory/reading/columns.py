"""Which column is what, from the words of a heading in Bangla or English."""

from dataclasses import dataclass, field
from importlib.resources import files

from innovation_portal.bangla.folding import search_key

# words.tsv: the fields of directory.models.Line and what else a sheet may have.
WORDS = {
    name: words.split("|")
    for name, words in (
        line.split("\t")
        for line in files(__package__).joinpath("words.tsv").read_text().splitlines()
    )
}
FIELDS = tuple(WORDS)
PEOPLE = {"name", "post", "name_post"}
LAST_HEADING_ROW = 60
_LINE_BREAKS = str.maketrans({"\n": " ", "/": " ", "-": " ", ".": " ", "‐": " "})


def word_key(text):
    """The form in which a heading is compared and remembered."""
    return search_key(str(text or "").translate(_LINE_BREAKS))


FIELD_OF = {word_key(w): name for name, words in WORDS.items() for w in words}


@dataclass
class Heading:
    """The heading of one sheet: its rows and, by column, its words and fields."""

    first: int
    last: int
    words: dict = field(default_factory=dict)
    fields: dict = field(default_factory=dict)

    @property
    def named(self):
        """The fields that some column holds."""
        return set(self.fields.values()) - {"ignore", "serial"}


def find_heading(sheet, remembered):
    """The best heading of one or two rows among the first, or None.

    ``remembered`` maps word keys to the fields that a clerk once chose.
    """
    spread = spread_merged(sheet)
    best, best_score = None, 1
    for first in range(min(len(sheet.rows), LAST_HEADING_ROW)):
        for height in (1, 2):
            heading = _heading(sheet, spread, first, height, remembered)
            score = _score(heading)
            if score > best_score:
                best, best_score = heading, score
    return best


def spread_merged(sheet):
    """(row, column) to the merged cell that covers it: its first row and its text."""
    covered = {}
    for r1, c1, r2, c2 in sheet.merged:
        if r1 > LAST_HEADING_ROW or r2 - r1 > 3:
            continue
        text = cell(sheet, r1, c1)
        for row in range(r1, r2 + 1):
            for column in range(c1, c2 + 1):
                covered[row, column] = r1, text
    return covered


def cell(sheet, row, column):
    """A cell's value, None outside the sheet; row and column count from 1."""
    rows = sheet.rows
    if row <= len(rows) and column <= len(rows[row - 1]):
        return rows[row - 1][column - 1]
    return None


def _heading(sheet, spread, first, height, remembered):
    heading = Heading(first + 1, first + height)
    if first + height > len(sheet.rows):
        return heading
    width = max(len(row) for row in sheet.rows[first : first + height])
    above = ""
    for column in range(1, width + 1):
        texts = _texts(sheet, spread, heading, column)
        if height == 2:
            above = texts[0] or (above if texts[1] else "")
            texts = [above, texts[1]]
        _name_column(heading, column, texts, remembered)
    return heading


def _texts(sheet, spread, heading, column):
    return [
        str(_covering(spread, heading, row, column) or cell(sheet, row, column) or "")
        for row in range(heading.first, heading.last + 1)
    ]


def _covering(spread, heading, row, column):
    first, text = spread.get((row, column), (0, None))
    return text if first >= heading.first else None


def _name_column(heading, column, texts, remembered):
    parts = list(dict.fromkeys(filter(None, map(str.strip, texts))))
    if not parts:
        return
    heading.words[column] = " ".join(parts)
    for words in (" ".join(parts), parts[-1]):
        key = word_key(words)
        known = remembered.get(key) or FIELD_OF.get(key)
        if known and (known == "ignore" or known not in heading.fields.values()):
            heading.fields[column] = known
            return


def _score(heading):
    """Columns recognised; a heading names people and something beside them."""
    if not heading.named & PEOPLE or len(heading.named) < 2:
        return 0
    doubled = heading.last - heading.first
    return len(heading.fields) * 10 - doubled
