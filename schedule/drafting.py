"""What a paper of a sitting says: first by itself, then by the form that was filled in.

``values`` are the fields of ``schedule.forms.paper`` by their names; lists are lists of
lines. Texts of the paper are words already, with nothing left to put in.
"""

from django.utils import timezone

from innovation_portal.bangla.digits import to_bangla
from schedule.invited import facts_of, recipients, signatories
from schedule.models import Equipment, Move, PaperKind, PaperText, Sitting, SittingPaper
from schedule.paper import attendance, plates, requisition
from schedule.paper.letter import Signature
from schedule.paper.notice import Change, Notice, timetable
from schedule.paper.texts import BY_ORDER, filled

STANDING = (
    PaperKind.NOTICE,
    PaperKind.REQUISITION,
    PaperKind.ATTENDANCE,
    PaperKind.PLATES,
)
GONE = {
    Sitting.State.POSTPONED: PaperKind.POSTPONED,
    Sitting.State.CANCELLED: PaperKind.CANCELLED,
}
# What an office wants again in its next letter.
SIGNED = ("signed_name", "signed_post", "signed_office", "signed_phone", "signed_email")
REMEMBERED = (*SIGNED, "letterhead", "copies", "with_bangla_date", "by_order")
NEEDED = {
    Equipment.PROJECTOR: "প্রজেক্টর ও ল্যাপটপ",
    Equipment.SCREEN: "বড় পর্দা",
    Equipment.MICROPHONES: "মাইক্রোফোন",
    Equipment.VIDEO: "ভিডিও কনফারেন্সের ব্যবস্থা",
    Equipment.COMPUTERS: "প্রশিক্ষণার্থীদের জন্য কম্পিউটার",
    Equipment.BOARD: "হোয়াইট বোর্ড ও মার্কার",
}


def kinds_for(sitting):
    """The papers that its state calls for, the likeliest first."""
    if sitting.stands:
        moved = sitting.moves.filter(kind=Move.Kind.MOVED).exists()
        return [*([PaperKind.MOVED] if moved else []), *STANDING]
    return [GONE[sitting.state]] if sitting.state in GONE else []


def first_values(sitting, kind):
    """What the form says before anything is typed.

    As the same paper said last of this very version; else the texts, the sitting and
    what the office's last letter said of itself.
    """
    made = sitting.papers.filter(kind=kind, sequence=sitting.sequence).first()
    if made:
        return made.values | {"dated": made.dated}
    facts, texts = facts_of(sitting), PaperText.objects.of(kind)
    words = {key: filled(text, facts.words) for key, text in texts.items()}
    letter = _around(sitting, facts)
    return letter | words | _own(kind, facts, words)


def _around(sitting, facts):
    texts = PaperText.objects.of("letter")
    texts = {key: filled(text, facts.words) for key, text in texts.items()}
    copies = texts["copies_closed" if sitting.closed else "copies"]
    said = {
        "letterhead": texts["letterhead"].splitlines(),
        "dated": timezone.localdate(),
        "with_bangla_date": True,
        "by_order": True,
        "recipients": recipients(facts),
        "copies": copies.splitlines(),
    }
    return said | (_remembered(sitting) or _first_signatory(sitting))


def _remembered(sitting):
    """Of the office's last letter; the next has the same number but for its end."""
    papers = SittingPaper.objects.of_organiser(sitting).exclude(dated=None)
    last = papers.latest_first().first()
    if last is None:
        return {}
    kept = {name: last.values[name] for name in REMEMBERED if name in last.values}
    beginning, dot, _end = last.number.rpartition(".")
    return kept | {"number": f"{beginning}{dot}"}


def _first_signatory(sitting):
    """Who stands first in the organising office's own lines."""
    for entry in signatories(sitting.organiser):
        if entry.office_id == sitting.organiser_id:
            return signed_by(entry)
    return {}


def signed_by(entry):
    """A line of the directory as the form's signatory; a post may say its charge."""
    charge = "" if "(" in entry.post else entry.section or entry.wing
    said = (entry.name, entry.post, charge, entry.office_phone, entry.email)
    return dict(zip(SIGNED, said, strict=True))


def _own(kind, facts, words):
    """Fields that only one kind has, or that it fills in another way."""
    if kind == PaperKind.NOTICE:
        return {"agenda": list(facts.agenda), "show_link": bool(facts.online)}
    if kind == PaperKind.MOVED and facts.only_elsewhere:
        words = words | {"heading": words["heading_place"]}
    if kind in (PaperKind.MOVED, *GONE.values()):
        return {"heading": words["heading"]} | _reference(facts, words)
    if kind == PaperKind.REQUISITION:
        return {"needs": _needs(facts, words), "recipients": [words["recipients"]]}
    one_by_one = [facts.chairing] if kind == PaperKind.PLATES else []
    parts = ("name", "post", "office", "mobile", "email")
    parts = parts[:3] if kind == PaperKind.PLATES else parts
    lines = [
        " | ".join(getattr(one, part) for part in parts).rstrip(" |")
        for one in [*one_by_one, *facts.invited]
    ]
    return {"people": lines, "spare": 5}


def _reference(facts, words):
    known = facts.first_number and facts.first_date
    return {"reference": words["reference"] if known else ""}


def _needs(facts, words):
    """The room, what stands in it, and refreshments for as many as will come."""
    count = to_bangla(facts.expected or "……")
    return [
        "সভাকক্ষ | ১টি",
        *(f"{NEEDED[item]} | ১টি" for item in facts.equipment if item in NEEDED),
        f"{words['refreshments']} | {count} জন",
    ]


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
        invited=tuple(attendance.Invited(*_parts(p, 5)) for p in values["people"]),
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
