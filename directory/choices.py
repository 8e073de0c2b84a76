"""What the list can be narrowed by: read from all lines once for each edition."""

from functools import lru_cache

from directory.models import Designation, Edition, Entry


def wings():
    """Headings of the present list in its order."""
    return _read(*_edition())[0]


def designations():
    """Those that lines of the present list hold, highest first."""
    return Designation.objects.filter(pk__in=_read(*_edition())[1])


def _edition():
    said = Edition.objects.order_by("-number").values_list("number", "published_at")
    return said.first() or ("none", None)


@lru_cache(maxsize=4)  # a million lines take half a second to read
def _read(number, published_at):
    lines = Entry.objects.current()
    held = lines.exclude(designation=None).order_by().values_list("designation")
    return list(lines.wings()), [pk for (pk,) in held.distinct()]
