"""What a typist's hands make of Unicode Bangla in SutonnyMJ: the converter's inverse.

It searches the font's glyphs for each cluster of consonants, in all the ways there are,
and puts them where the eye wants them.
"""

import re
import unicodedata
from functools import cache
from operator import itemgetter

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


def typed(text, choose=itemgetter(0)):
    """The text as a typist makes it; `choose` picks one of several ways."""
    text = unicodedata.normalize("NFC", text).replace("আ", "অা")
    return "".join(_pieces(text, choose))


def _pieces(text, choose):
    at = 0
    while at < len(text):
        found = SYLLABLE.match(text, at)
        yield _syllable(found, choose) if found else choose(codes(text[at]))
        at = found.end() if found else at + 1


def _syllable(found, choose):
    before, _, beside = AROUND.get(found["vowel"], f" {found['vowel']}").partition(" ")
    signs = (found["reph"] and REPH, found["hasanta"] and HASANTA, beside)
    tail = [sign for sign in (*signs, found["nasal"], found["after"]) if sign]
    letters = choose(ways(found["letters"].replace(ZWJ, "")))
    first = choose(codes(before)) if before else ""
    return first + letters + "".join(choose(codes(sign)) for sign in tail)


def codes(text):
    """All codes for a sign, the habitual first; what the font lacks stays as it is."""
    return _codes(text) or [text]


def _codes(text):
    found = [key for key, meant in TABLE.items() if meant == text]
    return sorted(found, key=lambda key: key != HABITS.get(text))


@cache
def ways(letters):
    """All rows of glyphs that draw a cluster, those with the fewest glyphs first."""
    rows = [row for row in _ways(letters) if not _misleads(row, letters)]
    return tuple(sorted(rows, key=len)) or (_with_visible_hasanta(letters),)


def _ways(letters):
    found = _codes(letters)
    for cut in (at for at, sign in enumerate(letters) if sign == HASANTA):
        first, rest = letters[:cut], letters[cut:]
        found += [head + tail for head in _ways(first) for tail in _below(rest)]
        halves = _codes(first + HASANTA)
        found += [half + tail for half in halves for tail in _ways(rest[1:])]
        found += [half + tail for half in halves for tail in _below(rest)]
    return list(dict.fromkeys(found))


def _below(rest):
    """Glyphs that hang below or beside what stands before."""
    found = _codes(rest)
    for cut in (at for at, sign in enumerate(rest) if sign == HASANTA and at):
        tails = _below(rest[cut:])
        found += [head + tail for head in _codes(rest[:cut]) for tail in tails]
    return found


def _misleads(row, letters):
    """Whether two of its glyphs are together another letter: nè is হ্ণ, never হ্ন."""
    pairs = [meant for key, meant in TABLE.items() if len(key) == 2 and key in row]
    return "©" in row or any(meant not in letters for meant in pairs)


def _with_visible_hasanta(letters):
    return "".join(codes(sign)[0] for sign in re.findall(f"[ক-হ]়?|{HASANTA}", letters))
