"""Writes of the organisation: offices made, renamed, moved, put in order, closed.

All raise ValidationError, with a sentence for the user, where a rule forbids it.
"""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from innovation_portal.organisation.models import FormerName, Office
from innovation_portal.record.authorship import recorded

NAMES = ("name_bn", "name_en")


@recorded
def create_office(*, name_bn, kind, parent, by, since=None, **fields):
    """A new office; ``fields`` are name_en, abbreviation and order."""
    office = Office(
        name_bn=name_bn, kind=kind, parent=parent, named_since=since, **fields
    )
    office.full_clean()
    office.save()
    return office


@recorded
def change_office(*, office, by, since=None, **fields):
    """New values for an office; with ``since``, its old names are kept until then.

    Without it a changed name is a correction, and the office never bore the old one.
    """
    before = Office.objects.select_for_update().get(pk=office.pk)
    renamed = any(getattr(before, name) != fields.get(name) for name in NAMES)
    for name, value in fields.items():
        setattr(office, name, value)
    if renamed and since:
        _keep_name(before, since)
        office.named_since = since
    _below_no_child(office)
    office.full_clean()
    office.save()
    return office


@recorded
def close_office(*, office, day, by):
    """The office ends on a day; its entries and papers keep it."""
    if office.children.open().exists():
        raise ValidationError(_("Close or move the offices below it first."))
    if day > timezone.localdate():
        raise ValidationError(_("This day is still to come."))
    office.closed_on = day
    office.save(update_fields=["closed_on"])


def _keep_name(office, until):
    if office.named_since and until <= office.named_since:
        raise ValidationError(_("The present name holds from a later day."))
    former = FormerName(
        office=office, name_bn=office.name_bn, name_en=office.name_en, until=until
    )
    former.full_clean()
    former.save()


def _below_no_child(office):
    if office.parent and office.parent.is_within(office):
        raise ValidationError(_("An office cannot stand below itself."))
