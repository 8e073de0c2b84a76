"""People and offices to choose from, as boxes to tick: works without any script."""

from dataclasses import dataclass, replace

from django.db.models import Q

from directory.models import Entry, Officer
from innovation_portal.bangla.folding import clean
from innovation_portal.models import Office
from schedule.models import Chair

AT_ONCE = 8  # of each kind, for one search


@dataclass(frozen=True)
class Choice:
    """``field`` is "officer" or "office"; ``note`` tells two of one name apart."""

    field: str
    key: int
    name: str
    note: str = ""
    ticked: bool = False
    found: bool = False  # by the search


def people_choices(officers, offices, text=""):
    """The registered chairs, those chosen, and what a search finds, each once."""
    chosen = {("officer", one.same_as_id or one.pk) for one in officers}
    chosen |= {("office", one.pk) for one in offices}
    offered = [*_chairs(), *_officers(officers), *map(_office, offices)]
    found = (
        [*_found_officers(text), *map(_office, _found_offices(text))] if text else []
    )
    known = {(one.field, one.key) for one in found}
    once = {}
    for one in (*offered, *found):
        once.setdefault((one.field, one.key), one)
    return [
        replace(one, ticked=key in chosen, found=key in known)
        for key, one in once.items()
    ]


def _chairs():
    for chair in Chair.objects.in_order():
        officer = chair.officer
        key = officer.same_as_id or officer.pk
        yield Choice("officer", key, chair.shown_as, officer.name)


def _officers(officers):
    """By their present lines; who stands in no list is known by the name alone."""
    keys = [officer.pk for officer in officers]
    lines = Entry.objects.current().filter(
        Q(officer__in=keys) | Q(officer__same_as__in=keys)
    )
    posts = {_person(line.officer): line for line in lines.select_related("officer")}
    for officer in officers:
        line = posts.get(_person(officer))
        yield Choice(
            "officer", _person(officer), officer.name, _post(line) if line else ""
        )


def _found_officers(text):
    held = Entry.objects.current().exclude(officer=None)
    for line in held.search(text).in_order().select_related("officer")[:AT_ONCE]:
        yield Choice("officer", _person(line.officer), line.name, _post(line))


def _found_offices(text):
    found = Office.objects.open()
    for word in clean(text).split():
        found = found.filter(
            Q(name_bn__icontains=word)
            | Q(name_en__icontains=word)
            | Q(abbreviation__iexact=word)
        )
    return found.in_order()[:AT_ONCE]


def _office(office):
    return Choice("office", office.pk, office.name)


def _person(officer: Officer):
    return officer.same_as_id or officer.pk


def _post(line):
    return ", ".join(filter(None, (line.post, line.section)))
