"""What is wrong in a file of sittings, with its place and a sentence for it."""

from dataclasses import asdict, dataclass, field

from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language

SENTENCES = {
    "no_heading": _(
        "No heading with subject and date was found; take the form workbook and fill it"
        " in."
    ),
    "no_rows": _("No sitting was found below the heading."),
    "many_rows": _(
        "The file has more than %(most)s sittings; divide it and upload the parts."
    ),
    "no_events": _("No event was found in the calendar."),
    "event_untimed": _("The event has no time that can be read."),
    "event_days": _("The event lasts whole days; a sitting needs its hours."),
    "event_endless": _("The event has no end; give it one and export it again."),
    "event_zone": _("The time zone of the event is unknown; its hours are uncertain."),
    "event_rule": _("The rule by which the event comes again cannot be followed."),
    "event_many": _(
        "The event comes again more than %(most)s times; give its rule an end."
    ),
    "event_unending": _(
        "“%(name)s” comes again without an end; what falls within %(months)s months is"
        " shown."
    ),
    "event_places": _(
        "These are no rooms of the ministry and are taken as places outside: %(places)s"
    ),
    "event_range": _(
        "The event changes all that follow it; make a series of its own of them."
    ),
    "event_broken": _("A line of the event is damaged; export the calendar again."),
    "missing": _("This is missing; write it into the cell."),
    "too_long": _("The text is longer than %(limit)s characters; shorten it."),
    "formula": _("The cell holds a formula without a value; type the value itself."),
    "error_cell": _("The cell holds an error of the spreadsheet; type the value."),
    "kind": _("“%(text)s” is no kind of sitting. Known are: %(known)s"),
    "date": _("“%(text)s” is no date; write it as day/month/year."),
    "time": _("“%(text)s” is no time; write it like 10:30 am, or 15:30."),
    "number": _("“%(text)s” is no number of people."),
    "choice": _("“%(text)s” is not understood; write yes, or leave it empty."),
    "address": _("“%(text)s” is no address on the net; it begins with https://"),
    "order": _("The end does not lie after the beginning."),
    "long": _("A sitting lasts at most 31 days."),
    "past": _("This time is over; only sittings to come are taken."),
    "where": _("Write either the room or the place outside."),
    "both_places": _(
        "A room and a place outside are both written; leave one of them empty."
    ),
    "room": _("No open room is called “%(text)s”. The rooms are: %(known)s"),
    "chair": _(
        "Nobody in the telephone directory is called “%(text)s”; correct the name, or"
        " enter this sitting by hand."
    ),
    "chairs": _(
        "Several persons are called “%(text)s”; write the post into the column: "
        "%(column)s"
    ),
    "office": _("No open office is called “%(text)s”."),
    "reach": _("You may not enter sittings of this office: %(text)s"),
    "parts": _("More than %(limit)s take part; write offices instead of persons."),
    "state": _("This sitting is not to be held; it is not entered."),
    "twin": _("The same sitting stands in row %(row)s."),
    "twin_clash": _("It falls on the slot of row %(row)s: %(what)s"),
}


@dataclass(frozen=True)
class Problem:
    """``row`` and ``column`` count from 1, none where the file as a whole is meant;
    ``name`` is the field.
    """

    code: str
    sheet: str = ""
    row: int | None = None
    column: int | None = None
    name: str = ""
    details: dict = field(default_factory=dict)

    def __str__(self):
        written = {name: _written(value) for name, value in self.details.items()}
        return str(SENTENCES[self.code]) % written

    def as_json(self):
        return asdict(self)


def _written(value):
    return in_digits(value, language()) if isinstance(value, int) else value
