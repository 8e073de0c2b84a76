"""Rooms, chairs and sittings for tests; what a test relies on, it says itself."""

from datetime import date, datetime, time, timedelta
from itertools import count

from django.utils import timezone

from innovation_portal.bangla.clock import parse_time
from schedule.actions.sitting import enter
from schedule.details import Details
from schedule.models import Chair, Room
from tests.factories import OfficeFactory, OfficerFactory

DAY = date(2027, 2, 14)  # a Sunday to come
_next = count(1)


def at(clock, day=DAY):
    """An aware moment: at("10:30")."""
    return timezone.make_aware(datetime.combine(day, parse_time(clock)))


def room(**values):
    number = next(_next)
    said = {"name_bn": f"সভাকক্ষ {number}", "capacity": 30, "order": number}
    return Room.objects.create(**said | values)


def chair(name=None, **values):
    """An officer who is registered as a chair, with the office that keeps his day."""
    officer = OfficerFactory(**{"name": name} if name else {})
    said = {"office": OfficeFactory(), "shown_as": "সচিব মহোদয়"} | values
    return Chair.objects.create(officer=officer, **said)


def details(begins="10:00", ends="11:00", day=DAY, **values):
    """Details of a meeting of its own room, chair and office, unless told."""
    said = {
        "kind": "meeting",
        "subject": "মাসিক সমন্বয় সভা",
        "begins": at(begins, day),
        "ends": at(ends, day),
        "chair_as": "সচিব মহোদয়",
    } | values
    said.setdefault("chair", None)
    said["chair"] = said["chair"] or OfficerFactory()
    said["organiser"] = said.get("organiser") or OfficeFactory()
    if "room" not in said and not said.get("place"):
        said["room"] = room()
    return Details(**said)


def sitting(*args, by=None, override=None, **values):
    """A confirmed sitting, entered by the action."""
    return enter(details=details(*args, **values), by=by, override=override)


def in_days(days):
    return timezone.localdate() + timedelta(days=days)


def midnight(day):
    return timezone.make_aware(datetime.combine(day, time()))
