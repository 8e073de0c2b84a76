"""The list as the branch's own workbook; uploaded again it changes nothing."""

from directory.models import PHONE_KINDS
from innovation_portal.bangla.digits import to_bangla
from innovation_portal.sheets import Band, Head, Table, workbook

# Headings of the ministry's sheet, in its own spelling, whatever the page's language.
COLUMNS = {
    "office_phone": ("অফিস", 14),
    "pabx": ("পিএবিএক্স", 10),
    "intercom": ("ইন্টারকম", 10),
    "residence": ("বাসা", 12),
    "mobile": ("মোবাইল", 15),
    "fax": ("ফ্যাক্স", 14),
    "ip_phone": ("আইপি ফোন", 14),
    "red_phone": ("লাল টেলিফোন", 10),
}
BEFORE = {"ক্রঃ নং": 7, "নাম": 30, "পদবি": 24, "শাখা": 28}
WING = {"অনুবিভাগ": 28}
AFTER = {"ই-মেইল": 32, "কক্ষ নং": 9}
VACANT = "(শূন্য)"
PART = "(আংশিক তালিকা)"
HEADING = (
    "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
    "শিল্প মন্ত্রণালয়",
    "কর্মকর্তা/কর্মচারীগণের টেলিফোন নির্দেশিকা",
)


def phone_list(edition, entries, part=False):
    """The bytes of an .xlsx with all lines, and columns for the telephones in use.

    Wings are headings, as the branch writes them; only where a line stands in none,
    which no heading could say, they are a column. A part of the list says so.
    """
    entries = list(entries)
    shape = _Shape(kinds_in_use(entries), wings=all(e.wing for e in entries))
    table = Table(
        name="টেলিফোন",
        titles=[*HEADING, *([PART] if part else []), updated(edition)],
        widths=shape.widths,
        heads=shape.heads,
        rows=shape.rows(entries),
    )
    return workbook([table])


def updated(edition):
    return to_bangla(f"হালনাগাদঃ {edition.updated_on:%d/%m/%Y} খ্রিঃ")


def file_name(edition, kind, part=False):
    name = "phone_list_part" if part else "phone_list"
    return f"{name}_{edition.updated_on:%Y-%m-%d}.{kind}"


def flat(entries):
    """Rows of texts for programs: one heading, always the same columns."""
    shape = _Shape(list(PHONE_KINDS), wings=False)
    yield [*shape.before, *(COLUMNS[kind][0] for kind in PHONE_KINDS), *AFTER]
    yield from shape.rows(entries)


def kinds_in_use(entries):
    """The kinds of telephone that some line has; the office's where none has any."""
    used = [kind for kind in PHONE_KINDS if any(getattr(e, kind) for e in entries)]
    return used or ["office_phone"]


def person(entry):
    """Who holds the post, as the list prints it; None for a service number."""
    if entry.vacant:
        return VACANT
    return " ".join(filter(None, (entry.honorific, entry.name))) or None


class _Shape:
    """The columns of one sheet, and its lines in them."""

    def __init__(self, kinds, wings):
        self.kinds, self.wings = kinds, wings
        self.before = BEFORE if wings else {**BEFORE, **WING}

    @property
    def widths(self):
        phones = (COLUMNS[kind][1] for kind in self.kinds)
        return [*self.before.values(), *phones, *AFTER.values()]

    @property
    def heads(self):
        """Two rows; one where a single kind is in use, which “টেলিফোন” would hide."""
        if len(self.kinds) == 1:
            kind, _width = COLUMNS[self.kinds[0]]
            return [[Head(text) for text in (*self.before, kind, *AFTER)]]
        before, after = ([Head(t, down=2) for t in c] for c in (self.before, AFTER))
        telephone = Head("টেলিফোন", across=len(self.kinds))
        below = [Head(COLUMNS[kind][0]) for kind in self.kinds]
        return [[*before, telephone, *after], below]

    def rows(self, entries):
        """Wings and their lines, numbered anew in each."""
        wing, number = "", 0
        for entry in entries:
            if self.wings and entry.wing != wing:
                wing, number = entry.wing, 0
                yield Band(wing)
            number += 1
            yield [to_bangla(f"{number:02}."), *self._cells(entry)]

    def _cells(self, entry):
        yield person(entry)
        names = ("post", "section") if self.wings else ("post", "section", "wing")
        for name in (*names, *self.kinds, "email", "room"):
            yield getattr(entry, name) or None
