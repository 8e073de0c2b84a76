"""Writes of the working hours. All raise ValidationError with a sentence."""

from innovation_portal.organisation.models import WorkingHours
from innovation_portal.record.authorship import recorded


@recorded
def create_hours(*, by, **fields):
    """Hours for some days; raises where other hours hold on one of them."""
    return _saved(WorkingHours(), fields)


@recorded
def change_hours(*, hours, by, **fields):
    return _saved(hours, fields)


@recorded
def remove_hours(*, hours, by):
    """The usual hours hold again; the record keeps what held."""
    hours.delete()


def _saved(hours, fields):
    for name, value in fields.items():
        setattr(hours, name, value)
    if hours.is_one_day:  # it is worked whatever its weekday
        hours.weekdays = [hours.since.isoweekday()]
    hours.full_clean()
    hours.save()
    return hours
