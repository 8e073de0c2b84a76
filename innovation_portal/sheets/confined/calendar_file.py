"""Read one iCalendar file (RFC 5545) into JSON: its events, rules expanded.

What keeps an event from being taken is said by a code beside it: none is left out.
"""

import json
import re
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Calendar
from icalendar.prop import vBroken

from .values import RefusedError, clean

TEXTS = ("uid", "summary", "location", "description", "contact", "class", "status")
RULES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}  # no sitting comes more often
# Without one of these an event would stand at the wrong time; None is a torn line.
TIMES = {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"}
NEEDED = TIMES | {None}


def run(job):
    with open(job["path"], "rb") as file:
        told = _Reader(job).read(file.read())
    body = json.dumps({"events": told}, ensure_ascii=False).encode("utf-8", "replace")
    if len(body) > job["limits"]["answer"]:
        raise RefusedError("text")
    return body


def _items(component, name):
    """The values of a property that may come several times, save broken ones."""
    values = component.get(name, [])
    values = values if isinstance(values, list) else [values]
    return [value for value in values if not isinstance(value, vBroken)]


def _first(component, name):
    return next(iter(_items(component, name)), None)


def _parameter(value, name):
    return getattr(value, "params", {}).get(name)


def _text(component, name):
    return (clean(str(_first(component, name) or "")) or "").strip()


def _called(person):
    """What a person is called: CN (RFC 5545, 3.2.2), else the address."""
    address = re.sub("^mailto:", "", str(person or ""), flags=re.IGNORECASE)
    return clean(str(_parameter(person, "CN") or address)) or ""


def _chair(component):
    """Who has the role of the chair (3.2.16)."""
    people = _items(component, "attendee")
    chairs = (one for one in people if _parameter(one, "ROLE") == "CHAIR")
    return _called(next(chairs, None))


def _moment(component, name):
    """The date or datetime of a property, or None."""
    value = getattr(_first(component, name), "dt", None)
    return value if isinstance(value, date) else None


def _moments(component, name):
    """Days and times of EXDATE or RDATE; periods of RDATE by their beginning."""
    for values in _items(component, name):
        for value in getattr(values, "dts", ()):
            yield value.dt[0] if isinstance(value.dt, tuple) else value.dt


class _Reader:
    """``office`` is the zone of times without one; endless rules end at ``horizon``."""

    def __init__(self, job):
        self.office = ZoneInfo(job["zone"])
        self.horizon = datetime.combine(date.fromisoformat(job["horizon"]), time())
        self.most = job["limits"]["events"]
        self.most_of_a_rule = job["limits"]["occurrences"]
        self.told = []

    def read(self, data):
        events = self._events(data)
        exceptions = {
            (_text(event, "uid"), self._aware(moment)): event
            for event in events
            if (moment := _moment(event, "recurrence-id"))
        }
        for event in events:
            if _moment(event, "recurrence-id") is None:
                self._tell_all(event, exceptions)
        for (_uid, occurrence), event in exceptions.items():
            self._tell(event, occurrence, self._aware(_moment(event, "dtstart")))
        return self.told

    def _events(self, data):
        if data.upper().count(b"BEGIN:VEVENT") > self.most:
            raise RefusedError("rows")
        calendars = Calendar.from_ical(data.decode("utf-8-sig"), multiple=True)
        if not calendars:
            raise RefusedError("damaged")
        return [event for calendar in calendars for event in calendar.walk("VEVENT")]

    def _aware(self, moment):
        """A time with its zone; a day is its midnight at the office."""
        if moment is None:
            return None
        if not isinstance(moment, datetime):
            moment = datetime.combine(moment, time())
        return moment if moment.tzinfo else moment.replace(tzinfo=self.office)

    def _tell_all(self, event, exceptions):
        """Tell each occurrence, save those of which another component speaks."""
        begins = self._aware(_moment(event, "dtstart"))
        if begins is None or not ("rrule" in event or "rdate" in event):
            self._tell(event, None, begins)
            return
        codes = []
        for moment in self._occurrences(event, begins, codes):
            if (_text(event, "uid"), moment) not in exceptions:
                self._tell(event, moment, moment, codes)

    def _occurrences(self, event, begins, codes):
        """The times of all; the first alone where the rule cannot be followed."""
        by_rule = _by_rule(event, begins, self.horizon, codes)
        try:
            moments = {begins, *islice(by_rule, self.most_of_a_rule + 1)}
        except (ValueError, TypeError, KeyError):
            codes.append("rule")
            return [begins]
        moments |= {self._aware(moment) for moment in _moments(event, "rdate")}
        if len(moments) > self.most_of_a_rule:
            codes.append("many")
            return [begins]
        return sorted(moments - {self._aware(day) for day in _moments(event, "exdate")})

    def _tell(self, event, occurrence, begins, codes=()):
        if len(self.told) >= self.most:
            raise RefusedError("rows")
        length = self._length(event)
        ends = begins and length and self._at_office(begins + length)
        told = {name: _text(event, name) for name in TEXTS} | {
            "chair": _chair(event),
            "organizer": _called(_first(event, "organizer")),
            "occurrence": occurrence and occurrence.astimezone(UTC).isoformat(),
            "begins": begins and self._at_office(begins),
            "ends": ends,
            "codes": [*codes, *self._wrong(event, length)],
        }
        self.told.append(told)

    def _at_office(self, moment):
        return moment.astimezone(self.office).replace(tzinfo=None).isoformat()

    def _length(self, event):
        """How long it lasts: by DTEND or DURATION; None without either."""
        begins, ends = (self._aware(_moment(event, n)) for n in ("dtstart", "dtend"))
        if begins and ends:
            return ends - begins
        length = getattr(_first(event, "duration"), "dt", None)
        return length if isinstance(length, timedelta) else None

    def _wrong(self, event, length):
        start = _moment(event, "dtstart")
        if start is None:
            yield "untimed"
        elif not isinstance(start, datetime):
            yield "days"
        elif length is None:
            yield "endless"
        elif not start.tzinfo and _parameter(_first(event, "dtstart"), "TZID"):
            yield "zone"
        if _parameter(_first(event, "recurrence-id"), "RANGE"):
            yield "range"
        if NEEDED & {name for name, _reason in event.errors}:
            yield "broken"


def _by_rule(event, begins, horizon, codes):
    """Times by the RRULE, in the event's own zone, so that its summer time counts.

    Raises ValueError, TypeError or KeyError for a rule that cannot be followed.
    """
    if "rrule" not in event:
        return
    (rule,) = _items(event, "rrule")
    if not set(rule["FREQ"]) <= RULES:
        raise ValueError(rule["FREQ"])
    last = [_local(moment, begins.tzinfo) for moment in rule.pop("UNTIL", [])]
    if not last and "COUNT" not in rule:
        codes.append("unending")
        last = [horizon]
    start = begins.replace(tzinfo=None)
    for moment in rrulestr(rule.to_ical().decode(), dtstart=start):
        if last and moment > last[0]:
            return
        yield moment.replace(tzinfo=begins.tzinfo)


def _local(moment, zone):
    """UNTIL on the clock of a zone; a day counts to its end."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time.max)
    return moment.astimezone(zone).replace(tzinfo=None) if moment.tzinfo else moment
