"""The registry of those who chair often, kept by the branch."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from directory.models import Officer
from schedule.actions.writing import written
from schedule.models import Chair


@written
def create_chair(*, officer=None, honorific="", name="", by, **said):
    """An officer, or without one a new one from outside the directory, such as the
    Minister. Raises ValidationError where he is in the registry already.
    """
    if officer is None:
        officer = Officer.objects.create(honorific=honorific, name=name)
    return _save(Chair(), officer, said)


@written
def change_chair(*, chair, officer, by, **said):
    """Raises ValidationError where another chair is the same person."""
    return _save(chair, officer, said)


def _save(chair, officer, said):
    person = officer.same_as or officer
    listed = Chair.objects.of(person)
    if listed and listed != chair:
        raise ValidationError(
            _("This person is in the registry already, as: %(chair)s")
            % {"chair": listed.shown_as}
        )
    chair.officer = person
    for name, value in said.items():
        setattr(chair, name, value)
    chair.full_clean()
    chair.save()
    return chair
