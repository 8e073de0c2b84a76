"""Whom a sitting concerns, by the e-mail addresses that reach them.

An officer or a post is reached as the directory says now. An office is reached through
its head, the line of highest precedence that has an address; without one, not at all.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import F, Q

from directory.models import Entry
from schedule.models import Chair


@dataclass(frozen=True)
class Addressee:
    """``role`` is ROLE of RFC 5545, 3.2.16: a chair's office stands in for him."""

    email: str
    name: str
    role: str = "REQ-PARTICIPANT"


def addressees_of(sitting):
    """Those taking part and the office of the chair's day: one for each address."""
    parts = list(sitting.participants.select_related("officer", "office"))
    chair = Chair.objects.select_related("office").of(sitting.chair)
    reach = _Reach(sitting, parts, chair)
    found = [Addressee(reach.of_chair(), sitting.chair_as, "CHAIR")]
    found += [Addressee(reach.of_part(part), part.name) for part in parts]
    by_address = {}
    for one in found:
        if one.email:
            by_address.setdefault(one.email, one)
    return by_address


class _Reach:
    """Addresses of the present directory by line, person and office: one query."""

    def __init__(self, sitting, parts, chair):
        self.sitting, self.chair = sitting, chair
        persons = {_person(part.officer) for part in parts if part.officer}
        persons.add(_person(sitting.chair))
        lines = {part.line for part in parts if part.line} | {sitting.chair_line}
        offices = {part.office_id for part in parts if part.office_id}
        offices |= {chair.office_id} if chair else set()
        asked = Q(line__in=lines - {None}) | Q(office__in=offices)
        asked |= Q(officer__in=persons) | Q(officer__same_as__in=persons)
        rank = F("designation__precedence").asc(nulls_last=True)
        entries = Entry.objects.current().exclude(email="").filter(asked)
        self.lines, self.persons, self.offices = {}, {}, {}
        for entry in entries.select_related("officer").order_by(rank, "position"):
            self._keep(entry)

    def _keep(self, entry):
        if not (address := _address(entry.email)):
            return
        self.lines.setdefault(entry.line, address)
        self.offices.setdefault(entry.office_id, address)
        if entry.officer:
            self.persons.setdefault(_person(entry.officer), address)

    def of_part(self, part):
        if part.email:
            return _address(part.email)
        if part.office_id:
            return self.offices.get(part.office_id)
        person = part.officer and self.persons.get(_person(part.officer))
        return self.lines.get(part.line) or person

    def of_chair(self):
        """His office where he has one that keeps his day, else he himself."""
        office = self.chair and self.offices.get(self.chair.office_id)
        post = self.lines.get(self.sitting.chair_line)
        return office or post or self.persons.get(_person(self.sitting.chair))


def _person(officer):
    """The one key of a person with several spellings."""
    return officer.same_as_id or officer.pk


def _address(text):
    """The directory holds what was printed: several addresses, or none at all."""
    text = text.strip().lower()
    try:
        validate_email(text)
    except ValidationError:
        return None
    return text
