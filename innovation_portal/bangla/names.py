"""What leads a person's name: honorifics, and what alphabetical lists pass over.

Names are never taken apart further: মোঃ belongs to the name, জনাব does not.
"""

import re

from innovation_portal.bangla.folding import clean

WORDS = (
    "জনাবা?|বেগম|মিজ্?|মিস্?|মিসেস|ড|ডা|ডক্টর|ডাক্তার|প্রকৌশলী|ইঞ্জিনিয়ার|ইঞ্জি|আলহাজ্ব?|হাজী"
    "|বীর মুক্তিযোদ্ধা|মুক্তিযোদ্ধা|অধ্যাপক|প্রফেসর|কৃষিবিদ|Miss|Professor|Janab|Begum|Alhajj?"
)
SHORT = "ড|ডা|মি|প্রফে|ইঞ্জি"
LATIN_SHORT = "Mr|Ms|Mrs|Dr|Engr|Eng|Prof"
# Words stand before a space; short forms with their own dot may touch the name.
HONORIFIC = re.compile(
    rf"(?:(?:{WORDS}|{LATIN_SHORT})\s+"
    rf"|(?:{SHORT})[.ঃ:]\s*|(?:{LATIN_SHORT})\.\s*)+",
    re.IGNORECASE,
)
MUHAMMAD = (
    "মো মু মোহা মোহাম্মদ মোহাম্মাদ মোহাম্মেদ মোহম্মদ মুহাম্মদ মুহাম্মাদ মুহম্মদ md mohd muhd"
    " mohammad mohammed mohamad mohamed muhammad muhammed"
)
# Half of a list would stand under ম or স.
COMMON = (
    f"{MUHAMMAD} মোছা মোসা মোছাম্মৎ মোসাম্মৎ মোছাম্মত মোসাম্মত mst most mosammat musammat"
    " সৈয়দ সৈয়দা syed sayed syeda"
)
# Read alike by Python and PostgreSQL; something of the name always stays.
PASSED_OVER = (
    rf"^(?:(?:{WORDS}|{SHORT}|{LATIN_SHORT}|{COMMON.replace(' ', '|')})"
    r"(?:\s+|\s*[.ঃ:;]\s*))+(?=\S)"
)
LEADING = re.compile(PASSED_OVER, re.IGNORECASE)
DIGIT = re.compile(r"\d")  # of any script


def split_honorific(text: str) -> tuple[str, str]:
    """Split what leads the name from the name: ("জনাব ড.", "মোঃ আব্দুল করিম").

    Only leading words count, and never the whole text: বেগম and খাতুন are last names too.
    """
    text = clean(text)
    found = HONORIFIC.match(text)
    if not found or found.end() == len(text):
        return "", text
    return found[0].strip(), text[found.end() :]


def sort_name(name: str) -> str:
    """What alphabetical lists file a name under: আব্দুল করিম of মোঃ আব্দুল করিম.

    All digits are ASCII, which the order relies on.
    """
    return DIGIT.sub(lambda found: str(int(found[0])), LEADING.sub("", clean(name)))
