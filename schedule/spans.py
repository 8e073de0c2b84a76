"""Arithmetic of spans of time: half-open ranges [begin, end), so that two may abut."""

from django.core.exceptions import ValidationError
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils.translation import gettext as _

YEARS = range(1900, 2200)  # a row of another could not even be read everywhere


def span(begins, ends):
    """The range [begins, ends). Raises ValidationError for one that is empty or lies
    in no year that the portal knows.
    """
    if ends <= begins or {begins.year, ends.year} - {*YEARS}:
        raise ValidationError(_("The end must lie after the beginning."))
    return DateTimeTZRange(begins, ends)


def common(one, other):
    """What two spans share, or None."""
    lower, upper = max(one.lower, other.lower), min(one.upper, other.upper)
    return DateTimeTZRange(lower, upper) if lower < upper else None


def shared(one, others):
    """What a span shares with each of several."""
    return list(filter(None, (common(one, other) for other in others)))


def minus(whole, parts):
    """What is left of a span without others, in the order of time."""
    left, begins = [], whole.lower
    for part in sorted(shared(whole, parts), key=lambda part: part.lower):
        if part.lower > begins:
            left.append(DateTimeTZRange(begins, part.lower))
        begins = max(begins, part.upper)
    if begins < whole.upper:
        left.append(DateTimeTZRange(begins, whole.upper))
    return left
