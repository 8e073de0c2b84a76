"""What the texts of a row mean: a sitting as it would be entered."""

from datetime import datetime
from functools import cached_property
from uuid import NAMESPACE_URL, UUID, uuid5

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone

from innovation_portal.access.rights import offices_in_reach
from innovation_portal.bangla.calendar import parse_date
from innovation_portal.bangla.clock import parse_time
from innovation_portal.bangla.digits import to_ascii
from innovation_portal.bangla.folding import clean, clean_lines, search_key
from innovation_portal.models import Office
from schedule.details import Details, Part
from schedule.importing.columns import COLUMNS, KINDS, STATES, YES
from schedule.importing.people import People
from schedule.importing.rows import Line
from schedule.models import Room, Sitting
from schedule.models.span import LONGEST_SITTING

RIGHT = "schedule.hold"
LIMITS = {
    name: Sitting._meta.get_field(name).max_length
    for name in ("subject", "place", "online", "chair_as", "contact", "letter_number")
} | {"agenda": Sitting._meta.get_field("agenda").max_length}
CLOSED = {search_key(word) for word in (YES, "সীমিত", "yes", "y", "true", "1")}
OPEN = {search_key(word) for word in ("", "না", "উন্মুক্ত", "no", "n", "false", "0")}
MOST_PEOPLE = 32767
MOST_PARTS = 200
LONGEST_SHOWN = 60  # signs of a text that was not understood
LONGEST_NAME = 250
LONGEST_UID = 1000
ENDED = {Sitting.State.POSTPONED, Sitting.State.CANCELLED, Sitting.State.LAPSED}


def values_of(words):
    """Values by the keys of what they are called in a workbook, or of themselves."""
    return {search_key(word): value for value, word in words.items()} | {
        str(value): value for value in words
    }


class Understanding:
    """Reads the rows of one file for a user; ``defaults`` are texts where a row says
    nothing. What was found once is not asked for again.
    """

    def __init__(self, by, defaults=None):
        self.by, self.defaults = by, defaults or {}
        self.people = People()
        self.kinds, self.states = values_of(KINDS), values_of(STATES)

    @cached_property
    def rooms(self):
        rooms = list(Room.objects.open())
        names = {search_key(room.name_en): room for room in rooms if room.name_en}
        return names | {search_key(room.name_bn): room for room in rooms}

    @cached_property
    def offices(self):
        """Open offices by the keys of their names; of two so called, the higher."""
        found = {}
        for office in Office.objects.open().order_by("-path"):
            for name in (office.name_bn, office.name_en, office.abbreviation):
                if name:
                    found[search_key(name)] = office
        return found

    @cached_property
    def reach(self):
        return set(offices_in_reach(self.by, RIGHT).values_list("pk", flat=True))

    def line(self, row):
        return _Reader(self, row).line()


