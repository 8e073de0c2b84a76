"""What a read workbook would change in the present list, line by line."""

from dataclasses import dataclass
from functools import lru_cache

from directory import names, phones
from directory.matching import Marks, match
from directory.models import PHONE_KINDS, Entry, UploadLine
from directory.ordering import place
from innovation_portal.bangla.digits import to_ascii
from innovation_portal.bangla.folding import clean, search_key
from innovation_portal.bangla.names import sort_name
from innovation_portal.bangla.spoken import words

TEXTS = ("honorific", "name", "post", "wing", "section", "email", "room")
FIELDS = (*TEXTS, *PHONE_KINDS)
VACANT = "(শূন্য)"  # as lists write it
SLIP = 0.85  # likeness from which another spelling is the same person
Status = UploadLine.Status
key_of = lru_cache(maxsize=1 << 14)(search_key)


@dataclass(frozen=True)
class Known:
    """An entry of the present list, with its numbers by field."""

    entry: Entry
    numbers: dict

    @classmethod
    def of(cls, entry):
        return cls(entry, phones.by_field(entry.numbers))


def compare(understanding, entries, offices, designations, chosen=None):
    """Unsaved UploadLines: those of the file in its order, then the removed ones.

    ``chosen`` maps (sheet, row) to the line number that a clerk said it continues,
    None for a new one. A field that the file does not speak of keeps its text.
    """
    known = [Known.of(entry) for entry in entries]
    linked = [_link(line, offices, designations) for line in understanding.lines]
    spoken = bool({"wing", "section"} & understanding.fields)
    pairs, candidates = match(
        [
            _marks(line, office, spoken)
            for line, (office, _d) in zip(understanding.lines, linked, strict=True)
        ],
        [_known_marks(one, spoken) for one in known],
        _by_index(understanding.lines, known, chosen or {}),
    )
    lines = []
    for index, read in enumerate(understanding.lines):
        partner = known[pairs[index]] if index in pairs else None
        line = _line(read, partner, understanding.fields, *linked[index])
        line.candidates = [known[n].entry.line for n in candidates.get(index, ())]
        lines.append(line)
    _place(lines)
    gone = set(range(len(known))) - set(pairs.values())
    return lines + [removed(known[index].entry) for index in sorted(gone)]


def _link(line, offices, designations):
    texts = line.texts
    named = texts.get("name") or line.vacant
    return (
        offices.find(texts["wing"], texts.get("section", "")),
        designations.find(texts.get("post", "")) if named else None,
    )


def _by_index(lines, known, chosen):
    at = {one.entry.line: index for index, one in enumerate(known)}
    return {
        index: at.get(chosen[line.sheet, line.row])
        for index, line in enumerate(lines)
        if (line.sheet, line.row) in chosen
    }


def _marks(line, office, spoken):
    place_ = office or (line.texts["wing"], line.texts.get("section", ""))
    return _marks_of(
        {name: line.texts.get(name, "") for name in TEXTS},
        line.numbers,
        place_ if spoken else None,
    )


def _known_marks(known, spoken):
    entry = known.entry
    place_ = entry.office_id or (entry.wing, entry.section)
    return _marks_of(
        {name: getattr(entry, name) for name in TEXTS},
        known.numbers,
        place_ if spoken else None,
    )


def _marks_of(texts, numbers, office):
    keys = {kind: phones.key(numbers.get(kind, ())) for kind in PHONE_KINDS}
    said = (*map(texts.get, TEXTS[1:]), *keys.values())
    return Marks(
        email=texts["email"].casefold(),
        mobile=keys["mobile"],
        name=names.name_key(texts["name"]),
        office=office,
        post=key_of(texts["post"]),
        room=to_ascii(texts["room"]).casefold(),
        extension=keys["pabx"],
        whole="\n".join(said) if any(keys.values()) else "",
    )


