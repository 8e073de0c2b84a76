"""One sitting as a VEVENT. Times are in UTC: a moment needs no zone to be told.

A VTIMEZONE serves rules that repeat on a clock; each occurrence here is an event of its
own, and Bangladesh changed its clock once without much notice (2009).
"""

import re
from datetime import UTC

from django.conf import settings
from django.utils import translation
from django.utils.translation import get_language, gettext_lazy
from icalendar import Calendar, Event

from innovation_portal.bangla.calendar import format_date
from innovation_portal.bangla.clock import format_time
from innovation_portal.bangla.folding import clean

MAKER = "-//Ministry of Industries//Innovation Portal//BN"
OURS = "@innovation-portal"
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
LABELS = {
    "chair": gettext_lazy("Chair"),
    "organiser": gettext_lazy("Organising office"),
    "letter_number": gettext_lazy("Memo number"),
    "held_until": gettext_lazy("Slot held until"),
    "online": gettext_lazy("Online link"),
}
STATUS = {"held": "TENTATIVE", "confirmed": "CONFIRMED"}


def uid_of(uid):
    """The same from every address that the portal is reached under (RFC 7986, 5.3)."""
    return f"{uid}{OURS}"


def calendar(**properties):
    """An empty calendar object; names with an underscore for a hyphen."""
    made = Calendar()
    made.add("PRODID", MAKER)
    made.add("VERSION", "2.0")
    add(made, properties)
    return made


def event(shown, address):
    """A ``Shown`` with the absolute address of its page; a veiled one says no more."""
    made = Event()
    add(made, frame(shown) | (_busy if shown.veiled else _contents)(shown, address))
    return made


def add(component, properties):
    """Add what says something; of a text only what can be seen."""
    for name, value in properties.items():
        if value not in (None, ""):
            value = UNSEEN.sub(" ", value) if isinstance(value, str) else value
            component.add(name.replace("_", "-"), value)


def frame(shown):
    """What a ``Shown`` and a row have in common.

    DTSTAMP is the last change, so that the same sitting is always the same bytes.
    """
    return {
        "UID": uid_of(shown.uid),
        "SEQUENCE": shown.sequence,
        "DTSTAMP": shown.changed_at.astimezone(UTC),
        "LAST_MODIFIED": shown.changed_at.astimezone(UTC),
        "DTSTART": shown.begins.astimezone(UTC),
        "DTEND": shown.ends.astimezone(UTC),
        "STATUS": STATUS.get(shown.state, "CANCELLED"),
        "LOCATION": shown.where,
    }


def _busy(shown, _address):
    return {
        "SUMMARY": shown.subject,
        "DESCRIPTION": "\n".join(description(shown)),
        "CLASS": "PRIVATE",
    }


def _contents(shown, address):
    return {
        "SUMMARY": summary(shown),
        "DESCRIPTION": "\n".join(description(shown)),
        "CATEGORIES": [shown.kind_name],
        "CONTACT": ", ".join(filter(None, (shown.organised_by, shown.contact))),
        "URL": address,
    }


def summary(shown):
    """With its state in front, which most calendars do not show."""
    if shown.state == "confirmed":
        return shown.subject
    return f"{shown.state_name}: {shown.subject}"


def description(shown):
    """The lines that a calendar shows below the subject."""
    yield line("chair", shown.chair_as)
    if shown.veiled:
        return
    yield line("organiser", shown.organised_by)
    if shown.letter_number:
        yield line("letter_number", _letter(shown))
    if shown.held_until:
        yield line("held_until", in_words(shown.held_until))


def line(name, value):
    return f"{LABELS[name]}: {value}"


def said_in(description):
    """What lines of ours say, by their names, in either language."""
    names = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            names |= {clean(str(label)): name for name, label in LABELS.items()}
    pairs = (text.partition(": ") for text in description.splitlines())
    return {
        names[label]: value.strip() for label, _is, value in pairs if label in names
    }


def in_words(moment):
    language = get_language()
    return f"{format_date(moment, language)}, {format_time(moment, language)}"


def _letter(shown):
    if shown.letter_date is None:
        return shown.letter_number
    return f"{shown.letter_number}, {format_date(shown.letter_date, get_language())}"
