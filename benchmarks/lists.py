"""A telephone list of any length, in the shape of the branch's own workbook."""

from directory.models import Entry
from innovation_portal import sheets

HEADS = [
    [
        sheets.Head("ক্রঃ নং", down=2),
        sheets.Head("নাম", down=2),
        sheets.Head("পদবি", down=2),
        sheets.Head("শাখা", down=2),
        sheets.Head("টেলিফোন", across=4),
        sheets.Head("ই-মেইল", down=2),
        sheets.Head("কক্ষ নং", down=2),
    ],
    [sheets.Head(text) for text in ("অফিস", "পিএবিএক্স", "বাসা", "মোবাইল")],
]
WIDTHS = (6, 30, 30, 30, 16, 10, 14, 16, 30, 10)
NAMES = (
    ("মোঃ আব্দুল", "শেখ", "সৈয়দ", "এ কে এম", "আবু"),
    (
        "করিম",
        "রহমান",
        "জাহাঙ্গীর আলম",
        "মোস্তাফিজুর রহমান",
        "ফখরুল ইসলাম",
        "খায়রুল বাশার",
        "ওবায়দুল কাদের",
    ),
)
POSTS = ("উপসচিব", "সহকারী সচিব", "প্রশাসনিক কর্মকর্তা", "অফিস সহায়ক")
IN_A_SECTION = 20


def workbook(lines):
    """Bytes of an .xlsx with so many lines, fifty wings of sections of twenty."""
    table = sheets.Table("টেলিফোন", WIDTHS, HEADS, _rows(lines), ["টেলিফোন নির্দেশিকা"])
    return sheets.workbook([table])


def entries(lines):
    """The same lines as those of a published list, in no database."""
    wing = ""
    for row in _rows(lines):
        if isinstance(row, sheets.Band):
            wing = row.text
            continue
        _serial, name, post, section, office, pabx, _home, mobile, email, room = row
        yield Entry(
            name=name,
            post=post,
            wing=wing,
            section=section,
            office_phone=office,
            pabx=pabx,
            mobile=mobile,
            email=email,
            room=room,
        )


def _rows(lines):
    for n in range(lines):
        section = n // IN_A_SECTION
        if n % (lines // 50 or 1) == 0:
            yield sheets.Band(f"অনুবিভাগ {section // 10}")
        first, last = NAMES
        yield (
            str(n + 1),
            f"জনাব {first[n % 5]} {last[n % 7]} {n}",
            POSTS[n % 4],
            f"শাখা {section}",
            f"02-95{n:05}",
            f"{n % 900 + 100}",
            "-",
            f"017{n:08}",
            f"officer{n}@moind.example.gov.bd",
            f"{n % 800 + 100}",
        )
