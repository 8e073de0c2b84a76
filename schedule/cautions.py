"""What deserves a second look before a sitting is entered, and does not stop it."""

from django.utils import timezone
from django.utils.translation import gettext as _

from innovation_portal.bangla.calendar import format_date
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language
from innovation_portal.organisation.worktime import days_off, working_time


def cautions(details):
    """Sentences for the user."""
    return [*_seats(details), *_hours(details), *_past(details)]


def _seats(details):
    room, people = details.room, details.people or 0
    if room and people > room.capacity:
        said = _("The room %(room)s has %(seats)s seats for %(people)s people.")
        yield said % {
            "room": room.name,
            "seats": in_digits(room.capacity, language()),
            "people": in_digits(people, language()),
        }


def _hours(details):
    first, last = details.begins.date(), details.ends.date()
    off = days_off(first, last)
    for day, why in off.items():
        said = _("Nobody works on %(day)s: %(why)s.")
        yield said % {"day": format_date(day, language()), "why": why}
    spans = working_time(first, last, breaks=False)
    if not off and not any(a <= details.begins and details.ends <= b for a, b in spans):
        yield _("This lies outside the working hours.")


def _past(details):
    if details.ends <= timezone.now():
        yield _("This time has passed; the sitting is entered for the records.")
