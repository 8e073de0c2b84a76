"""The words of a letter about a sitting to one who takes part."""

from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from innovation_portal.bangla.calendar import format_date, weekday_name
from innovation_portal.bangla.clock import format_times

# What a letter is for: the first words of its subject, and its first sentence.
NEWS = {
    "invited": (
        gettext_lazy("Invitation to a sitting"),
        gettext_lazy("You are invited to take part in this sitting."),
    ),
    "moved": (
        gettext_lazy("Time or place of a sitting changed"),
        gettext_lazy("The time or the place of this sitting has changed."),
    ),
    "changed": (
        gettext_lazy("Sitting changed"),
        gettext_lazy("This sitting has changed. It now stands as follows."),
    ),
    "postponed": (
        gettext_lazy("Sitting postponed"),
        gettext_lazy("This sitting is postponed. You will be told its new time."),
    ),
    "cancelled": (
        gettext_lazy("Sitting cancelled"),
        gettext_lazy("This sitting will not be held."),
    ),
    "released": (
        gettext_lazy("You need not come to a sitting"),
        gettext_lazy("You no longer need to take part in this sitting."),
    ),
}


def subject(sitting, news):
    """One line. The list of letters shows it, so it never says what a closed one is."""
    about = _when(sitting) if sitting.closed else sitting.subject
    return " ".join(f"{NEWS[news][0]}: {about}".split())[:300]


def body(sitting, news, move, address):
    """Paragraphs; ``address`` is that of the sitting's page, or empty."""
    paragraphs = [
        [_("Sir/Madam,")],
        [str(NEWS[news][1])],
        list(_facts(sitting, move)),
        _agenda(sitting) if news in {"invited", "moved", "changed"} else [],
        [_("Page of the sitting: %(address)s") % {"address": address}] * bool(address),
        [_("The portal sent this letter by itself. Please do not answer it.")],
    ]
    return "\n\n".join("\n".join(lines) for lines in paragraphs if lines) + "\n"


def _facts(sitting, move):
    settled = sitting.state != sitting.State.HELD
    for label, value in (
        (_("Subject"), sitting.subject),
        (_("Time"), _when(sitting) if settled else ""),
        (_("Place"), sitting.where if settled else ""),
        (_("Chair"), sitting.chair_as),
        (_("Organising office"), sitting.organiser.name),
        (_("Online link"), sitting.online),
        (_("Memo number"), sitting.letter_number),
        (_("Whom to call"), sitting.contact),
        (_("Time and place before"), _before(sitting, move)),
        (_("Reason"), move.reason),
    ):
        if value:
            yield f"{label}: {value}"


def _before(sitting, move):
    """Where and when it was to be, if a move has changed that."""
    if move.during is None or (move.during, move.place) == (
        sitting.during,
        sitting.where,
    ):
        return ""
    return f"{_span(move.during)}, {move.place}"


def _agenda(sitting):
    points = sitting.agenda.splitlines()
    return [_("Agenda:"), *(f"- {point}" for point in points)] if points else []


def _when(sitting):
    return _span(sitting.during)


def _span(during):
    begins, ends = map(localtime, (during.lower, during.upper))
    language = get_language()
    times = format_times(begins, ends, language)
    days = [f"{format_date(begins, language)} ({weekday_name(begins, language)})"]
    if ends.date() != begins.date():
        days.append(format_date(ends, language))
    return f"{' – '.join(days)}, {times}"
