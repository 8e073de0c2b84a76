"""What the rows say of a sitting for its papers, with the list as it stands today.

Papers leave the house, so they tell of telephones what visitors may see.
"""

from django.db.models import Q
from django.utils.timezone import localtime

from directory.hiding import visitors_veil
from directory.models import Entry
from directory.staff import is_staff
from schedule.models import Move, PaperKind, SittingPaper
from schedule.paper.facts import Facts, Invited

SIGNATORIES = 200  # offered for one office
TELLING = (PaperKind.NOTICE, PaperKind.MOVED)  # papers that say when it is


def facts_of(sitting):
    """The Facts of a sitting, for any of its papers."""
    memo = _first_memo(sitting)
    room = sitting.room
    moved = _move_to_tell(sitting) if sitting.stands else None
    latest = sitting.moves.order_by("at", "pk").last()
    return Facts(
        kind=sitting.kind,
        subject=sitting.subject,
        begins=sitting.begins,
        ends=sitting.ends,
        place=_named(room) if room else sitting.place,
        chair=sitting.chair_as,
        office=sitting.organiser.name_bn,
        online=sitting.online,
        agenda=tuple(filter(None, map(str.strip, sitting.agenda.splitlines()))),
        people=sitting.people,
        equipment=tuple(room.equipment) if room else (),
        closed=sitting.closed,
        before=localtime(moved.during.lower) if moved else None,
        place_before=moved.place if moved else "",
        reason=latest.reason if latest else "",
        first_number=memo[0],
        first_date=memo[1],
        chairing=chairing(sitting),
        invited=tuple(invited(sitting)),
    )


def _move_to_tell(sitting):
    """The first move since those invited had a letter; where they had it all, the last.

    So a letter goes from what was told to what holds now, past what nobody heard of.
    """
    moves = sitting.moves.filter(kind=Move.Kind.MOVED).order_by("at", "pk")
    told = sitting.papers.filter(kind__in=TELLING).order_by("-made_at").first()
    untold = moves.filter(at__gt=told.made_at).first() if told else None
    return untold or moves.last()


def _named(room):
    return ", ".join(filter(None, (room.name_bn, room.whereabouts)))


def _first_memo(sitting):
    """Number and date of the letter that called it, as entered or as made here."""
    if sitting.letter_number:
        return sitting.letter_number, sitting.letter_date
    made = SittingPaper.objects.first_letter(sitting)
    return (made.number, made.dated) if made else ("", None)


def chairing(sitting):
    """The chair by his name; his post is the one with its courtesy."""
    honorific = sitting.chair.honorific
    return Invited(f"{honorific} {sitting.chair.name}".strip(), sitting.chair_as)


def invited(sitting):
    """Those taking part, in their order, as the list has them today."""
    parts = list(sitting.participants.select_related("officer"))
    lines = _entries(Q(line__in=[part.line for part in parts if part.line]))
    persons = [_person(part.officer) for part in parts if part.officer]
    of_persons = Q(officer__in=persons) | Q(officer__same_as__in=persons)
    by_line = {entry.line: entry for entry in lines}
    backwards = reversed(_entries(of_persons))  # of several charges, the first counts
    by_person = {_person(entry.officer): entry for entry in backwards}
    for part in parts:
        person = _person(part.officer) if part.officer else None
        entry = by_line.get(part.line) or by_person.get(person)
        yield _as_listed(entry, part) if entry else Invited(office=part.name)


def _person(officer):
    return officer.same_as_id or officer.pk


def _entries(condition):
    found = Entry.objects.current().filter(condition).select_related("officer")
    return visitors_veil().over(found.in_order())


def _as_listed(entry, part):
    """A vacant post is invited too: whoever comes for it writes his name."""
    named = part.officer is not None or entry.name
    return Invited(
        name=f"{entry.honorific} {entry.name}".strip() if named else "",
        post=entry.post,
        office=entry.section or entry.wing,
        mobile=entry.mobile,
        email=entry.email or part.email,
    )


def recipients(facts):
    """Posts and not persons, as the distribution of a letter has them."""
    return [
        ", ".join(filter(None, (one.post or one.name, one.office)))
        for one in facts.invited
    ]


def signatories(office):
    """Lines of officers of the office and below it, for whom to sign."""
    held = Entry.objects.current().within(office).exclude(officer=None).in_order()
    officers = [entry for entry in held[:SIGNATORIES] if not is_staff(entry.post)]
    return visitors_veil().over(officers)
