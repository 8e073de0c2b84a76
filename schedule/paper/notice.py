"""The notice that calls people to a sitting."""

from dataclasses import dataclass, field
from datetime import date, time

from innovation_portal.bangla.bangabda import bangla_date
from innovation_portal.bangla.calendar import format_date, weekday_name
from innovation_portal.bangla.clock import format_time
from innovation_portal.paper.pdf import from_template

LETTERS = "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ"


@dataclass(frozen=True)
class Notice:
    """What a সভার নোটিশ says. ``sentence`` and ``request`` are the office's own.

    ``recipients`` are posts, the last item of ``agenda`` is বিবিধ by custom; a working
    paper may take the agenda's place.
    """

    letterhead: list
    memo_number: str
    dated: date
    sentence: str
    chair: str
    held_on: date
    begins: time
    place: str
    signatory: dict
    recipients: list
    online: str = ""
    subject: str = ""
    agenda: list = field(default_factory=list)
    request: str = "উক্ত সভায় যথাসময়ে উপস্থিত থাকার জন্য নির্দেশক্রমে অনুরোধ করা হলো।"
    copies: list = field(default_factory=list)

    @property
    def lettered(self):
        """The agenda as it is printed: (ক), (খ) …"""
        return list(zip(LETTERS, self.agenda, strict=False))


def notice(letter, *, with_bangla_date=True):
    """The bytes of the notice."""
    context = {
        "notice": letter,
        "dated": format_date(letter.dated, "bn"),
        "bangla_date": bangla_date(letter.dated) if with_bangla_date else "",
        "held_on": format_date(letter.held_on, "bn"),
        "weekday": weekday_name(letter.held_on, "bn"),
        "time": format_time(letter.begins, "bn").removesuffix("টা"),
        "labels": {"phone": "ফোনঃ", "email": "ই-মেইলঃ"},
    }
    return from_template("schedule/paper/notice.html", context)
