"""The list on paper: every line of an edition, and in the file its workbook too."""

import re
from dataclasses import dataclass, field
from itertools import groupby

from directory.paper.workbook import (
    COLUMNS,
    HEADING,
    PART,
    file_name,
    kinds_in_use,
    person,
    phone_list,
    updated,
)
from innovation_portal.bangla.digits import to_bangla
from innovation_portal.paper.apart import from_template_apart

TEMPLATE = "directory/paper/full.html"
LONGEST = 5000  # lines; each takes 0.3 MB of memory and 20 ms of a processor
LONGEST_PART = 300  # lines, drawn while someone waits
PART_MEMORY, PART_SECONDS = 1024**3, 30  # bytes of address space; of a processor
SELDOM = ("fax", "ip_phone", "red_phone")  # share a column where several are in use
NO_WING = "অনুবিভাগ উল্লেখ নেই"
SHORT = re.compile(r"\S{1,16}")  # no spaces, where a line is broken
CROWDED = 4  # columns of telephones; beyond it the others stand closer
UPRIGHT = 2  # so many still fit a page that stands


@dataclass(frozen=True)
class Column:
    """Kinds of telephone that stand in one column; several are told by their names."""

    style: str
    title: str
    kinds: tuple

    def cell(self, entry):
        told = ((kind, getattr(entry, kind)) for kind in self.kinds)
        several = len(self.kinds) > 1
        return Cell(
            self.style,
            [
                (COLUMNS[kind][0] if several else "", text)
                for kind, text in told
                if text
            ],
        )


@dataclass(frozen=True)
class Cell:
    """The numbers of a line in one column, each with its kind where that is needed."""

    style: str
    numbers: list

    @property
    def alone(self):
        """The one short number of most cells, which needs no element of its own."""
        if len(self.numbers) == 1:
            kind, text = self.numbers[0]
            return text if not kind and SHORT.fullmatch(text) else ""
        return ""


@dataclass(frozen=True)
class Row:
    serial: str
    entry: object
    person: str
    place: str
    phones: list = field(default_factory=list)
    lead: str = ""  # of the name, which the alphabet passes over

    @property
    def email(self):
        """A narrow column may break it behind the @."""
        return self.entry.email.replace("@", "@\N{ZERO WIDTH SPACE}")


def full_list(edition, entries):
    """The bytes of the PDF with all lines, grouped by wing in the list's order."""
    book = phone_list(edition, entries)
    source = (file_name(edition, "xlsx"), book, "একই তালিকা, Excel ফাইল")
    return from_template_apart(
        TEMPLATE, context(edition, entries), attachments=[source]
    )


def part_of_list(edition, entries):
    """The same of a few lines, while someone waits for it; says that it is a part."""
    told = context(edition, entries) | {"note": PART}
    return from_template_apart(TEMPLATE, told, memory=PART_MEMORY, seconds=PART_SECONDS)


def context(edition, entries):
    """What the template shows of them."""
    told = frame(edition, entries)
    return told | {"wings": _wings(entries, told["columns"]), "numbered": True}


def frame(edition, entries):
    """Heading and columns of a paper of these lines."""
    columns = columns_for(kinds_in_use(entries))
    return {
        "edition": edition,
        "number": to_bangla(edition.number),
        "heading": HEADING,
        "updated": updated(edition),
        "columns": columns,
        "depth": 2 if len(columns) > 1 else 1,
        "shape": shape(columns),
    }


def columns_for(kinds):
    seldom = tuple(kind for kind in kinds if kind in SELDOM)
    if len(seldom) < 2:
        return [Column(kind, COLUMNS[kind][0], (kind,)) for kind in kinds]
    usual = [kind for kind in kinds if kind not in SELDOM]
    return [*columns_for(usual), Column("others", "অন্যান্য", seldom)]


def shape(columns):
    """Class names: how the page lies, and how close its columns stand."""
    if len(columns) <= UPRIGHT:
        return "upright"
    return "wide crowded" if len(columns) > CROWDED else "wide"


def _wings(entries, columns):
    """Each wing's name and its rows, numbered anew in each as in the workbook."""
    for wing, lines in groupby(entries, key=lambda entry: entry.wing):
        rows = [
            Row(
                to_bangla(f"{number:02}."),
                entry,
                person(entry) or "",
                entry.section,
                [column.cell(entry) for column in columns],
            )
            for number, entry in enumerate(lines, 1)
        ]
        yield wing or NO_WING, rows
