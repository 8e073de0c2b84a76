"""How long a sitting lasts, in words."""

from django.utils.translation import ngettext

from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language


def length_name(minutes):
    """১ ঘণ্টা ৩০ মিনিট, or 1 hour 30 minutes."""
    hours, rest = divmod(minutes, 60)
    parts = []
    if hours:
        parts.append(ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours})
    if rest:
        parts.append(ngettext("%(n)s minute", "%(n)s minutes", rest) % {"n": rest})
    return in_digits(" ".join(parts), language())
