"""Read .csv: every value stays text, so that phones keep their zeros."""

import csv
import io
import itertools
import re

from .values import Grid, RefusedError, clean

MARKS = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
DELIMITERS = ",;\t"
SAMPLE_LINES = 50
QUOTED = re.compile(r'"[^"]*"')
# What csv_bytes() puts before a text that would be a formula.
GUARDED = re.compile(r"'+[=+\-@\t\r]")


def load(path, limits):
    with open(path, "rb") as file:
        text = decode(file.read())
    csv.field_size_limit(limits["answer"])
    grid = Grid("CSV", limits, fonts=False)
    delimiter = guess_delimiter(text)
    for row, fields in enumerate(_records(text, delimiter), 1):
        for column, field in enumerate(fields, 1):
            value = clean(field[1:] if GUARDED.match(field) else field)
            if value is not None:
                grid.put(row, column, value)
    return [grid]


def decode(data):
    """UTF-8, or UTF-16 that says so in its first bytes; nothing is guessed."""
    named = (name for mark, name in MARKS.items() if data.startswith(mark))
    try:
        text = data.decode(next(named, "utf-8"))
    except UnicodeDecodeError:
        raise RefusedError("encoding") from None
    if "\0" in text:
        raise RefusedError("encoding")
    return text


def _records(text, delimiter):
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def guess_delimiter(text):
    """The delimiter that cuts the most of the first records into the same width.

    What is quoted has no say, however many semicolons it holds.
    """
    bare = QUOTED.sub("", text)

    def score(delimiter):
        sample = itertools.islice(_records(bare, delimiter), SAMPLE_LINES)
        widths = [len(record) for record in sample]
        width = max(widths, key=widths.count, default=1)
        return (width > 1) * widths.count(width), width

    return max(DELIMITERS, key=score)
