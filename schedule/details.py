"""What is said of a sitting, wherever it comes from: a form, a workbook, a series."""

from dataclasses import dataclass, fields
from datetime import date, datetime

from directory.models import Officer
from innovation_portal.models import Office, StoredFile
from schedule.models import Participant, Room
from schedule.spans import span


@dataclass(frozen=True)
class Part:
    """One who takes part: ``name`` as papers print it, and what it was understood as.

    An officer with a ``line`` is invited as the holder of that post.
    """

    name: str
    officer: Officer | None = None
    office: Office | None = None
    line: int | None = None
    email: str = ""


@dataclass(frozen=True, kw_only=True)
class Details:
    """``begins`` and ``ends`` are aware; either ``room`` or ``place`` is given."""

    kind: str
    subject: str
    begins: datetime
    ends: datetime
    room: Room | None = None
    place: str = ""
    online: str = ""
    chair: Officer
    chair_as: str
    chair_line: int | None = None
    organiser: Office
    contact: str = ""
    people: int | None = None
    letter_number: str = ""
    letter_date: date | None = None
    letter_file: StoredFile | None = None
    letter_filename: str = ""
    agenda: str = ""
    closed: bool = False
    parts: tuple[Part, ...] = ()

    @classmethod
    def of(cls, sitting):
        """What a row says now."""
        parts = tuple(
            Part(part.name, part.officer, part.office, part.line, part.email)
            for part in sitting.participants.select_related("officer", "office")
        )
        said = {name: getattr(sitting, name) for name in (*COLUMNS, "begins", "ends")}
        return cls(parts=parts, **said)

    @property
    def during(self):
        """Raises ValidationError where the end does not lie after the beginning."""
        return span(self.begins, self.ends)

    def write_on(self, sitting):
        """Put all but those taking part on a row, which is not saved."""
        sitting.during = self.during
        for name in COLUMNS:
            setattr(sitting, name, getattr(self, name))

    def write_parts(self, sitting):
        """Keep those taking part; rows that say the same stay as they are."""
        kept = {self._said(part): part for part in sitting.participants.all()}
        wanted = [
            Participant(sitting=sitting, order=order, **vars(part))
            for order, part in enumerate(self.parts, 1)
        ]
        said = {self._said(part) for part in wanted}
        for part in (part for key, part in kept.items() if key not in said):
            part.delete()
        new = [part for part in wanted if self._said(part) not in kept]
        Participant.objects.bulk_create(new)

    @staticmethod
    def _said(part):
        return (
            part.order,
            part.name,
            part.officer_id,
            part.office_id,
            part.line,
            part.email,
        )


COLUMNS = tuple(
    field.name
    for field in fields(Details)
    if field.name not in {"begins", "ends", "parts"}
)
