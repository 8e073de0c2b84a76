"""Two officers are found to be one person, or two after all."""

from django.conf import settings
from django.db import connection
from django.db.models import Q
from django.utils.module_loading import import_string

from directory.actions.errors import SamePerson
from directory.models import Officer
from innovation_portal.record.authorship import recorded

JOINING = 20170215  # key of the advisory lock


@recorded
def join(*, officer, to, by):
    """Make ``officer``, with all his spellings, the same person as ``to``.

    No line is written anew: each still names whom it was printed for. Returns the
    person. Raises SamePerson where they are one already.
    """
    _lock_all()
    officer.refresh_from_db()
    to.refresh_from_db()
    person = to.same_as or to
    if person in (officer, officer.same_as):
        raise SamePerson
    officer.spellings.update(same_as=person)
    officer.same_as = person
    officer.save(update_fields=["same_as"])
    _tell(person)
    return person


@recorded
def part(*, officer, by):
    """Let a spelling be a person of its own again."""
    _lock_all()
    person, officer.same_as = officer.same_as, None
    officer.save(update_fields=["same_as"])
    _tell(person, officer)


def _tell(*persons):
    """Let other apps, by the names in settings, follow in the same transaction."""
    keys = [person.pk for person in persons]
    spellings = Officer.objects.filter(Q(pk__in=keys) | Q(same_as__in=keys))
    for name in settings.PERSONS_JOINED:
        import_string(name)(officers=spellings)


def _lock_all():
    """One at a time: two who join each other crosswise would go in a circle."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [JOINING])
