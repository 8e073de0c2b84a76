"""What a form says is entered once, with a chair from outside made on the way."""

from dataclasses import replace

from schedule.actions.sitting import change, enter, hold
from schedule.actions.writing import written
from schedule.models import Sitting


@written
def enter_once(*, details, until=None, by, override=None):
    """Enter the sitting, or hold its slot until a moment. Returns the Sitting.

    Sent twice, it is the one that stands. Raises what ``enter`` and ``hold`` raise.
    """
    if twin := _twin(details, by):
        return twin
    details = _with_chair(details)
    if until:
        return hold(details=details, until=until, by=by, override=override)
    return enter(details=details, by=by, override=override)


@written
def change_typed(*, details, by, **how):
    """As ``change``, with a chair from outside."""
    return change(details=_with_chair(details), by=by, **how)


def _twin(details, by):
    same = Sitting.objects.standing().filter(
        entered_by=by,
        subject=details.subject,
        during=details.during,
        room=details.room,
        place=details.place,
        chair__name=details.chair.name,
        chair_as=details.chair_as,
    )
    return same.first()


def _with_chair(details):
    if details.chair.pk:
        return details
    guest = type(details.chair).objects.create(name=details.chair.name)
    return replace(details, chair=guest)
