"""The words of the papers: defaults in the ministry's habit, which the branch may edit.

A name in braces stands for what the sitting says. Papers are Bangla whatever the
language of the screen, so the names are Bangla too.
"""

import re
from dataclasses import dataclass
from unicodedata import normalize

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

PLACE = re.compile(r"\{([^{}]*)\}")
OF_ALL = ("বিষয়", "সভা", "সভাপতি", "তারিখ", "বার", "সময়", "স্থান", "দপ্তর")
OF_CHANGES = (
    *("আগের তারিখ", "আগের বার", "আগের সময়", "আগের স্থান", "কারণ", "উপর্যুক্ত"),
    *("স্মারক নম্বর", "স্মারকের তারিখ"),
)
OF_NEEDS = ("জন",)
BY_ORDER = "নির্দেশক্রমে"


@dataclass(frozen=True)
class Text:
    """A text with its name on the screen, and the names that it may hold."""

    label: str
    default: str
    places: tuple = OF_ALL


_heading = gettext_lazy("Heading")
_subject = gettext_lazy("Subject of the letter")
_reference = gettext_lazy("Reference to the first letter")
_sentence = gettext_lazy("Sentence")
_request = gettext_lazy("Closing sentence")

TOLD = f"বিষয়টি {BY_ORDER} সংশ্লিষ্ট সকলকে অবহিত করা হলো।"
REFERENCE = "এ মন্ত্রণালয়ের স্মারক নং-{স্মারক নম্বর} তারিখঃ {স্মারকের তারিখ}।"
BEFORE = (
    "{উপর্যুক্ত} পরিপ্রেক্ষিতে জানানো যাচ্ছে যে, {আগের তারিখ}, {আগের বার} {আগের সময়}য় অনুষ্ঠেয় {সভা}"
    " অনিবার্য কারণে "
)


def _change(heading, subject, sentence, request, **more):
    """The texts of a letter that changes what the notice said."""
    return {
        "heading": Text(_heading, heading, ()),
        **more,
        "subject": Text(_subject, subject, OF_ALL + OF_CHANGES),
        "reference": Text(_reference, REFERENCE, OF_ALL + OF_CHANGES),
        "sentence": Text(_sentence, BEFORE + sentence, OF_ALL + OF_CHANGES),
        "request": Text(_request, request, OF_ALL + OF_CHANGES),
    }


