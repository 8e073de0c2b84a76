"""The columns of a workbook of sittings, in the order in which one is written."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovation_portal.bangla.folding import search_key
from schedule.models import Sitting


class Column(NamedTuple):
    """``heading`` is what we write, whatever the page's language; ``words`` are what
    else it may be called, parted by bars.
    """

    heading: str
    width: float
    label: str
    words: str


COLUMNS = {
    "subject": Column("বিষয়", 44, _("Subject"), "Subject|Title|সভার বিষয়|সভার নাম"),
    "kind": Column("ধরন", 11, _("Kind"), "Kind|Type|সভার ধরন"),
    "date": Column("তারিখ", 13, _("Date"), "Date|Day|সভার তারিখ"),
    "begins": Column(
        "শুরু", 16, pgettext_lazy("sitting", "From"), "From|Begins|Start|Time|সময়|শুরুর সময়"
    ),
    "ends": Column("শেষ", 16, pgettext_lazy("sitting", "To"), "To|Ends|End|শেষের সময়"),
    "until": Column("শেষ তারিখ", 13, _("Last day"), "Last day|End date"),
    "room": Column(
        "সভাকক্ষ", 26, pgettext_lazy("sitting", "Room"), "Room|Meeting room|কক্ষ"
    ),
    "place": Column(
        "বাইরের স্থান", 26, _("Place outside"), "Place outside|Place|Venue|স্থান"
    ),
    "online": Column("অনলাইন লিংক", 24, _("Online link"), "Online link|Link|লিংক"),
    "chair": Column("সভাপতি", 28, _("Chair"), "Chair|Chairperson|সভাপতির নাম"),
    "chair_as": Column(
        "সভাপতির পরিচয়",
        24,
        _("Chair, as printed"),
        "Chair, as printed|Post of the chair|সভাপতির পদবি",
    ),
    "organiser": Column(
        "আয়োজক দপ্তর",
        28,
        _("Organising office"),
        "Organising office|Organiser|Office|আয়োজক",
    ),
    "parts": Column(
        "আমন্ত্রিত", 40, _("Taking part"), "Taking part|Participants|অংশগ্রহণকারী"
    ),
    "people": Column(
        "উপস্থিতির সংখ্যা", 10, _("Number of people"), "Number of people|People|জনসংখ্যা"
    ),
    "contact": Column("যোগাযোগ", 26, _("Whom to call"), "Whom to call|Contact"),
    "letter_number": Column(
        "স্মারক নম্বর", 26, _("Memo number"), "Memo number|Letter number|স্মারক নং"
    ),
    "letter_date": Column(
        "স্মারকের তারিখ", 14, _("Date of the letter"), "Date of the letter|Letter date"
    ),
    "agenda": Column("আলোচ্যসূচি", 40, _("Agenda"), "Agenda"),
    "closed": Column("সীমিত সভা", 10, _("Closed sitting"), "Closed sitting|Closed"),
    "state": Column("অবস্থা", 14, _("State"), "State|Status"),
    "uid": Column("পোর্টালের পরিচিতি", 38, _("Identity in the portal"), "UID|Identity"),
}

# What cells say, in Bangla as the headings do.
YES = "হ্যাঁ"
KINDS = {
    Sitting.Kind.MEETING: "সভা",
    Sitting.Kind.SEMINAR: "সেমিনার",
    Sitting.Kind.TRAINING: "প্রশিক্ষণ",
    Sitting.Kind.WORKSHOP: "কর্মশালা",
    Sitting.Kind.OTHER: "অন্যান্য",
}
STATES = {
    Sitting.State.HELD: "সাময়িক সংরক্ষিত",
    Sitting.State.CONFIRMED: "চূড়ান্ত",
    Sitting.State.POSTPONED: "স্থগিত",
    Sitting.State.CANCELLED: "বাতিল",
    Sitting.State.LAPSED: "মেয়াদোত্তীর্ণ",
}


def word_key(text):
    """The form in which a heading is compared."""
    return search_key(str(text or "").replace("\n", " "))


FIELD_OF = {
    word_key(words): name
    for name, column in COLUMNS.items()
    for words in (column.heading, *column.words.split("|"))
}
