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
VACANT = "(শূন্য)"


def phone_list(edition, entries):
    """The bytes of an .xlsx with all lines, and columns for the telephones in use."""
    entries = list(entries)
    kinds = [kind for kind in PHONE_KINDS if any(getattr(e, kind) for e in entries)]
    kinds = kinds or ["office_phone"]
    table = Table(
        name="টেলিফোন",
        titles=[
            "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
            "শিল্প মন্ত্রণালয়",
            "কর্মকর্তা/কর্মচারীগণের টেলিফোন নির্দেশিকা",
            to_bangla(f"হালনাগাদঃ {edition.updated_on:%d/%m/%Y} খ্রিঃ"),
        ],
        widths=[7, 30, 24, 28, *(COLUMNS[kind][1] for kind in kinds), 32, 9],
        heads=_heads(kinds),
        rows=_rows(entries, kinds),
    )
    return workbook([table])


def _heads(kinds):
    before = [Head(text, down=2) for text in ("ক্রঃ নং", "নাম", "পদবি", "শাখা")]
    after = [Head(text, down=2) for text in ("ই-মেইল", "কক্ষ নং")]
    telephone = Head("টেলিফোন", across=len(kinds))
    return [[*before, telephone, *after], [Head(COLUMNS[kind][0]) for kind in kinds]]


def _rows(entries, kinds):
    """The lines under their wings, numbered anew in each."""
    wing, number = None, 0
    for entry in entries:
        if entry.wing != wing:
            wing, number = entry.wing, 0
            yield Band(wing)
        number += 1
        phones = (getattr(entry, kind) for kind in kinds)
        values = (entry.post, entry.section, *phones, entry.email, entry.room)
        yield [to_bangla(f"{number:02}."), _name(entry), *(v or None for v in values)]


def _name(entry):
    if entry.vacant:
        return VACANT
    return " ".join(filter(None, (entry.honorific, entry.name))) or None
