"""The papers that the filled-in form of a sitting makes.

``values`` are the fields of ``schedule.forms.paper`` by their names. Their texts are
words already, with nothing left to put in; lists are lists of lines.
"""

from schedule.drafting import SIGNED
from schedule.models import PaperKind, PaperText
from schedule.paper import attendance, plates, requisition
from schedule.paper.facts import Invited
from schedule.paper.letter import Signature
from schedule.paper.notice import Change, Notice, timetable
from schedule.paper.texts import BY_ORDER


def paper_of(kind, facts, values):
    """The Paper that such values make."""
    return MAKERS[kind](facts, values)


def _letter(values):
    texts = PaperText.objects.of("letter")
    return {
        "letterhead": tuple(values["letterhead"]),
        "memo_number": values["number"],
        "dated": values["dated"],
        "with_bangla_date": values["with_bangla_date"],
        "signatory": Signature(
            *(values[name] for name in SIGNED), signed_on=values["dated"]
        ),
        "recipients_title": texts["recipients_title"],
        "recipients": tuple(values["recipients"]),
        "copies_title": texts["copies_title"],
        "copies": tuple(values["copies"]),
        "heading": values["heading"],
        "sentence": values["sentence"],
        "request": _asked(values),
    }


def _asked(values):
    """নির্দেশক্রমে is said only where one signs for his superior."""
    request = values["request"]
    return request if values["by_order"] else request.replace(f"{BY_ORDER} ", "")


def _when(facts):
    return {"day": facts.day_and_weekday, "hour": facts.hour, "place": facts.place}


def _notice(facts, values):
    return Notice(
        **_letter(values),
        **_when(facts),
        chair=facts.chair,
        online=facts.online if values["show_link"] else "",
        subject=values["subject"],
        agenda=tuple(values["agenda"]),
    ).paper()


def _change(facts, values):
    times = timetable(**_when(facts)) if facts.before else ()
    said = {name: values[name] for name in ("subject", "reference")}
    return Change(**_letter(values), **said, times=times).paper()


def _requisition(facts, values):
    return requisition.Requisition(
        **_letter(values),
        **_when(facts),
        meeting=facts.subject,
        chair=facts.chair,
        needs=tuple(_parts(line, 2) for line in values["needs"]),
        payer=values["payer"],
    ).paper()


def _attendance(facts, values):
    return attendance.Attendance(
        letterhead=tuple(values["letterhead"]),
        heading=values["heading"],
        meeting=facts.subject,
        chair=facts.chair,
        **_when(facts),
        invited=tuple(Invited(*_parts(line, 5)) for line in values["people"]),
        spare=values["spare"],
    ).paper()


def _plates(facts, values):
    people = [_parts(line, 3) for line in values["people"]]
    return plates.paper([[part for part in parts if part] for parts in people])


def _parts(line, number):
    """What stands between upright strokes, as many parts as asked for."""
    parts = [part.strip() for part in line.split("|", number - 1)]
    return (*parts, *[""] * (number - len(parts)))


MAKERS = {
    PaperKind.NOTICE: _notice,
    PaperKind.MOVED: _change,
    PaperKind.POSTPONED: _change,
    PaperKind.CANCELLED: _change,
    PaperKind.REQUISITION: _requisition,
    PaperKind.ATTENDANCE: _attendance,
    PaperKind.PLATES: _plates,
}
