"""What a paper of a sitting says before anything is typed: the values of its form."""

from django.utils import timezone

from innovation_portal.bangla.digits import to_bangla
from schedule.invited import facts_of, recipients, signatories
from schedule.models import Equipment, Move, PaperKind, PaperText, Sitting, SittingPaper
from schedule.paper.texts import filled

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
REMEMBERED = (*SIGNED, "letterhead", "with_bangla_date", "by_order")
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
    """Of the office's last letter; the next has the same number but for its end.

    Copies are those of the last letter to people: a requisition goes to the branch.
    """
    papers = SittingPaper.objects.of_organiser(sitting).exclude(dated=None)
    last = papers.latest_first().first()
    if last is None:
        return {}
    kept = {name: last.values[name] for name in REMEMBERED}
    beginning, dot, _end = last.number.rpartition(".")
    told = papers.exclude(kind=PaperKind.REQUISITION).latest_first().first()
    copies = {"copies": told.values["copies"]} if told else {}
    return kept | copies | {"number": f"{beginning}{dot}"}


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
        lists = {name: words[name].splitlines() for name in ("recipients", "copies")}
        return lists | {"needs": _needs(facts, words)}
    one_by_one = [facts.chairing] if kind == PaperKind.PLATES else []
    parts = ("name", "post", "office", "mobile", "email")
    parts = parts[:3] if kind == PaperKind.PLATES else parts
    lines = [
        " | ".join(getattr(one, part) for part in parts).strip().rstrip(" |")
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