TEXTS = {
    "letter": {
        "letterhead": Text(
            gettext_lazy("Letterhead"),
            "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার\nশিল্প মন্ত্রণালয়\n{দপ্তর}\n"
            "৯১, মতিঝিল বা/এ, ঢাকা-১০০০।\nwww.moind.gov.bd",
            ("দপ্তর",),
        ),
        "recipients_title": Text(
            gettext_lazy("Title of the distribution"),
            "বিতরণ (জ্যেষ্ঠতার ক্রমানুসারে নয়):",
            (),
        ),
        "copies_title": Text(
            gettext_lazy("Title of the copies"), "সদয় অবগতির জন্য অনুলিপি:", ()
        ),
        "copies": Text(
            gettext_lazy("Copies"),
            "মাননীয় মন্ত্রীর একান্ত সচিব, শিল্প মন্ত্রণালয়।\n"
            "সচিবের একান্ত সচিব, শিল্প মন্ত্রণালয়।\n"
            "প্রঃ (সাঃ সেঃ) অধিশাখা (সভাকক্ষ ও আপ্যায়নের প্রয়োজনীয় ব্যবস্থা গ্রহণের অনুরোধসহ)।\n"
            "সহকারী প্রোগ্রামার (ওয়েবসাইটে প্রকাশের অনুরোধসহ)।\n"
            "অফিস কপি।",
            ("দপ্তর",),
        ),
        "copies_closed": Text(
            gettext_lazy("Copies of the letters of a closed sitting"),
            "সচিবের একান্ত সচিব, শিল্প মন্ত্রণালয়।\nঅফিস কপি।",
            ("দপ্তর",),
        ),
    },
    "notice": {
        "heading": Text(_heading, "সভার নোটিশ", ()),
        "subject": Text(_subject, ""),  # few offices give a notice one
        "sentence": Text(
            _sentence,
            "{সভা} {সভাপতি}-এর সভাপতিত্বে নিম্নোক্ত সময়সূচি অনুযায়ী অনুষ্ঠিত হবে।",
        ),
        "request": Text(
            _request,
            f"উক্ত সভায় যথাসময়ে উপস্থিত থাকার জন্য {BY_ORDER} অনুরোধ করা হলো।",
        ),
    },
    "moved": _change(
        "সভার সময় পরিবর্তন",
        "{সভা}-এর সময়সূচি পরিবর্তন।",
        "নিম্নোক্ত পরিবর্তিত সময়সূচি অনুযায়ী অনুষ্ঠিত হবে।",
        f"পরিবর্তিত সময়সূচি অনুযায়ী উক্ত সভায় উপস্থিত থাকার জন্য {BY_ORDER} অনুরোধ করা হলো।",
        heading_place=Text(
            gettext_lazy("Heading where only the place is another"),
            "সভার স্থান পরিবর্তন",
            (),
        ),
    ),
    "postponed": _change(
        "সভা স্থগিত",
        "{সভা} স্থগিতকরণ।",
        "স্থগিত করা হয়েছে। সভার পরবর্তী তারিখ ও সময় যথাসময়ে জানানো হবে।",
        TOLD,
    ),
    "cancelled": _change("সভা বাতিল", "{সভা} বাতিলকরণ।", "বাতিল করা হয়েছে।", TOLD),
    "requisition": {
        "heading": Text(_heading, "চাহিদাপত্র", ()),
        "sentence": Text(
            _sentence,
            "নিম্নোক্ত সময়সূচি অনুযায়ী {সভা} অনুষ্ঠিত হবে। সভায় আনুমানিক {জন} জন উপস্থিত থাকবেন।"
            " সভা আয়োজনের জন্য নিম্নবর্ণিত চাহিদা অনুযায়ী প্রয়োজনীয় ব্যবস্থা গ্রহণ করা প্রয়োজন।",
            OF_ALL + OF_NEEDS,
        ),
        "refreshments": Text(gettext_lazy("Refreshments"), "আপ্যায়ন (হালকা নাস্তা ও চা)", ()),
        "payer": Text(
            gettext_lazy("Who pays"),
            "আপ্যায়ন ব্যয় মন্ত্রণালয়ের আপ্যায়ন খাত হতে নির্বাহ করা হবে।",
            ("দপ্তর",),
        ),
        "request": Text(
            _request,
            f"চাহিদা অনুযায়ী ব্যবস্থা গ্রহণের জন্য {BY_ORDER} অনুরোধ করা হলো।",
        ),
        "recipients": Text(
            gettext_lazy("Distribution"), "প্রঃ (সাঃ সেঃ) অধিশাখা, শিল্প মন্ত্রণালয়।", ("দপ্তর",)
        ),
        "copies": Text(gettext_lazy("Copies"), "অফিস কপি।", ("দপ্তর",)),
    },
    "attendance": {"heading": Text(_heading, "হাজিরা তালিকা", ())},
    "minutes": {
        "heading": Text(_heading, "সভার কার্যবিবরণী", ()),
        "closing": Text(
            _request,
            "সভায় আর কোনো আলোচ্য বিষয় না থাকায় সভাপতি উপস্থিত সকলকে ধন্যবাদ জানিয়ে সভার সমাপ্তি"
            " ঘোষণা করেন।",
        ),
    },
}


def known(text, places):
    """The text in NFC; raises ValidationError where a name in braces is unknown."""
    text = normalize("NFC", text)
    allowed = {normalize("NFC", name) for name in places}
    strange = [name for name in PLACE.findall(text) if name.strip() not in allowed]
    if strange:
        raise ValidationError(_strange(strange[0], places))
    if "{" in (rest := PLACE.sub("", text)) or "}" in rest:
        raise ValidationError(
            _("A brace stands alone. Write a name between two braces, like {%(name)s}.")
            % {"name": places[0] if places else "…"}
        )
    return text


def _strange(name, places):
    if not places:
        return _("This text is printed as it stands; take out the braces.")
    listed = ", ".join(f"{{{place}}}" for place in places)
    return _(
        "No paper knows what to write for {%(name)s}. These names can be used: %(list)s"
    ) % {"name": name, "list": listed}


def filled(text, values):
    """The text with the values put in for their names; a name without one is empty."""
    said = {normalize("NFC", name): value for name, value in values.items()}

    def put(found):
        return said.get(normalize("NFC", found[1].strip()), "")

    return re.sub(r"[^\S\n]+", " ", PLACE.sub(put, text)).strip()
