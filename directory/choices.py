"""What the list can be narrowed by: read from all lines once for each edition."""

from functools import lru_cache

from directory.models import Designation, Entry


def wings(edition):
    """Headings of the present list, which is the edition's, in its order."""
    return _read(edition.number, edition.published_at)[0] if edition else []


def designations(edition):
    """Those that its lines hold, highest first."""
    if edition is None:
        return Designation.objects.none()
    held = _read(edition.number, edition.published_at)[1]
    return Designation.objects.filter(pk__in=held)


@lru_cache(maxsize=4)  # a million lines take half a second to read
def _read(number, published_at):
    lines = Entry.objects.current()
    held = lines.exclude(designation=None).order_by().values_list("designation")
    return list(lines.wings()), [pk for (pk,) in held.distinct()]