def _line(read, partner, fields, office, designation):
    line = UploadLine(sheet=read.sheet, row=read.row, vacant=read.vacant)
    entry = partner.entry if partner else None
    for name in FIELDS:
        told = name in fields or entry is None
        text = read.texts.get(name, "") if told else getattr(entry, name)
        setattr(line, name, text)
    line.numbers = _numbers(read, partner, fields)
    line.office_id = (
        office if {"wing", "section"} & fields or not entry else (entry.office_id)
    )
    line.designation_id = designation
    line.entry = entry
    _judge(line, read, partner, fields)
    return line


def _numbers(read, partner, fields):
    by_field = dict(read.numbers)
    for name in PHONE_KINDS if partner else ():
        if name not in fields:
            by_field[name] = partner.numbers.get(name, ())
    return [
        {"field": name, **number._asdict()}
        for name in PHONE_KINDS
        for number in by_field.get(name, ())
    ]


def compare_typed(read, entry, fields, offices, designations):
    """What a line typed by hand would change, as an unsaved UploadLine.

    ``fields`` are those that were typed; the others keep the texts of ``entry``,
    which is None for a new line.
    """
    known = Known.of(entry) if entry else None
    return _line(read, known, fields, *_link(read, offices, designations))


def _judge(line, read, partner, fields):
    if partner is None:
        line.status = Status.ADDED
        return
    for name in FIELDS:
        if name in fields and _differs(name, line, read, partner):
            line.changes[name] = [_shown(name, partner.entry), _shown(name, line)]
    if line.vacant != partner.entry.vacant:
        line.changes["name"] = [_shown("name", partner.entry), _shown("name", line)]
    line.new_holder = _other_person(line, read, partner)
    line.officer_id = None if line.new_holder else partner.entry.officer_id
    line.status = Status.CHANGED if line.changes else Status.UNCHANGED


def changed_texts(before, after):
    """The old and the new text of each field in which two lines differ."""
    shown = {name: [_shown(name, before), _shown(name, after)] for name in FIELDS}
    return {name: texts for name, texts in shown.items() if texts[0] != texts[1]}


def _shown(name, line):
    return VACANT if name == "name" and line.vacant else getattr(line, name)


def _differs(name, line, read, partner):
    old, new = getattr(partner.entry, name), getattr(line, name)
    if name in PHONE_KINDS:
        was = phones.key(partner.numbers.get(name, ())) or clean(old)
        return was != (phones.key(read.numbers.get(name, ())) or clean(new))
    if name in {"email", "room"}:
        return to_ascii(old).casefold() != to_ascii(new).casefold()
    return old != new


def _other_person(line, read, partner):
    entry = partner.entry
    if not line.name or line.name == entry.name:
        return False
    mobile = phones.key(partner.numbers.get("mobile", ()))
    same = mobile and mobile == read.mobile
    return not same and names.alike(entry.name, line.name) < SLIP


def _place(lines):
    old = [line.entry.position if line.entry else None for line in lines]
    for line, was, now in zip(lines, old, place(old), strict=True):
        line.position = now
        line.moved = was is not None and was != now


def removed(entry):
    """The line of an entry that would no longer stand in the list."""
    line = UploadLine(status=Status.REMOVED, entry=entry)
    for name in (*FIELDS, "vacant", "numbers", "position", "office_id", "officer_id"):
        setattr(line, name, getattr(entry, name))
    return line


def fill_search(line):
    """What a line is found by: its words, their sounds, and all its digits."""
    texts = (line.name, line.post, line.section, line.wing, line.email, line.room)
    said = [word for text in texts for word in words(text)]
    line.search_key = " ".join(word.key for word in said)
    line.sounds = " ".join(word.sound for word in said)
    line.sort_name = sort_name(line.name)
    digits = [number["digits"] + number["extension"] for number in line.numbers]
    digits += [word.key for word in said if word.key.isdigit()]
    line.digits = " ".join(filter(None, dict.fromkeys(digits)))
