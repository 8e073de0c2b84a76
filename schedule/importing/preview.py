"""What a page and the notes on a workbook say of the lines of a file."""

from dataclasses import dataclass
from functools import cached_property

from directory.reading.problems import column_letter
from innovation_portal.sheets import Note
from schedule.importing.columns import COLUMNS

AT_ONCE = 200  # sittings entered at once: nobody else writes meanwhile


@dataclass(frozen=True)
class Told:
    """One thing that is wrong: its row, the column by letter and name, a sentence."""

    row: int | None
    letter: str
    label: str
    sentence: str
    sheet: str = ""
    column: int | None = None


@dataclass(frozen=True)
class Preview:
    upload: object
    lines: list
    user: object

    @cached_property
    def good(self):
        return [line for line in self.lines if line.is_good]

    @cached_property
    def known(self):
        return [line for line in self.lines if line.there]

    @property
    def whole(self):
        """What is wrong with the file as a whole."""
        return [str(one) for one in self.upload.unread if one.row is None]

    @cached_property
    def wrong(self):
        """All that keeps lines from being entered, in the order of the file."""
        return [told for line in self.lines for told in self._wrong(line)]

    @property
    def refused(self):
        """How many lines cannot be entered."""
        return len(self.lines) - len(self.good) - len(self.known)

    def _wrong(self, line):
        if line.there:
            return
        for problem in line.problems:
            yield _told(problem, str(problem))
        for clash in line.clashes:
            if clash.hard:
                yield _told(line.row.problem("", "date"), clash.sentence(self.user))

    @property
    def notes(self):
        """What has no column stands at the head of its row."""
        return [
            Note(told.sheet, told.row, told.column or 1, told.sentence)
            for told in self.wrong
            if told.row
        ]

    @property
    def offered(self):
        """Lines that can be entered, those to be ticked, with what is warned of."""
        for number, line in enumerate(self.good):
            warnings = [clash.sentence(self.user) for clash in line.clashes]
            yield line, number < AT_ONCE, warnings


def _told(problem, sentence):
    return Told(
        row=problem.row,
        letter=column_letter(problem.column) if problem.column else "",
        label=COLUMNS[problem.name].label if problem.name in COLUMNS else "",
        sentence=sentence,
        sheet=problem.sheet,
        column=problem.column,
    )
