"""What a form says is entered once, with a chair from outside made on the way."""

from dataclasses import replace

from schedule.actions.sitting import change, enter, hold
from schedule.actions.writing import written
from schedule.details import Details
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
    """What the same user entered before that says the same in every respect."""
    chair = details.chair
    who = {"chair": chair} if chair.pk else {"chair__name": chair.name}
    alike = Sitting.objects.standing().filter(
        entered_by=by, during=details.during, subject=details.subject, **who
    )
    said = ((one, replace(Details.of(one), chair=chair)) for one in alike)
    return next((one for one, same in said if same == details), None)


def _with_chair(details):
    if details.chair.pk:
        return details
    guest = type(details.chair).objects.create(name=details.chair.name)
    return replace(details, chair=guest)
