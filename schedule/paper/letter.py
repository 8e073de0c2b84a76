"""What official letters are made of: each piece goes into the PDF and into Word's file.

A paper is a title and its pieces from top to bottom, so that its words are made once:
``templates/schedule/paper/letter.html`` draws a piece by its ``name``, and ``into``
writes it on a ``Document``.
"""

from dataclasses import dataclass, field
from datetime import date
from functools import partial

from innovation_portal.bangla.bangabda import bangla_date
from innovation_portal.bangla.calendar import format_date
from innovation_portal.bangla.digits import to_bangla
from innovation_portal.bangla.marks import lettered, numbered
from innovation_portal.paper.apart import from_template_apart
from innovation_portal.paper.docx import Column as WordColumn
from innovation_portal.paper.docx import Document

TEMPLATE = "schedule/paper/letter.html"
MEMORY, SECONDS = 1024**3, 30  # bytes of address space; of a processor
DRAW = partial(from_template_apart, memory=MEMORY, seconds=SECONDS)


@dataclass(frozen=True)
class Letterhead:
    """The lines of an office's paper; the second is the ministry's name."""

    lines: tuple
    name = "letterhead"

    def into(self, document):
        document.letterhead(self.lines)


@dataclass(frozen=True)
class Memo:
    """The memo number, and the date in one calendar or in both.

    Without a number the place stays free: it is given when the letter is issued.
    """

    number: str
    dated: date
    with_bangla_date: bool = True
    name = "memo"

    @property
    def numbered(self):
        return f"স্মারক নং-{self.number}"

    @property
    def printed(self):
        return format_date(self.dated, "bn")

    @property
    def bangla(self):
        return bangla_date(self.dated) if self.with_bangla_date else ""

    def into(self, document):
        dates = [day for day in (self.bangla, self.printed) if day]
        document.memo(self.numbered, dates)


@dataclass(frozen=True)
class Heading:
    text: str
    name = "heading"

    def into(self, document):
        document.heading(self.text)


@dataclass(frozen=True)
class Subheading:
    text: str
    name = "subheading"

    def into(self, document):
        document.subheading(self.text)


@dataclass(frozen=True)
class Labelled:
    """বিষয়ঃ or সূত্রঃ, and what it is."""

    label: str
    text: str
    bold: bool = False
    name = "labelled"

    def into(self, document):
        document.labelled(self.label, self.text, bold=self.bold)


@dataclass(frozen=True)
class Paragraph:
    text: str
    name = "paragraph"

    def into(self, document):
        document.paragraph(self.text)


@dataclass(frozen=True)
class Line:
    """A line that is no paragraph: কার্যপত্র সংযুক্ত।"""

    text: str
    name = "line"

    def into(self, document):
        document.line(self.text, before=8)


@dataclass(frozen=True)
class Particulars:
    """Pairs of a label and what is said; of those without a word nothing is told."""

    pairs: tuple
    name = "particulars"

    @property
    def said(self):
        return [(label, text) for label, text in self.pairs if text]

    def into(self, document):
        document.particulars(self.said)


@dataclass(frozen=True)
class Lettered:
    """(ক), (খ) … below a heading; nothing where there are no items."""

    title: str
    items: tuple
    name = "lettered"

    @property
    def marked(self):
        return lettered(self.items)

    def into(self, document):
        if self.items:
            document.subheading(self.title)
            document.listed(self.marked, left=1.2)


@dataclass(frozen=True)
class Numbered:
    """Whom a letter goes to: ১., ২. …; nothing where it goes to nobody."""

    title: str
    items: tuple
    name = "numbered"

    def into(self, document):
        if self.items:
            document.gap(10)
            document.subheading(self.title)
            document.listed(numbered(self.items))


@dataclass(frozen=True)
class Signature:
    """Room to sign, then who signs: name in brackets, post, office, how to reach."""

    person: str
    post: str = ""
    office: str = ""
    phone: str = ""
    email: str = ""
    signed_on: date | None = None
    name = "signature"

    @property
    def lines(self):
        """As printed, the empty ones left out."""
        day = self.signed_on
        lines = (
            to_bangla(f"{day:%d.%m}.{day.year:04}") if day else "",
            f"({self.person})" if self.person else "",
            self.post,
            f"({self.office})" if self.office else "",
            f"ফোনঃ {to_bangla(self.phone)}" if self.phone else "",
            f"ই-মেইলঃ {self.email}" if self.email else "",
        )
        return [line for line in lines if line]

    def into(self, document):
        document.signature(self.lines)


@dataclass(frozen=True)
class Column:
    """``key`` names its width in static/css/paper.css; ``width`` is Word's, in cm."""

    key: str
    title: str
    width: float
    align: str = "left"


@dataclass(frozen=True)
class Table:
    """Rows of texts, as many as columns; a text alone is a band across the table."""

    style: str
    columns: tuple
    rows: tuple
    row_height: float = 0  # at least, in centimetres; the PDF's is in paper.css
    name = "table"

    @property
    def drawn(self):
        """For each row: the text of a band, or its cells, each with its column."""
        for row in self.rows:
            band = isinstance(row, str)
            cells = () if band else zip(self.columns, row, strict=True)
            yield (
                row if band else "",
                [(column, text.split("\n")) for column, text in cells],
            )

    def into(self, document):
        columns = [WordColumn(one.title, one.width, one.align) for one in self.columns]
        document.table(columns, self.rows, row_height=self.row_height)


@dataclass(frozen=True)
class Paper:
    """A title for the file's properties, and the pieces; a sheet may lie."""

    title: str
    pieces: tuple
    style: str = "letter"
    options: dict = field(default_factory=dict)  # of Word's Document


def pdf(paper, *, draw=DRAW):
    """The bytes of the PDF, drawn in a process of its own unless told otherwise.

    Raises what ``from_template_apart`` does.
    """
    return draw(TEMPLATE, {"paper": paper})


def docx(paper, *, made_at):
    """The bytes of the Word document; ``made_at`` is an aware datetime."""
    document = Document(title=paper.title, made_at=made_at, **paper.options)
    for piece in paper.pieces:
        piece.into(document)
    return bytes(document)
