"""Writes of the calendar of holidays. All raise ValidationError with a sentence."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from innovation_portal.organisation.models import Holiday
from innovation_portal.record.authorship import recorded


@recorded
def create_holiday(*, by, **fields):
    """A day that the branch adds; ``fields`` are those of the model."""
    return _saved(Holiday(), fields)


@recorded
def change_holiday(*, holiday, by, **fields):
    """Another day (the moon was seen late) or name; from now on the branch's own."""
    return _saved(holiday, fields)


@recorded
def remove_holiday(*, holiday, by):
    """The day is worked again; the record keeps that it was a holiday."""
    holiday.delete()


@recorded
def take_holidays(*, proposals, by):
    """Add calculated days, save those that are holidays already. Returns how many."""
    days = [proposal.day for proposal in proposals]
    known = set(Holiday.objects.filter(day__in=days).values_list("day", flat=True))
    new = [proposal.as_row() for proposal in proposals if proposal.day not in known]
    if not new:
        raise ValidationError(_("Tick at least one day that is no holiday yet."))
    return len(Holiday.objects.bulk_create(new, ignore_conflicts=True))


def _saved(holiday, fields):
    for name, value in fields.items():
        setattr(holiday, name, value)
    holiday.source = Holiday.Source.BRANCH
    holiday.full_clean()
    holiday.save()
    return holiday
