"""What a letter about a sitting says to the calendar program that opens it.

RFC 5546, 3.2.2 and 3.2.5. The organiser's address is the portal's own: programs take
changes from no other sender. Each letter names its own addressee alone.
"""

import re
from email.utils import parseaddr

from django.conf import settings
from icalendar import Calendar, Event, vCalAddress

from schedule.ical.event import add, calendar, frame, line

UNSAID = re.compile(r'["\x00-\x1f\x7f-\x9f\u2028\u2029]')  # in no parameter
# A letter is due when one of these has changed since the last; the rest is detail.
TOLD = ("DTSTART", "DTEND", "SUMMARY", "LOCATION", "DESCRIPTION")


def request(sitting, addressee, address):
    """The sitting as it is to stand in the addressee's calendar."""
    return _message("REQUEST", sitting, addressee, address, "CONFIRMED")


def cancellation(sitting, addressee, address, *, for_all):
    """``for_all`` unless he alone need not come: then no state is said."""
    return _message(
        "CANCEL", sitting, addressee, address, "CANCELLED" if for_all else None
    )


def gist(data):
    """What the addressee of an earlier letter knows."""
    (event,) = Calendar.from_ical(data).events
    return [event[name].to_ical() for name in TOLD if name in event]


def _message(method, sitting, addressee, address, status):
    made = calendar(METHOD=method, CALSCALE="GREGORIAN")
    event = Event()
    said = frame(sitting) | {"STATUS": status, "SUMMARY": sitting.subject}
    said["DESCRIPTION"] = "\n".join(_description(sitting))
    said["CLASS"] = "PRIVATE" if sitting.closed else "PUBLIC"
    add(event, said | {"CONTACT": sitting.contact, "URL": address})
    event.add("ORGANIZER", _organiser(sitting))
    event.add("ATTENDEE", _attendee(addressee))
    made.add_component(event)
    return made.to_ical().decode()


def _description(sitting):
    yield line("chair", sitting.chair_as)
    yield line("organiser", sitting.organiser.name)
    if sitting.online:
        yield line("online", sitting.online)


def _organiser(sitting):
    portal = parseaddr(settings.DEFAULT_FROM_EMAIL)[1]
    return _person(portal, CN=sitting.organiser.name)


def _attendee(addressee):
    return _person(
        addressee.email,
        CN=addressee.name,
        ROLE=addressee.role,
        PARTSTAT="NEEDS-ACTION",
        RSVP="FALSE",
    )


def _person(email, **parameters):
    person = vCalAddress(f"mailto:{email}")
    for name, value in parameters.items():
        person.params[name] = UNSAID.sub(" ", value)
    return person
