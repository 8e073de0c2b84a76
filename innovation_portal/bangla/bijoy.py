"""SutonnyMJ (Bijoy) to Unicode: a table of glyph codes, then the order of syllables.

In that encoding a text is a row of glyphs as the eye meets them: ি stands before its
consonant, reph after it, ো around it, and a conjunct may have several codes. Convert
before `folding.clean`: ্ল is a soft hyphen there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from innovation_portal.bangla.nfc import nfc

HASANTA = "\u09cd"
ZWNJ = "\u200c"
ZWJ = "\u200d"
REPH = f"র{HASANTA}"
YA_PHALA = f"{HASANTA}য"
READ, UNREAD, LATIN = "read", "unread", "latin"

SOURCE = Path(__file__).with_name("bijoy.tsv")
TABLE = dict(line.split("\t") for line in SOURCE.read_text("utf-8").splitlines()[1:])


def _codes(meaning, apart=""):
    """A pattern of the codes whose text is of a kind, the longest first."""
    codes = [code for code, text in TABLE.items() if re.fullmatch(meaning, text)]
    codes = sorted(set(codes) - set(apart), key=len, reverse=True)
    return "|".join(map(re.escape, codes))


BEFORE = _codes("[িেৈ]")
HALF = _codes(f"[ক-হ]{HASANTA}", apart="©")
LETTER = _codes(f"[ক-হ](?!{HASANTA}$).*|[অ-ঔৎ]")
BELOW = _codes(f"{HASANTA}.*")
HANGING = _codes("[ুূৃঁ]") + "|©"
BESIDE = _codes("[াীৗ]")
AFTER = _codes("[ংঃ]")
# No conjunct begins with more than two halves; without that limit a row of halves
# would be read again from each of them.
LETTERS = f"(?:{LETTER}|(?:{HALF}){{1,2}}(?:{LETTER}|{BELOW}))"
SYLLABLE = re.compile(
    f"(?P<before>{BEFORE})?"
    f"(?P<letters>{LETTERS}(?:{BELOW}|{HANGING})*+)"
    f"(?P<beside>(?:(?:{BESIDE})(?:©|u)*+)?)"
    f"(?P<after>(?:{AFTER})?)"
)
PIECE = re.compile(f"{LETTER}|{BELOW}|{HALF}|{HANGING}|{BESIDE}", re.DOTALL)
JOINED = re.compile(f"(?:{BEFORE})?(?:{LETTER}|{HALF})")
# Read alone: digits, marks of punctuation, and ঃ, which typists use for a colon.
ALONE = re.compile(f"{_codes('[০-৯।৳—“”‘’]')}|t")
# Codes that only pairs give a meaning; alone they are what Unicode says they are.
PUNCTUATION = frozenset("–—‘’“”…•")
# Codes of the encoding that this table does not know, and none of which is white space.
UNKNOWN = frozenset("€Žž") | frozenset(map(chr, range(0x80, 0xA0))) - {"\x85"}
CODES = (frozenset("".join(TABLE)) | UNKNOWN) - PUNCTUATION - frozenset("0123456789")
SIGNS = re.compile("[া-ৌৗ]")
VOWEL_SIGNS = frozenset(("", *"ািীুূৃেৈোৌ"))


@dataclass(frozen=True)
class Converted:
    """A text in parts, each READ, UNREAD (as it was) or LATIN (as it was, rightly)."""

    parts: tuple[tuple[str, str], ...]

    @property
    def text(self) -> str:
        """Unicode in NFC."""
        return nfc("".join(text for _, text in self.parts))

    @property
    def unread(self) -> tuple[str, ...]:
        """The pieces of the source that stand in the text because nobody knows them."""
        return self._of(UNREAD)

    @property
    def latin(self) -> tuple[str, ...]:
        return self._of(LATIN)

    def _of(self, kind):
        return tuple(text for found, text in self.parts if found == kind)


def converted(pieces: Iterable[tuple[str, str]]) -> Converted:
    """Neighbours of one kind make one part."""
    kinds = groupby(pieces, key=itemgetter(0))
    return Converted(
        tuple((kind, "".join(text for _, text in group)) for kind, group in kinds)
    )


def to_unicode(text: str) -> Converted:
    """Read a text typed in SutonnyMJ; Unicode Bangla in it stays as it is.

    What makes no syllable stays as it was, as a part of its own, never guessed.
    """
    return converted(_pieces(nfc(text)))


def _pieces(text):
    at = 0
    while at < len(text):
        found = SYLLABLE.match(text, at)
        read = _syllable(found, text) if found else _alone(text[at])
        end = found.end() if found else at + 1
        yield (UNREAD, text[at:end]) if read is None else (READ, read)
        at = end


def _alone(character):
    """What a code means without a syllable; None where it can mean nothing."""
    if ALONE.fullmatch(character):
        return TABLE[character]
    return None if character in CODES else character


def _syllable(found, text):
    """A syllable in the order of Unicode, or None where its signs contradict."""
    glyphs = PIECE.findall(found["letters"] + found["beside"])
    body = "".join(TABLE[glyph] for glyph in glyphs if glyph not in {"©", "u"})
    vowel = _vowel(TABLE.get(found["before"], "") + "".join(SIGNS.findall(body)))
    letters = _letters(SIGNS.sub("", body))
    if vowel is None or not _fits(letters, vowel):
        return None
    reph = REPH if "©" in glyphs else ""
    nasal = "ঁ" if "u" in glyphs else ""
    if letters.endswith(HASANTA) and JOINED.match(text, found.end()):
        letters += ZWNJ  # the font shows the hasanta, and so shall Unicode: উদ্‌যাপন
    after = TABLE.get(found["after"], "")
    return (reph + letters + vowel + nasal + after).replace("অা", "আ")


def _vowel(signs):
    """One vowel sign out of its parts; a sign struck twice is there once."""
    vowel = nfc("".join(dict.fromkeys(signs)))
    return vowel if vowel in VOWEL_SIGNS else None


def _letters(letters):
    """Consonants with one hasanta between two of them, and ya-phala last."""
    letters = re.sub(f"{HASANTA}+", HASANTA, letters)
    if letters.startswith(REPH):  # reph has a code of its own, so this is র‍্যাব
        letters = f"র{ZWJ}{letters[1:]}"
    if YA_PHALA in letters[:-2]:
        letters = letters.replace(YA_PHALA, "") + YA_PHALA
    return letters


def _fits(letters, vowel):
    if letters[0] in "অআইঈউঊঋএঐওঔৎ":
        return letters[1:] in {"", YA_PHALA} and vowel in {"", "া"}
    return not (vowel and letters.endswith(HASANTA))
