"""What papers say of a sitting, as plain values and as the words of their texts."""

from dataclasses import dataclass
from datetime import date, datetime

from innovation_portal.bangla.calendar import format_date, format_dates, weekday_name
from innovation_portal.bangla.clock import format_time
from innovation_portal.bangla.digits import to_bangla

KINDS = {
    "meeting": "সভা",
    "seminar": "সেমিনার",
    "training": "প্রশিক্ষণ",
    "workshop": "কর্মশালা",
    "other": "অনুষ্ঠান",
}


@dataclass(frozen=True)
class Invited:
    """One who is to come; where the list has no line for him, ``name`` says it all."""

    name: str = ""
    post: str = ""
    office: str = ""
    mobile: str = ""
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """``before`` and ``place_before`` are of the last move; ``first`` is a memo."""

    kind: str
    subject: str
    begins: datetime
    ends: datetime
    place: str
    chair: str
    office: str
    online: str = ""
    agenda: tuple = ()
    people: int | None = None
    equipment: tuple = ()
    closed: bool = False
    before: datetime | None = None
    place_before: str = ""
    reason: str = ""
    first_number: str = ""
    first_date: date | None = None
    chairing: Invited | None = None
    invited: tuple = ()

    @property
    def called(self):
        """মাসিক সমন্বয় সভা; of what is no such name: … সংক্রান্ত একটি সভা."""
        kind, subject = KINDS[self.kind], self.subject.rstrip(" ।")
        named = subject.endswith((*KINDS.values(), "বৈঠক"))
        return subject if named else f"{subject} সংক্রান্ত একটি {kind}"

    @property
    def day(self):
        """Of a training of several days, the first and the last."""
        return format_dates(self.begins.date(), self.ends.date(), "bn")

    @property
    def day_and_weekday(self):
        if self.begins.date() != self.ends.date():
            return self.day
        return f"{self.day}, {weekday_name(self.begins.date(), 'bn')}"

    @property
    def hour(self):
        return hour(self.begins)

    @property
    def expected(self):
        """How many will come, as far as it is known."""
        return self.people or len(self.invited) or None

    @property
    def only_elsewhere(self):
        """Whether the last move left the time as it was."""
        return self.before == self.begins

    @property
    def words(self):
        """What each name in braces stands for."""
        said = {
            "বিষয়": self.subject,
            "সভা": self.called,
            "সভাপতি": self.chair,
            "তারিখ": self.day,
            "বার": weekday_name(self.begins.date(), "bn"),
            "সময়": self.hour,
            "স্থান": self.place,
            "দপ্তর": self.office,
            "জন": to_bangla(self.expected or "……"),
            "কারণ": self.reason,
        }
        return said | self._words_of_change()

    def _words_of_change(self):
        before = self.before or self.begins
        known = self.first_number and self.first_date
        return {
            "আগের তারিখ": format_date(before.date(), "bn"),
            "আগের বার": weekday_name(before.date(), "bn"),
            "আগের সময়": hour(before),
            "আগের স্থান": self.place_before or self.place,
            "স্মারক নম্বর": self.first_number,
            "স্মারকের তারিখ": format_date(self.first_date, "bn") if known else "",
            "উপর্যুক্ত": "উপর্যুক্ত বিষয় ও সূত্রের" if known else "উপর্যুক্ত বিষয়ের",
        }


def hour(moment):
    """সকাল ১০:৩০ ঘটিকা"""
    return f"{format_time(moment, 'bn').removesuffix('টা')} ঘটিকা"
