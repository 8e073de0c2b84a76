"""A file of sittings as rows of texts, whatever kind of file it was."""

from dataclasses import asdict, dataclass, field
from uuid import UUID

from schedule.details import Details
from schedule.importing.problems import Problem
from schedule.models import Sitting


@dataclass(frozen=True)
class Row:
    """One sitting in the words of its file.

    ``texts`` are by the fields of ``columns.COLUMNS``; days and hours as people or ISO
    8601 write them, in the office's time, those taking part one a line. ``number``
    counts from 1 and is unique in the file; ``columns`` says in which column of a
    ``sheet`` a field stands, for notes on its cells.
    """

    number: int
    texts: dict
    sheet: str = ""
    columns: dict = field(default_factory=dict)

    def problem(self, code, name="", **details):
        place = self.columns.get(name)
        return Problem(code, self.sheet, self.number, place, name, details)

    def as_json(self):
        return asdict(self)


@dataclass
class Reading:
    """All rows of a file, and what is wrong with the file as a whole."""

    rows: list
    problems: list = field(default_factory=list)


@dataclass
class Line:
    """A row as it was understood; ``details`` is none where something is wrong.

    ``there`` is the sitting that the row is already, ``clashes`` what is taken of what
    it wants.
    """

    row: Row | None = None
    details: Details | None = None
    uid: UUID | None = None
    problems: list = field(default_factory=list)
    there: Sitting | None = None
    clashes: list = field(default_factory=list)

    @property
    def is_good(self):
        """Whether it can be entered as it stands."""
        free = not any(clash.hard for clash in self.clashes)
        return bool(self.details and free and not (self.there or self.problems))
