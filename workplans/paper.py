"""A year's plans as they go to the Cabinet Division: covering memo and tables, one PDF.

Nothing here asks the database: a memo and a plan are what `demo/*.json` shows, and the
printed words are theirs. The memo stands upright, the tables lie across the page.
"""

from dataclasses import dataclass
from datetime import date

from innovation_portal.bangla.bangabda import bangla_date
from innovation_portal.bangla.words import with_words
from innovation_portal.paper.pdf import from_template, page_count
from innovation_portal.sheets import Head

ANNEXES = "workplans/paper/annexes.html"
PACKAGE = "workplans/paper/package.html"
LONG = 600  # characters of a cell, about a third of a page


@dataclass(frozen=True)
class Row:
    """Name and points of each cell, a numbered point being a line of its text."""

    cells: list

    @property
    def long(self):
        """Whether the end of a page may cut it; a whole one would leave a gap there."""
        return any(sum(map(len, points)) > LONG for _name, points in self.cells)


@dataclass(frozen=True)
class Plan:
    """A printed table; ``fields`` name its columns."""

    style: str
    title: str
    lines: list
    fields: tuple
    heads: list
    rows: list


def plan_of_2017(data):
    """The seven numbered columns of 2017."""
    fields = (
        *("serial", "subject", "implementer", "process"),
        *("expected_result", "duration", "estimated_cost"),
    )
    heads = [
        [Head(text) for text in row]
        for row in (data["columns"], data["column_numbers"])
    ]
    lines = [f"{data['office_serial']} {data['office']}"]
    return _plan("plan-2017", data, lines, fields, heads)


def plan_of_2016(data):
    """The table of 2016, whose time has a beginning and an end below one heading."""
    fields = (
        *("serial", "subject", "start", "end"),
        *("responsible", "expected_result", "measure"),
    )
    above = [_spanning(column) for column in data["columns"]]
    below = [
        Head(text) for column in data["columns"] for text in column.get("children", ())
    ]
    lines = [data["office_line"], data["year_line"]]
    return _plan("plan-2016", data, lines, fields, [above, below])


def package(memo, plans, *, with_bangla_date=False, old_spelling=True):
    """The bytes of one PDF. Its enclosures are counted, unless the memo says them."""
    enclosure = memo.get("enclosure") or _enclosure(plans, old_spelling)
    day = date.fromisoformat(memo["date"])
    context = {
        "memo": memo,
        "labels": memo["labels"],
        "plans": plans,
        "enclosure": enclosure,
        "bangla_date": bangla_date(day) if with_bangla_date else "",
    }
    return from_template(PACKAGE, context)


def _enclosure(plans, old_spelling):
    """১৮ (আঠার) পাতা। Nothing for a memo that encloses nothing."""
    if not plans:
        return ""
    pages = page_count(ANNEXES, {"plans": plans})
    return f"{with_words(pages, old_spelling=old_spelling)} পাতা।"


def _plan(style, data, lines, fields, heads):
    rows = [
        Row([(name, item[name].splitlines()) for name in fields])
        for item in data["items"]
    ]
    return Plan(style, data["title"], lines, fields, heads, rows)


def _spanning(column):
    """A heading above others stands over them, one alone goes down to the rows."""
    below = len(column.get("children", ()))
    return Head(column["title"], across=below or 1, down=1 if below else 2)
