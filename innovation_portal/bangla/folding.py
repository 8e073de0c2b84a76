"""Text as it is stored (`clean`) and as it is searched and compared (the keys).

`search_key` folds sign by sign, never word by word, so that a piece of a text folds to
a piece of its key and a half-typed word finds the whole one. What words sound like,
whichever script they are written in, is in `sounds`.
"""

import re
from functools import lru_cache

from innovation_portal.bangla.digits import TO_ASCII, to_ascii
from innovation_portal.bangla.nfc import nfc, nfkc

HASANTA = "\u09cd"
NUKTA = "\u09bc"
JOINERS = "\u200c\u200d"

# Soft hyphen, zero-width space, direction marks, byte-order mark and controls: they are
# never seen and split words. Tabs and line ends are white space and stay out of it.
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]+"
)
# A joiner says something only within a conjunct: ক্‌ষ, র‍্যাব and র্‍যাব.
STRAY_JOINER = re.compile(
    f"(?<!{HASANTA})\u200c|{HASANTA}\u200c(?![ক-হ])"
    f"|(?<![র{HASANTA}])\u200d|(?<=র)\u200d(?!{HASANTA})"
    f"|(?<={HASANTA})\u200d(?![ক-হ])"
)
MARK = f"[া-ৄেৈোৌ{NUKTA}]"


def _dot_first(marks: re.Match) -> str:
    """The dot belongs to the letter, before all vowel signs."""
    signs = marks[0].replace(NUKTA, "")
    return marks[0] if len(signs) == len(marks[0]) else NUKTA + signs


# (slip, what was meant): each pair looks the same on paper or can't be read otherwise.
SLIPS = (
    (re.compile(f"ত{HASANTA}\u200d"), "ৎ"),  # the encoding before Unicode 4.1
    (re.compile("অা"), "আ"),
    (re.compile(f"(?<!{MARK}){MARK}{{2,}}"), _dot_first),
    (re.compile(f"([া-ৄেৈোৌ{HASANTA}{NUKTA}ংঃঁ])\\1+"), r"\1"),
    (re.compile("াে"), "ো"),
    (re.compile("ৗে"), "ৌ"),
    (re.compile(f"ব{NUKTA}"), "র"),
)
# Most text needs none of it, and one search says so.
SUSPECT = re.compile(
    f"{UNSEEN.pattern}|[{JOINERS}]|অা|াে|ৗে|ব{NUKTA}|[া-ৌ]{NUKTA}|([া-ৌ়্ংঃঁ])\\1"
)


def clean(text: str) -> str:
    """Normalise text that comes in: NFC, one space, nothing unseen, no typing slips."""
    text = nfc(" ".join(text.split()))
    if not SUSPECT.search(text):
        return text
    while (mended := _mend(text)) != text:
        text = mended
    return text


def _mend(text: str) -> str:
    text = nfc(UNSEEN.sub("", text))
    for slip, meant in SLIPS:
        text = slip.sub(meant, text)
    text = STRAY_JOINER.sub(lambda found: found[0].rstrip(JOINERS), text)
    return " ".join(text.split())


def clean_lines(text: str) -> str:
    """Clean each line and leave the line breaks, which mean something in a cell."""
    return "\n".join(filter(None, map(clean, text.splitlines())))


# Letters that sound alike and are taken for each other in names. ড় ঢ় become র and
# ৎ becomes ত; ছ/স is মেহেরুন্নেছা/মেহেরুন্নেসা, ঙ/ং is দীপঙ্কর/দীপংকর.
SOUNDS = dict(zip("ঈঊীূণযশষছঙৎৰৱ\u09dc\u09dd", "ইউিুনজসসসংতরবরর", strict=True))
UNSOUNDED = dict.fromkeys(f"ঁঃ{JOINERS}{HASANTA}{NUKTA}")
FOLDS = TO_ASCII | str.maketrans(SOUNDS | UNSOUNDED | {"ঋ": "রি"})
DOTTED = str.maketrans({"ড": "\u09dc", "ঢ": "\u09dd", "য": "\u09df"})
TAKEN_APART = re.compile(f"([ডঢয]){NUKTA}")
GEMINATE = re.compile(f"([ক-হ]){HASANTA}[{JOINERS}]*(?=\\1)")
SHORTENED_NAME = re.compile("(?<![ঀ-৿])(মো|মোছা|মোসা|মু|ড|ডা)ঃ")
NOT_LETTERS = re.compile(r"(?:[^\w\u0980-\u09ff]|[_৳৷])+")


def recompose(text: str) -> str:
    """Make ড় ঢ় য় one character again, which NFC takes apart.

    The trigrams of PostgreSQL end a word at the dot: without this বড়ুয়া is three words.
    """
    return TAKEN_APART.sub(lambda found: found[1].translate(DOTTED), text)


@lru_cache(maxsize=1 << 14)  # a list says the same posts and offices again and again
def search_key(text: str) -> str:
    """Fold scripts of digits, case, punctuation and the usual slips of spelling.

    Hasanta goes, so that আব্দুল and আবদুল, আক্তার and আকতার meet, and a doubled
    consonant counts once (আহম্মেদ, আহমেদ).
    """
    key = nfkc(clean(text)).casefold()
    if not key.isascii():
        key = GEMINATE.sub("", SHORTENED_NAME.sub(r"\1 ", recompose(key)))
        key = key.translate(FOLDS)
    return NOT_LETTERS.sub(" ", key).strip()


NOT_DIGITS = re.compile("[^0-9]+")


def digits_key(text: object) -> str:
    """All digits of a text in ASCII and nothing else."""
    return NOT_DIGITS.sub("", to_ascii(text))
