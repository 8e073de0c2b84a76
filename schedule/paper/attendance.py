"""হাজিরা তালিকা: who is to come, and room for each to sign."""

from dataclasses import dataclass

from innovation_portal.bangla.digits import to_bangla
from schedule.paper.letter import (
    Column,
    Heading,
    Letterhead,
    Paper,
    Particulars,
    Table,
)
from schedule.paper.notice import timetable

COLUMNS = (
    Column("serial", "ক্রমিক", 1.4, "center"),
    Column("attendee", "নাম ও পদবি", 4.8),
    Column("office", "দপ্তর", 3.8),
    Column("reach", "মোবাইল/ই-মেইল", 4.4),
    Column("sign", "স্বাক্ষর", 3.0),
)
ROW = 1.3  # centimetres: room to sign
MARGINS = 1.6, 1.6, 1.8, 2.0


@dataclass(frozen=True, kw_only=True)
class Attendance:
    """``spare`` empty rows are for those who come without being named."""

    letterhead: tuple
    heading: str
    meeting: str
    chair: str
    day: str
    hour: str
    place: str
    invited: tuple = ()
    spare: int = 5

    def paper(self):
        times = timetable(self.day, self.hour, self.place)
        return Paper(
            f"{self.heading} – {self.meeting}",
            (
                Letterhead(self.letterhead),
                Heading(self.heading),
                Particulars((("বিষয়", self.meeting), ("সভাপতি", self.chair), *times)),
                Table("attendance", COLUMNS, tuple(self._rows()), ROW),
            ),
            options={"margins": MARGINS},
        )

    def _rows(self):
        rows = [
            (
                _lines(one.name, one.post),
                one.office,
                _lines(one.mobile, one.email),
                "",
            )
            for one in self.invited
        ]
        rows += [("", "", "", "")] * self.spare
        return [(f"{to_bangla(n)}.", *row) for n, row in enumerate(rows, 1)]


def _lines(*texts):
    return "\n".join(text for text in texts if text)