class _Reader:
    """One row; what is wrong is gathered, so that all of it is told at once."""

    def __init__(self, known, row):
        self.known, self.row, self.problems = known, row, []

    def line(self):
        uid, details = self._uid(), self._details()
        if self.problems:
            return Line(row=self.row, uid=uid, problems=self.problems)
        return Line(row=self.row, uid=uid, details=details)

    def _details(self):
        begins, ends = self._when()
        chair, chair_as, line = self._chair()
        said = {
            "kind": self._kind(),
            "subject": self._text("subject", needed=True),
            "begins": begins,
            "ends": ends,
            **self._where(),
            "online": self._address(),
            "chair": chair,
            "chair_as": chair_as,
            "chair_line": line,
            "organiser": self._organiser(),
            "contact": self._text("contact"),
            "people": self._number(),
            "letter_number": self._text("letter_number"),
            "letter_date": self._day("letter_date"),
            "agenda": self._text("agenda", cleaned=clean_lines),
            "closed": self._closed(),
            "parts": self._parts(),
        }
        self._state()
        return None if self.problems else Details(**said)

    def _typed(self, name):
        return self.row.texts.get(name) or self.known.defaults.get(name, "")

    def _wrong(self, code, name, **details):
        self.problems.append(self.row.problem(code, name, **details))

    def _text(self, name, *, needed=False, cleaned=clean):
        text, limit = self._typed(name), LIMITS[name]
        # Cleaning makes a text shorter, but not ten times.
        text = text if len(text) > 10 * limit else cleaned(text)
        if len(text) > limit:
            self._wrong("too_long", name, limit=limit)
        elif needed and not text:
            self._wrong("missing", name)
        return text

    def _among(self, name, values, code, **details):
        """The value that a text says, none for an empty or an unknown one."""
        text = self._typed(name)
        found = values.get(search_key(text[:LONGEST_NAME])) if text else None
        if text and found is None:
            self._wrong(code, name, text=text[:LONGEST_SHOWN], **details)
        return found

    def _kind(self):
        words = ", ".join(KINDS.values())
        found = self._among("kind", self.known.kinds, "kind", known=words)
        return found or Sitting.Kind.MEETING

    def _state(self):
        """What was given up is not entered anew; the rest is entered as any other."""
        state = self.known.states.get(search_key(self._typed("state")[:LONGEST_SHOWN]))
        if state in ENDED:
            self._wrong("state", "state")

    def _uid(self):
        """An identity of ours, or one made of another program's."""
        text = self._typed("uid")[:LONGEST_UID]
        try:
            return UUID(text) if text else None
        except ValueError:
            return uuid5(NAMESPACE_URL, text)

    def _day(self, name, *, needed=False):
        text = self._typed(name)[:LONGEST_SHOWN]
        day = parse_date(text) if text else None
        if needed and not text:
            self._wrong("missing", name)
        elif text and not day:
            self._wrong("date", name, text=text)
        return day

    def _clock(self, name):
        text = self._typed(name)[:LONGEST_SHOWN]
        moment = parse_time(text, of_office=True) if text else None
        if not text:
            self._wrong("missing", name)
        elif moment is None:
            self._wrong("time", name, text=text)
        return moment

    def _when(self):
        day, until = self._day("date", needed=True), self._day("until")
        clocks = self._clock("begins"), self._clock("ends")
        if day is None or None in clocks:
            return None, None
        begins, ends = (
            timezone.make_aware(datetime.combine(one, clock))
            for one, clock in zip((day, until or day), clocks, strict=True)
        )
        if ends <= begins:
            self._wrong("order", "ends")
        elif ends - begins > LONGEST_SITTING:
            self._wrong("long", "until")
        elif ends <= timezone.now():
            self._wrong("past", "date")
        return begins, ends

    def _where(self):
        names = ", ".join(
            dict.fromkeys(room.name for room in self.known.rooms.values())
        )
        room = self._among("room", self.known.rooms, "room", known=names)
        place = self._text("place")
        if room and place:
            self._wrong("both_places", "place")
        elif not place and not self._typed("room"):
            self._wrong("where", "room")
        return {"room": room, "place": place}

    def _address(self):
        text = self._text("online")
        try:
            if text:
                URLValidator(["http", "https"])(text)
        except ValidationError:
            self._wrong("address", "online", text=text[:LONGEST_SHOWN])
        return text

    def _chair(self):
        """The officer, what he is shown as, and the line that is his post."""
        name, shown_as = self._typed("chair"), self._text("chair_as")
        if not (name or shown_as):
            self._wrong("missing", "chair")
            return None, "", None
        found = self.known.people.chairs(name[:LONGEST_NAME], shown_as)
        if len(found) == 1:
            return found[0].officer, shown_as or found[0].shown_as, found[0].line
        said = {"text": (name or shown_as)[:LONGEST_SHOWN]}
        if found:
            self._wrong("chairs", "chair", **said, column=COLUMNS["chair_as"].heading)
        else:
            self._wrong("chair", "chair", **said)
        return None, "", None

    def _organiser(self):
        office = self._among("organiser", self.known.offices, "office")
        if office is None and not self._typed("organiser"):
            office = self.known.by and self.known.by.office
        if office and self.known.by and office.pk not in self.known.reach:
            self._wrong("reach", "organiser", text=office.name)
        return office

    def _number(self):
        text = to_ascii(self._typed("people")).replace(",", "").strip()
        if not text:
            return None
        sound = text.isascii() and text.isdigit() and len(text) < 6
        if sound and 0 < int(text) <= MOST_PEOPLE:
            return int(text)
        return self._wrong("number", "people", text=text[:LONGEST_SHOWN])

    def _closed(self):
        key = search_key(self._typed("closed")[:LONGEST_SHOWN])
        if key not in CLOSED | OPEN:
            self._wrong("choice", "closed", text=self._typed("closed")[:LONGEST_SHOWN])
        return key in CLOSED

    def _parts(self):
        names = [clean(name) for name in self._typed("parts").splitlines()]
        names = list(dict.fromkeys(filter(None, names)))
        if len(names) > MOST_PARTS:
            self._wrong("parts", "parts", limit=MOST_PARTS)
            return ()
        if any(len(name) > LONGEST_NAME for name in names):
            self._wrong("too_long", "parts", limit=LONGEST_NAME)
            return ()
        return tuple(map(self._part, names))

    def _part(self, name):
        office = self.known.offices.get(search_key(name))
        return Part(name, office=office) if office else self.known.people.part(name)
