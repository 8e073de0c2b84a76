"""Pictures of numbers that are tables at once: each bar stands beside its number.

Bars are SVG without a style or a script, measured in per cent, so that they fit a
telephone and a sheet of paper; the letters around them stay HTML
(docs/adr/pictures-are-tables.md).
"""

from dataclasses import dataclass

LEVELS = 5  # of heat; above none, which is 0


@dataclass(frozen=True)
class Piece:
    """A part of a bar; ``kind`` counts from 1 and chooses its pattern."""

    kind: int
    label: str
    value: float
    x: str
    width: str


@dataclass(frozen=True)
class Bar:
    """A row: its bar, the numbers that make it, and further numbers without one."""

    label: str
    pieces: list
    numbers: list
    more: list


@dataclass(frozen=True)
class Bars:
    """``heads`` name the kinds that bars are made of, ``more`` the further numbers.

    ``of_full`` says that there is a full bar to be reached, and so to be seen.
    """

    heads: list
    more: list
    rows: list
    totals: list
    of_full: bool

    @property
    def stacked(self):
        return len(self.heads) > 1


@dataclass(frozen=True)
class Cell:
    """A number and how warm it is, from 0 to LEVELS; ``value`` None is no number."""

    value: float | None
    level: int


@dataclass(frozen=True)
class Heat:
    """A grid of ``rows`` (label and cells) under ``columns``; ``unit`` is % or none."""

    columns: list
    rows: list
    unit: str = ""


def bars(heads, rows, *, more=(), most=None, totals=()):
    """Bars over ``rows`` of (label, numbers, further numbers).

    The longest bar fills its column, unless ``most`` says what a full one would be.
    ``totals`` are the numbers of a last row, one for each column.
    """
    longest = max((sum(numbers) for _label, numbers, _more in rows), default=0)
    made = [
        Bar(label, _pieces(heads, numbers, most or longest), numbers, further)
        for label, numbers, further in rows
    ]
    return Bars(list(heads), list(more), made, list(totals), most is not None)


def heat(columns, rows, *, most=None, unit=""):
    """A grid over ``rows`` of (label, numbers); the highest number is warmest."""
    said = [number for _label, numbers in rows for number in numbers if number]
    most = most or max(said, default=0)
    made = [
        (label, [Cell(number, _level(number, most)) for number in numbers])
        for label, numbers in rows
    ]
    return Heat(list(columns), made, unit)


def _pieces(heads, numbers, most):
    pieces, before = [], 0
    for kind, (head, number) in enumerate(zip(heads, numbers, strict=True), 1):
        if number:
            at, width = _per_cent(before, most), _per_cent(number, most)
            pieces.append(Piece(kind, head, number, at, width))
            before += number
    return pieces


def _per_cent(number, most):
    """An attribute of SVG: a point and no comma, whatever the language."""
    return f"{min(100 * number / most, 100):.2f}%"


def _level(number, most):
    if not number:
        return 0
    return max(1, min(LEVELS, round(LEVELS * number / most)))
