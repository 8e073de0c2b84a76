"""An iCalendar file as rows of texts: its events, each occurrence of a rule a row.

Of a description only the lines are taken that our own calendars write.
"""

from datetime import datetime
from itertools import islice

from dateutil.relativedelta import relativedelta
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.folding import clean, search_key
from innovation_portal.models import Office
from innovation_portal.sheets import SheetError, read_calendar
from innovation_portal.sheets.limits import OCCURRENCES
from schedule.ical.event import OURS, said_in
from schedule.importing.columns import YES
from schedule.importing.problems import Problem
from schedule.importing.rows import Reading, Row
from schedule.models import Room, Sitting

UNENDING, MONTHS = "unending", 12  # how far a rule without an end is followed
STATES = {"CANCELLED": Sitting.State.CANCELLED.value}
LONGEST_SHOWN, MOST_SHOWN = 60, 10  # of a place, and of all of them
PRIVATE = {"PRIVATE", "CONFIDENTIAL"}
SENTENCES = {
    "big": _("The calendar is larger than 2 MB; export fewer months and upload that."),
    "empty": _("The file is empty; export the calendar again and upload it."),
    "disguised": _("This is no calendar; export it as .ics and upload that."),
    "damaged": _("The calendar cannot be read; export it again and upload it."),
    "heavy": _(
        "Reading the calendar takes too much time or memory; export fewer months and"
        " upload that."
    ),
    "rows": _("The calendar holds too many events; export fewer months."),
    "text": _("The calendar holds too much text; export fewer months."),
}


def read(path, _filename):
    """The rows of a file. Raises ValidationError for what cannot be taken at all."""
    horizon = timezone.localdate() + relativedelta(months=MONTHS)
    try:
        events = read_calendar(path, zone=settings.TIME_ZONE, horizon=horizon)
    except SheetError as refused:
        raise ValidationError(SENTENCES[refused.code]) from refused
    known = _Known()
    reading = Reading([])
    for number, event in enumerate(events, 1):
        row = Row(number, {k: v for k, v in _texts(event, known).items() if v})
        reading.rows.append(row)
        reading.problems += _problems(row, event)
    reading.problems += [*_unending(events), *_outside(reading.rows)]
    if not events:
        reading.problems.append(Problem("no_events"))
    return reading


class _Known:
    """Rooms and offices by which a text of a calendar is told from any other."""

    def __init__(self):
        rooms = Room.objects.open()
        self.rooms = [name for room in rooms for name in (room.name_bn, room.name_en)]
        offices = Office.objects.open().values_list("name_bn", "name_en")
        self.offices = {search_key(name) for names in offices for name in names}

    def room(self, location):
        """The longest name of a room that the words of a location begin or end with."""
        key = f" {search_key(location)} "
        found = [name for name in self.rooms if name and _within(name, key)]
        return max(found, key=len, default="")

    def office(self, *names):
        """The first that is an office; a person who sent an invitation is none."""
        return next((n for n in names if n and search_key(n) in self.offices), "")


def _within(name, key):
    return f" {search_key(name)} " in key


def _texts(event, known):
    said = said_in(event["description"])
    room = known.room(event["location"])
    return {
        "subject": event["summary"],
        **_when(event),
        "room": room,
        "place": "" if room else clean(event["location"]),
        "chair": event["chair"] or said.get("chair"),
        "organiser": known.office(said.get("organiser"), event["organizer"]),
        "contact": event["contact"],
        "letter_number": said.get("letter_number", "").partition(", ")[0],
        "closed": YES if event["class"].upper() in PRIVATE else "",
        "state": STATES.get(event["status"].upper(), ""),
        "uid": _uid(event),
    }


def _when(event):
    """Day and hours as a workbook says them."""
    begins, ends = (
        datetime.fromisoformat(event[name]) if event[name] else None
        for name in ("begins", "ends")
    )
    texts = {}
    if begins:
        texts |= {"date": f"{begins:%Y-%m-%d}", "begins": f"{begins:%H:%M}"}
    if ends:
        texts |= {"until": f"{ends:%Y-%m-%d}", "ends": f"{ends:%H:%M}"}
    return texts


def _uid(event):
    """Ours as it is; each occurrence of a rule has its own, by its day in the rule."""
    own = event["uid"].removesuffix(OURS)
    return "/".join(filter(None, (own, event["occurrence"])))


def _problems(row, event):
    """What keeps an event from being understood, at its row."""
    for code in event["codes"]:
        if code != UNENDING:
            name = "ends" if code == "endless" else "date"
            yield row.problem(f"event_{code}", name, most=OCCURRENCES)


def _unending(events):
    """A rule without an end is followed for a year, and that is told."""
    names = (event["summary"] for event in events if UNENDING in event["codes"])
    for name in dict.fromkeys(names):
        yield Problem("event_unending", details={"name": name, "months": MONTHS})


def _outside(rows):
    """A room by another name would lose its guard, so these places are told."""
    places = (row.texts["place"] for row in rows if "place" in row.texts)
    named = dict.fromkeys(place[:LONGEST_SHOWN] for place in places)
    if named:
        told = "; ".join(islice(named, MOST_SHOWN))
        yield Problem("event_places", details={"places": told})
