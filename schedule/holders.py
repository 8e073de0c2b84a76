"""Posts and persons of the directory as they stand now."""

from django.db.models import Q

from directory.models import Entry


def person_of(officer):
    """The key of the person, under whatever spelling."""
    return officer.same_as_id or officer.pk


def holders_of(lines):
    """The present entry of each post, by its line; posts that are gone are missing."""
    current = Entry.objects.current().select_related("officer")
    return {entry.line: entry for entry in current.filter(line__in=set(lines))}


def lines_of(officers):
    """The first line that each person has now, by the key of the person."""
    persons = {person_of(officer) for officer in officers}
    current = Entry.objects.current().select_related("officer").in_order()
    held = current.filter(Q(officer__in=persons) | Q(officer__same_as__in=persons))
    return {person_of(entry.officer): entry for entry in reversed(held)}
