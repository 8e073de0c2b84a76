"""What a sitting or a block wants, and who has it already."""

from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.calendar import format_date
from innovation_portal.bangla.clock import format_times
from schedule.details import Details
from schedule.models import Block, Claim, Policy, Refusal, Sitting, Strength
from schedule.showing import concerned
from schedule.spans import DateTimeTZRange, common, minus

TAKEN = {
    "room": _("The room is taken: %(name)s."),
    "officer": _("This person sits elsewhere at that time: %(name)s."),
    "office": _("This office takes part elsewhere at that time: %(name)s."),
}
HARD, WARNING = Strength.HARD, Strength.WARNING
AT_ONCE = 25  # sittings whose clashes are asked for in one question


class Want(NamedTuple):
    """A claim before it is made; ``resource`` is a kind and a key: ("room", 3)."""

    resource: tuple
    during: DateTimeTZRange
    strength: str
    name: str


def key_of(holder):
    """How a sitting or a block is named in an override: ("sitting", 12)."""
    return ("sitting" if isinstance(holder, Sitting) else "block", holder.pk)


@dataclass(frozen=True)
class Clash:
    """Two claims on one thing. A hard one is refused, the other only warned of."""

    kind: str
    name: str
    other: Sitting | Block
    during: DateTimeTZRange
    hard: bool
    resource: tuple

    @property
    def other_key(self):
        return key_of(self.other)

    @property
    def taken(self):
        return TAKEN[self.kind] % {"name": self.name}

    def sentence(self, user):
        """What is taken, by which sitting, when, where, who chairs, whom to call.

        Of one who takes part in a closed sitting strangers hear that he is busy.
        """
        return f"{self.taken} {_other(self.other, user, self.resource)}"


def _other(other, user, resource):
    times = said_times(other.during)
    closed = isinstance(other, Sitting) and other.closed
    hidden = closed and not concerned(user, other)
    if isinstance(other, Block) or (hidden and resource not in _seen_of(other)):
        return gettext("Busy: %(times)s.") % {"times": times}
    said = [
        gettext("Busy") if hidden else other.subject,
        times,
        other.room.name if other.room else "" if hidden else other.place,
        gettext("Chair: %(chair)s") % {"chair": other.chair_as},
        not hidden
        and gettext("Call: %(contact)s")
        % {"contact": other.contact or other.organiser.name},
    ]
    return gettext("%(facts)s.") % {"facts": "; ".join(filter(None, said))}


def _seen_of(closed):
    """What everyone sees a closed sitting take: its room and its chair."""
    person = closed.chair.same_as_id or closed.chair_id
    return ("room", closed.room_id), ("officer", person)


def said_times(during):
    """A span in words: one day with its hours, or the first and the last day."""
    language = get_language()
    begins, ends = timezone.localtime(during.lower), timezone.localtime(during.upper)
    if begins.date() == ends.date():
        clock = format_times(begins.time(), ends.time(), language)
        return f"{format_date(begins.date(), language)}, {clock}"
    return (
        f"{format_date(begins.date(), language)} – {format_date(ends.date(), language)}"
    )


def wanted(holder):
    """What a row or Details wants now; nothing where its slot is given up."""
    match holder:
        case Block():
            return [] if holder.ended_at else [_officer(holder.officer, holder.during)]
        case Sitting():
            return _of_details(Details.of(holder)) if holder.stands else []
        case Details():
            return _of_details(holder)


def _of_details(details):
    wants = [_room(details.room, details.during)] if details.room else []
    wants.append(_officer(details.chair, details.during))
    mode = Policy.objects.present().taking_part
    if mode != Policy.TakingPart.OFF:
        strength = HARD if mode == Policy.TakingPart.HARD else WARNING
        parts = (_part(part, details.during, strength) for part in details.parts)
        wants += filter(None, parts)
    return list(_once_each(wants).values())


def _once_each(wants):
    """The first want on each thing: a chair who is also invited claims once."""
    first = {}
    for want in wants:
        first.setdefault(want.resource, want)
    return first


def _officer(officer, during, strength=HARD):
    person = officer.same_as_id or officer.pk
    return Want(("officer", person), during, strength, officer.name)


def _room(room, during):
    cleared = during.upper + room.clearing
    return Want(
        ("room", room.pk), DateTimeTZRange(during.lower, cleared), HARD, room.name
    )


def _part(part, during, strength):
    if part.officer:
        return _officer(part.officer, during, strength)
    if part.office:
        return Want(("office", part.office.pk), during, strength, part.office.name)
    return None


def overlapping(wants, holder=None):
    """Pairs of a want and another's claim on the same thing at the same time."""
    return _pairs(wants, _claims_on(wants), holder)


def _claims_on(wants):
    """Claims that overlap one of the wants, by what they are on."""
    asked = Q(pk__in=[])
    for (name, key), during, _strength, _name in wants:
        asked |= Q(**{name: key}, during__overlap=during)
    over = Q(sitting__state="held", sitting__held_until__lte=timezone.now())
    by_resource = {}
    for claim in (
        Claim.objects.filter(asked)
        .exclude(over)
        .with_holders()
        .order_by("during", "pk")
    ):
        by_resource.setdefault(claim.resource, []).append(claim)
    return by_resource


def _pairs(wants, by_resource, holder):
    own = holder and holder.pk and key_of(holder)
    return [
        (want, claim)
        for want in wants
        for claim in by_resource.get(want.resource, ())
        if key_of(claim.holder) != own and common(want.during, claim.during)
    ]


def clashes_of(details, sitting=None):
    """Clashes that entering (or changing a sitting to) the details would make."""
    return find(wanted(details), sitting)


def clashes_of_many(asked):
    """The same for pairs of details and sitting or none, in a few questions."""
    found = []
    for start in range(0, len(asked), AT_ONCE):
        some = [(wanted(one), sitting) for one, sitting in asked[start:][:AT_ONCE]]
        claims = _claims_on([want for wants, _sitting in some for want in wants])
        found += [
            _clashes(_pairs(wants, claims, sitting), sitting) for wants, sitting in some
        ]
    return found


def find(wants, holder=None):
    """Clashes of these wants, hard ones first, less what was waived between the two."""
    return _clashes(overlapping(wants, holder), holder)


def _clashes(pairs, holder):
    clashes = [
        Clash(
            kind=want.resource[0],
            name=want.name,
            other=claim.holder,
            during=common(want.during, claim.during),
            hard=want.strength == HARD and claim.strength != WARNING,
            resource=want.resource,
        )
        for want, claim in pairs
        if not _is_waived(want, claim, holder)
    ]
    return sorted(clashes, key=lambda clash: not clash.hard)


def waived_by(holder, resource, other):
    """The spans that a sitting has given up to another on one thing."""
    if not isinstance(holder, Sitting) or not holder.pk:
        return []
    name, key = resource
    kind, other_key = key_of(other)
    waivers = holder.waivers.filter(**{name: key, f"other_{kind}": other_key})
    return list(waivers.values_list("during", flat=True))


def _is_waived(want, claim, holder):
    """Whether the holder gave way to the claim's, or the claim to the holder."""
    overlap = common(want.during, claim.during)
    given = waived_by(holder, want.resource, claim.holder)
    if claim.strength == Strength.WAIVED and holder and holder.pk:
        given += waived_by(claim.holder, want.resource, holder)
    return not minus(overlap, given)


def refusal_of(clashes):
    """The row that counts a refused attempt, not yet saved."""
    first = clashes[0]
    return Refusal(kind=first.kind, during=first.during)
