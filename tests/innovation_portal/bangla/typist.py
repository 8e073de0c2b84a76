"""What a typist's hands make of Unicode Bangla in SutonnyMJ: the converter's inverse.

It searches the font's glyphs for each cluster of consonants, in all the ways there are,
and puts them where the eye wants them.
"""

import re
import unicodedata
from functools import cache

from innovation_portal.bangla.bijoy import HASANTA, REPH, TABLE, ZWJ, ZWNJ

# One typist's habits, where the font has several codes for a sign; see `ways` for all.
HABITS = {"ে": "‡", "ৈ": "ˆ", "ু": "y", "ূ": "~", "ৃ": "…", "্ব": "^", "্ম": "¥"}
HABITS |= {"্র": "ª", "্ন": "œ", "্ল": "¬", "ক্ষ": "ÿ", "জ্ঞ": "Á", "দ্": "˜", "ন্": "š"}
AROUND = {"ি": "ি ", "ে": "ে ", "ৈ": "ৈ ", "ো": "ে া", "ৌ": "ে ৗ"}
SYLLABLE = re.compile(
    rf"(?P<reph>র{HASANTA}(?=[ক-হৎ]))?"
    rf"(?P<letters>[ক-হ]়?(?:{ZWJ}?{HASANTA}[ক-হ]়?)*|[অ-ঔ](?:{HASANTA}য)?|ৎ)"
    rf"(?P<hasanta>{HASANTA}{ZWNJ}?(?![ক-হ])|{HASANTA}{ZWNJ})?"
    r"(?P<vowel>[া-ৌ]?)(?P<nasal>ঁ?)(?P<after>[ংঃ]?)"
)


def typed(text):
    """The text as one typist makes it."""
    return _typed(text, lambda letters: ways(letters)[0])


def _typed(text, glyphs):
    text = unicodedata.normalize("NFC", text).replace("আ", "অা")
    return "".join(_pieces(text, glyphs))


def _pieces(text, glyphs):
    at = 0
    while at < len(text):
        found = SYLLABLE.match(text, at)
        yield _syllable(found, glyphs) if found else code(text[at])
        at = found.end() if found else at + 1


def _syllable(found, glyphs):
    before, _, beside = AROUND.get(found["vowel"], f" {found['vowel']}").partition(" ")
    signs = (found["reph"] and REPH, found["hasanta"] and HASANTA, beside)
    tail = (*signs, found["nasal"], found["after"])
    letters = glyphs(found["letters"].replace(ZWJ, ""))
    return code(before) + letters + "".join(code(sign) for sign in tail if sign)


def code(text):
    """One code for a sign; what the font lacks stays as it is."""
    if text in HABITS:
        return HABITS[text]
    return next((key for key, meant in TABLE.items() if meant == text), text)


def codes(text):
    """All codes for a sign, the habitual first."""
    found = [key for key, meant in TABLE.items() if meant == text]
    return sorted(found, key=lambda key: key != HABITS.get(text))


@cache
def ways(letters):
    """All rows of glyphs that draw a cluster, those with the fewest glyphs first."""
    return tuple(sorted(_ways(letters), key=len)) or (_with_visible_hasanta(letters),)


def _ways(letters):
    found = codes(letters)
    for cut in (at for at, sign in enumerate(letters) if sign == HASANTA):
        first, rest = letters[:cut], letters[cut:]
        found += [head + tail for head in _ways(first) for tail in _below(rest)]
        halves = codes(first + HASANTA)
        found += [half + tail for half in halves for tail in _ways(rest[1:])]
        found += [half + tail for half in halves for tail in _below(rest)]
    return list(dict.fromkeys(found))


def _below(rest):
    """Glyphs that hang below or beside what stands before."""
    found = codes(rest)
    for cut in (at for at, sign in enumerate(rest) if sign == HASANTA and at):
        tails = _below(rest[cut:])
        found += [head + tail for head in codes(rest[:cut]) for tail in tails]
    return found


def _with_visible_hasanta(letters):
    return "".join(code(sign) for sign in letters)
