"""What others see of a sitting. Pages, feeds, files and searches show these values.

No row is handed to them, so that a closed sitting cannot be told of by mistake.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from schedule.circle import Circle
from schedule.models import Sitting


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A sitting as one reader may see it; of a veiled one only what comes first."""

    pk: int
    uid: UUID
    sequence: int
    state: str
    begins: datetime
    ends: datetime
    room: int | None
    where: str
    chair: int
    chair_as: str
    changed_at: datetime
    subject: str
    veiled: bool = False
    closed: bool = False
    kind: str = ""
    online: str = ""
    organiser: int | None = None
    organised_by: str = ""
    contact: str = ""
    people: int | None = None
    letter_number: str = ""
    letter_date: date | None = None
    has_scan: bool = False
    agenda: tuple[str, ...] = ()
    held_until: datetime | None = None
    held_by: str = ""
    awaits_approval: bool = False
    series: int | None = None

    @property
    def day(self):
        return self.begins.date()

    @property
    def last_day(self):
        """Midnight belongs to the day that ends with it."""
        return (self.ends - timedelta.resolution).date()

    @property
    def kind_name(self):
        return Sitting.Kind(self.kind).label if self.kind else ""

    @property
    def state_name(self):
        return Sitting.State(self.state).label

    @property
    def stands(self):
        """Whether the slot is its own; a hold that ran out is not."""
        return self.state in {"held", "confirmed"}


def shown(sittings, user):
    """Sittings as the user may see them, in their order. Names come with_names()."""
    sittings = list(sittings)
    open_to = _concerned_with([one for one in sittings if one.closed], user)
    return [
        _veiled(one) if one.closed and one.pk not in open_to else _whole(one)
        for one in sittings
    ]


def concerned(user, sitting):
    """Whether a closed sitting is open to the user."""
    return bool(_concerned_with([sitting], user))


def _concerned_with(sittings, user):
    if not sittings or not user.is_authenticated:
        return frozenset()
    asked = Sitting.objects.filter(pk__in=[one.pk for one in sittings])
    return set(asked.filter(Circle(user).within).values_list("pk", flat=True))


def _state(sitting):
    """A hold that ran out has lapsed, even before the clock has written it down."""
    over = sitting.state == Sitting.State.HELD and not sitting.stands
    return Sitting.State.LAPSED if over else sitting.state


def _always(sitting):
    return {
        "pk": sitting.pk,
        "uid": sitting.uid,
        "sequence": sitting.sequence,
        "state": str(_state(sitting)),
        "begins": sitting.begins,
        "ends": sitting.ends,
        "room": sitting.room_id,
        "chair": sitting.chair_id,
        "chair_as": sitting.chair_as,
        "changed_at": localtime(sitting.changed_at),
        "closed": sitting.closed,
    }


def _veiled(sitting):
    where = sitting.room.name if sitting.room else _("Outside")
    return Shown(**_always(sitting), veiled=True, where=where, subject=_("Busy"))


def _whole(sitting):
    holder = sitting.held_by.full_name if sitting.held_by else ""
    held = sitting.state == Sitting.State.HELD
    return Shown(
        **_always(sitting),
        where=sitting.where,
        subject=sitting.subject,
        kind=sitting.kind,
        online=sitting.online,
        organiser=sitting.organiser_id,
        organised_by=sitting.organiser.name,
        contact=sitting.contact,
        people=sitting.people,
        letter_number=sitting.letter_number,
        letter_date=sitting.letter_date,
        has_scan=sitting.letter_file_id is not None,
        agenda=tuple(sitting.agenda.splitlines()),
        held_until=localtime(sitting.held_until) if held else None,
        held_by=holder if held else "",
        awaits_approval=held and sitting.approval_asked_at is not None,
        series=sitting.series_id,
    )
