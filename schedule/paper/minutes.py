"""কার্যবিবরণী: what was discussed and decided, and how far earlier decisions are."""

from dataclasses import dataclass
from datetime import date

from innovation_portal.bangla.digits import to_bangla
from innovation_portal.bangla.marks import numbered
from schedule.paper.letter import (
    Column,
    Heading,
    Letterhead,
    Memo,
    Paper,
    Paragraph,
    Particulars,
    Signature,
    Subheading,
    Table,
)

ANNEX = "পরিশিষ্ট-ক"
SERIAL = Column("serial", "ক্রমিক", 1.5, "center")
DECIDED = (
    SERIAL,
    Column("discussion", "আলোচনা", 5.4),
    Column("decision", "সিদ্ধান্ত", 5.0),
    Column("responsible", "বাস্তবায়নকারী", 2.7),
    Column("due", "সময়সীমা", 2.1),
)
EARLIER = (
    SERIAL,
    Column("decision", "সিদ্ধান্ত", 6.1),
    Column("responsible", "বাস্তবায়নকারী", 2.7),
    Column("due", "সময়সীমা", 2.1),
    Column("progress", "বাস্তবায়ন অগ্রগতি", 4.3),
)


@dataclass(frozen=True)
class Present:
    """Who was present, on a sheet of its own behind the minutes."""

    items: tuple
    name = "annex"
    heading = ANNEX
    title = "সভায় উপস্থিতির তালিকা"

    @property
    def marked(self):
        return numbered(self.items)

    def into(self, document):
        document.page_break()
        document.line(self.heading, align="right", bold=True)
        document.heading(self.title, underlined=False)
        document.listed(self.marked)


@dataclass(frozen=True, kw_only=True)
class MinutesPaper:
    """``decided`` has discussion, decision, who and until when; ``earlier`` has the
    decision, who, until when and the progress.
    """

    letterhead: tuple
    heading: str
    closing: str
    meeting: str
    chair: str
    day: str
    hour: str
    place: str
    signatory: Signature
    memo_number: str = ""
    dated: date | None = None
    opening: str = ""
    decided: tuple = ()
    earlier: tuple = ()
    present: tuple = ()

    def paper(self):
        return Paper(
            f"{self.heading} – {self.meeting}, {self.day}",
            (
                Letterhead(self.letterhead),
                *([Memo(self.memo_number, self.dated)] if self.dated else ()),
                Heading(self.heading),
                Particulars(tuple(self._particulars())),
                *(Paragraph(text) for text in self.opening.splitlines() if text),
                *self._tables(),
                Paragraph(self.closing),
                self.signatory,
                *([Present(self.present)] if self.present else ()),
            ),
            style="minutes",
        )

    def _particulars(self):
        yield "বিষয়", self.meeting
        yield "সভাপতি", self.chair
        yield "তারিখ ও বার", self.day
        yield "সময়", self.hour
        yield "স্থান", self.place
        yield "উপস্থিতি", ANNEX if self.present else ""

    def _tables(self):
        if self.earlier:
            yield Subheading("বিগত সভার সিদ্ধান্ত বাস্তবায়নের অগ্রগতি")
            yield Table("decided", EARLIER, _with_serials(self.earlier))
        if self.decided:
            yield Subheading("আলোচনা ও সিদ্ধান্ত")
            yield Table("decided", DECIDED, _with_serials(self.decided))


def _with_serials(rows):
    return tuple((f"{to_bangla(n)}.", *row) for n, row in enumerate(rows, 1))
