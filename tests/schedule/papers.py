"""Papers of a sitting for tests: the same sitting on each of them."""

from datetime import UTC, date, datetime
from unittest.mock import patch

from innovation_portal.paper.pdf import from_template
from schedule.actions.paper import make_paper
from schedule.drafting import first_values
from schedule.forms.paper import PaperForm
from schedule.paper import attendance, plates, requisition
from schedule.paper.facts import Invited
from schedule.paper.letter import Signature, docx, pdf
from schedule.paper.notice import Change, Notice, timetable

MADE_AT = datetime(2017, 2, 12, 4, 30, tzinfo=UTC)
NUMBER = "৩৬.০০.০০০০.০৭৩.১৬.০০৫.১৭.৪১"
LETTERHEAD = ("গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "শিল্প মন্ত্রণালয়", "ঢাকা-১০০০।")
AROUND = {
    "letterhead": LETTERHEAD,
    "memo_number": NUMBER,
    "dated": date(2017, 2, 12),
    "signatory": Signature(
        "মসিউর রহমান", "উপসচিব", "আইসিটি", "9551612", "ds@moind.gov.bd"
    ),
    "recipients": ("অতিরিক্ত সচিব (সকল)", "উপসচিব (সকল)"),
    "copies": ("অফিস কপি",),
}
TIMES = {
    "day": "১৪ ফেব্রুয়ারি ২০১৭, মঙ্গলবার",
    "hour": "সকাল ১০:৩০ ঘটিকা",
    "place": "মন্ত্রণালয়ের সভাকক্ষ",
}
INVITED = Invited("জনাব করিম", "যুগ্মসচিব", "প্রশাসন অনুবিভাগ", "01711-1", "k@moind.gov.bd")


def notice(**values):
    said = {
        "heading": "সভার নোটিশ",
        "sentence": "মাসিক সভা নিম্নোক্ত সময়সূচি অনুযায়ী অনুষ্ঠিত হবে।",
        "chair": "অতিরিক্ত সচিব (প্রশাসন)",
        "request": "উক্ত সভায় উপস্থিত থাকার জন্য অনুরোধ করা হলো।",
        "agenda": ("বিগত সভার কার্যবিবরণী", "বিবিধ"),
    }
    return Notice(**said | TIMES | AROUND | values).paper()


def change(**values):
    said = {
        "heading": "সভার সময় পরিবর্তন",
        "subject": "মাসিক সভা-এর সময়সূচি পরিবর্তন।",
        "sentence": "মাসিক সভা পরিবর্তিত সময়সূচি অনুযায়ী অনুষ্ঠিত হবে।",
        "request": "সকলকে অবহিত করা হলো।",
        "reference": f"স্মারক নং-{NUMBER}",
        "times": timetable(**TIMES),
    }
    return Change(**said | AROUND | values).paper()


def needs(**values):
    said = {
        "heading": "চাহিদাপত্র",
        "sentence": "সভায় ২০ জন উপস্থিত থাকবেন।",
        "meeting": "মাসিক সভা",
        "chair": "সচিব মহোদয়",
        "request": "ব্যবস্থা গ্রহণের জন্য অনুরোধ করা হলো।",
        "needs": (("সভাকক্ষ", "১টি"), ("আপ্যায়ন", "২০ জন")),
        "payer": "ব্যয় আপ্যায়ন খাত হতে নির্বাহ করা হবে।",
    }
    return requisition.Requisition(**said | TIMES | AROUND | values).paper()


def list_of(invited, **values):
    said = {"heading": "হাজিরা তালিকা", "meeting": "মাসিক সভা", "chair": "সচিব মহোদয়"}
    said |= {"letterhead": LETTERHEAD, "invited": tuple(invited)}
    return attendance.Attendance(**said | TIMES | values).paper()


def plates_of(*lines):
    return plates.paper(lines)


def made_paper(sitting, kind="notice", by=None, **values):
    """A paper of the sitting, kept; its PDF is not drawn."""
    said = first_values(sitting, kind) | values
    fields = PaperForm(kind=kind, initial={}).fields
    empty = {name: field.initial or "" for name, field in fields.items()}
    with patch("schedule.actions.paper.pdf", return_value=b"%PDF-1.7"):
        return make_paper(
            sitting=sitting,
            sequence=sitting.sequence,
            kind=kind,
            values={name: said.get(name, empty[name]) for name in fields},
            by=by,
        )


def drawn(paper):
    """The PDF, drawn in this process, where it is warm."""
    return pdf(paper, draw=from_template)


def typed(paper):
    return docx(paper, made_at=MADE_AT)
