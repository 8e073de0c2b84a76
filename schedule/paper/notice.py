"""Letters of a sitting: the notice that calls to it, and what changes or undoes it."""

from dataclasses import dataclass
from datetime import date

from schedule.paper.letter import (
    Heading,
    Labelled,
    Lettered,
    Letterhead,
    Line,
    Memo,
    Numbered,
    Paper,
    Paragraph,
    Particulars,
    Signature,
)


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What stands around the words of each letter."""

    letterhead: tuple
    memo_number: str
    dated: date
    signatory: Signature
    with_bangla_date: bool = True
    recipients_title: str = "বিতরণ (জ্যেষ্ঠতার ক্রমানুসারে নয়):"
    recipients: tuple = ()
    copies_title: str = "সদয় অবগতির জন্য অনুলিপি:"
    copies: tuple = ()

    def around(self, title, *pieces):
        return Paper(
            title,
            (
                Letterhead(self.letterhead),
                Memo(self.memo_number, self.dated, self.with_bangla_date),
                *pieces,
                self.signatory,
                Numbered(self.recipients_title, self.recipients),
                Numbered(self.copies_title, self.copies),
            ),
        )


@dataclass(frozen=True, kw_only=True)
class Notice(Letter):
    """সভার নোটিশ. ``sentence`` and ``request`` are the office's own.

    The last item of ``agenda`` is বিবিধ by custom; a working paper may take its place.
    """

    heading: str
    sentence: str
    chair: str
    day: str
    hour: str
    place: str
    request: str
    online: str = ""
    subject: str = ""
    agenda: tuple = ()

    def paper(self):
        times = timetable(self.day, self.hour, self.place, self.online)
        agenda = (
            Lettered("আলোচ্যসূচি", self.agenda) if self.agenda else Line("কার্যপত্র সংযুক্ত।")
        )
        return self.around(
            f"{self.heading} – {self.day}",
            Heading(self.heading),
            *([Labelled("বিষয়ঃ", self.subject)] if self.subject else ()),
            Paragraph(self.sentence),
            Particulars((("সভাপতি", self.chair), *times)),
            agenda,
            Paragraph(self.request),
        )


@dataclass(frozen=True, kw_only=True)
class Change(Letter):
    """সভার সময় পরিবর্তন, সভা স্থগিত, সভা বাতিল; ``times`` are of one that was moved."""

    heading: str
    subject: str
    sentence: str
    request: str
    reference: str = ""
    times: tuple = ()

    def paper(self):
        return self.around(
            f"{self.heading} – {self.subject}",
            Heading(self.heading),
            Labelled("বিষয়ঃ", self.subject, bold=True),
            *([Labelled("সূত্রঃ", self.reference)] if self.reference else ()),
            Paragraph(self.sentence),
            *([Particulars(self.times)] if self.times else ()),
            Paragraph(self.request),
        )


def timetable(day, hour, place, online=""):
    """When and where, as pairs of label and words."""
    return (
        ("তারিখ ও বার", day),
        ("সময়", hour),
        ("স্থান", place),
        ("অনলাইন", online),
    )
