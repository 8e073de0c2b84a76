"""What must be settled, because something was changed after a sitting was entered."""

from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from innovation_portal.access.rights import offices_in_reach, reaches_all
from innovation_portal.models import Holiday, WorkingHours
from innovation_portal.organisation.worktime import days_off, working_time
from schedule.clashes import find, wanted
from schedule.diary import Busy
from schedule.holders import holders_of, lines_of, person_of
from schedule.models import Block, Chair, Claim, Participant, Sitting, Strength
from schedule.showing import Shown, shown


@dataclass(frozen=True)
class Double:
    """A sitting, or a chair's busy time, and what it met when a rule was changed."""

    sitting: Shown | None
    block: Block | None
    clashes: list

    @property
    def kind(self):
        return "sitting" if self.sitting else "block"

    @property
    def pk(self):
        return (self.sitting or self.block).pk

    @property
    def busy(self):
        return Busy.of(self.block)


@dataclass(frozen=True)
class Transferred:
    """``post`` is the line that the chair held as it stands now, ``own`` his line now.

    Each is None where there is none; a post may also be vacant.
    """

    sitting: Sitting
    post: object
    own: object


@dataclass(frozen=True)
class Off:
    """A sitting on a day or at an hour that is not worked any more, and why."""

    sitting: Sitting
    why: str

    @property
    def day(self):
        return self.sitting.begins.date()


@dataclass(frozen=True)
class Settling:
    """All that a user can settle, by its cause."""

    user: object

    @property
    def count(self):
        found = (self.doubles, self.transferred, self.invited, self.off, self.chairs)
        return sum(map(len, found))

    @cached_property
    def _offices(self):
        return set(
            offices_in_reach(self.user, "schedule.hold").values_list("pk", flat=True)
        )

    @cached_property
    def _sittings(self):
        """Those to come, organised within reach."""
        coming = Sitting.objects.standing().filter(
            organiser__in=self._offices, during__startswith__gt=timezone.now()
        )
        return list(coming.with_names().select_related("chair__same_as").in_order())

    @cached_property
    def doubles(self):
        claims = Claim.objects.filter(
            strength=Strength.UNSETTLED, during__endswith__gt=timezone.now()
        )
        holders = dict.fromkeys(claim.holder for claim in claims.with_holders())
        found = ((one, _hard(one)) for one in holders)
        return [
            self._double(one, clashes)
            for one, clashes in found
            if any(map(self._is_ours, (one, *(clash.other for clash in clashes))))
        ]

    def _double(self, holder, clashes):
        one = shown([holder], self.user)[0] if isinstance(holder, Sitting) else None
        said = [
            (clash.sentence(self.user), clash.other, self._is_ours(clash.other))
            for clash in clashes
        ]
        return Double(one, None if one else holder, said)

    def _is_ours(self, holder):
        office = holder.office_id if isinstance(holder, Block) else holder.organiser_id
        return office in self._offices

    @cached_property
    def transferred(self):
        """Sittings whose chair does not hold the post any more that names him."""
        named = [one for one in self._sittings if one.chair_line]
        posts = holders_of(one.chair_line for one in named)
        gone = [one for one in named if _left(one.chair, posts.get(one.chair_line))]
        own = lines_of(one.chair for one in gone)
        return [
            Transferred(one, posts.get(one.chair_line), own.get(person_of(one.chair)))
            for one in gone
        ]

    @cached_property
    def invited(self):
        """Pairs of who was invited by his post and the post's line, now another's."""
        parts = Participant.objects.exclude(line=None).select_related(
            "sitting", "officer"
        )
        parts = list(parts.filter(sitting__in=self._sittings))
        posts = holders_of(part.line for part in parts)
        return [
            (part, posts.get(part.line))
            for part in parts
            if _left(part.officer, posts.get(part.line))
        ]

    @cached_property
    def chairs(self):
        """Pairs of the branch's registry and the line of a post, now another's."""
        if not reaches_all(self.user, "schedule.keep"):
            return []
        chairs = list(Chair.objects.exclude(line=None).select_related("officer"))
        posts = holders_of(chair.line for chair in chairs)
        return [
            (chair, posts[chair.line])
            for chair in chairs
            if chair.line in posts
            and posts[chair.line].officer_id
            and _left(chair.officer, posts[chair.line])
        ]

    @cached_property
    def off(self):
        """Sittings whose day or hours were changed after they were last written."""
        if not self._sittings:
            return []
        first, last = _days(self._sittings)
        reasons, worked = days_off(first, last), working_time(first, last, breaks=False)
        found = ((one, _why_off(one, reasons, worked)) for one in self._sittings)
        found = [Off(one, why) for one, why in found if why is not None]
        changed = _changed({off.day for off in found}) if found else {}
        return [
            off
            for off in found
            if off.day in changed and changed[off.day] > off.sitting.changed_at
        ]


def _hard(holder):
    return [clash for clash in find(wanted(holder), holder) if clash.hard]


def _left(officer, line):
    """Whether the line, which may be gone, is not this officer's any more."""
    held_by = line.officer if line else None
    if officer is None or held_by is None:
        return officer is not held_by
    return person_of(officer) != person_of(held_by)


def _days(sittings):
    days = [day for one in sittings for day in (one.begins.date(), one.ends.date())]
    return min(days), max(days)


def _why_off(sitting, reasons, worked):
    """The reason, empty for hours that are not worked; None where all is well."""
    for day in (sitting.begins.date(), sitting.ends.date()):
        if day in reasons:
            return reasons[day]
    within = (a <= sitting.begins and sitting.ends <= b for a, b in worked)
    return None if any(within) else ""


def _changed(days):
    """When holidays or hours of each day were changed last, of those ever changed."""
    holidays = Holiday.pgh_event_model.objects.filter(day__in=days)
    changes = list(holidays.values_list("day", "day", "pgh_created_at"))
    hours = WorkingHours.pgh_event_model.objects.filter(
        since__lte=max(days), until__gte=min(days)
    )
    changes += hours.values_list("since", "until", "pgh_created_at")
    moments = {
        day: [at for first, last, at in changes if first <= day <= last] for day in days
    }
    return {day: max(at) for day, at in moments.items() if at}
