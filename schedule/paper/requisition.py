"""চাহিদাপত্র: what the branch is asked to have ready for a sitting."""

from dataclasses import dataclass

from innovation_portal.bangla.digits import to_bangla
from schedule.paper.letter import Column, Heading, Line, Paragraph, Particulars, Table
from schedule.paper.notice import Letter, timetable

COLUMNS = (
    Column("serial", "ক্রমিক", 1.5, "center"),
    Column("need", "চাহিদা", 8.5),
    Column("amount", "পরিমাণ", 3.0, "center"),
    Column("remark", "মন্তব্য", 3.7),
)


@dataclass(frozen=True, kw_only=True)
class Requisition(Letter):
    """``needs`` are pairs of what and how much, ``payer`` a sentence."""

    heading: str
    sentence: str
    meeting: str
    chair: str
    day: str
    hour: str
    place: str
    request: str
    needs: tuple = ()
    payer: str = ""

    def paper(self):
        times = timetable(self.day, self.hour, self.place)
        rows = [
            (f"{to_bangla(number)}.", need, amount, "")
            for number, (need, amount) in enumerate(self.needs, 1)
        ]
        return self.around(
            f"{self.heading} – {self.day}",
            Heading(self.heading),
            Paragraph(self.sentence),
            Particulars((("বিষয়", self.meeting), ("সভাপতি", self.chair), *times)),
            Table("needs", COLUMNS, tuple(rows)),
            *([Line(self.payer)] if self.payer else ()),
            Paragraph(self.request),
        )
