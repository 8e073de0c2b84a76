"""What a word sounds like, written the same for Bangla and Latin spellings of it.

`sound` keeps vowels and so tells names apart; `skeleton` is its consonants, in which
all spellings of a name agree; `unlikeness` ranks those that have one skeleton.
"""

import re
from functools import lru_cache
from itertools import pairwise

from innovation_portal.bangla.digits import to_ascii
from innovation_portal.bangla.folding import (
    HASANTA,
    JOINERS,
    NOT_LETTERS,
    clean,
    recompose,
)
from innovation_portal.bangla.nfc import nfkc

VOWELS = "aeiou"
SIGNS = "\u09be-\u09cc"
# One letter for all that the Latin spelling of a name mixes up: j/z, aspirates.
# S is sh, which is s to the skeleton and nearly s to the ear.
CONSONANTS = dict(
    zip(
        "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহৎৰ\u09dc\u09dd",
        "kkggncsjjnttddnttddnpfbbmjrlSSshtrrr",
        strict=True,
    )
)
LETTERS = str.maketrans(
    CONSONANTS
    | dict(zip("অআইঈউঊএওািীুূেো", "oaiiuueoaiiuueo", strict=True))
    | {"ঐ": "oi", "ৈ": "oi", "ঔ": "ou", "ৌ": "ou", "ঋ": "ri", "ৃ": "ri"}
    | dict.fromkeys(f"{HASANTA}ঃঁ{JOINERS}")
)
CONSONANT = "".join(CONSONANTS)
BANGLA = (
    (re.compile(f"[{JOINERS}ঃঁ]"), ""),
    (re.compile(f"জ{HASANTA}ঞ"), "গ"),
    (re.compile(f"ক{HASANTA}ষ"), "ক"),
    (re.compile("[ঙং](?![কখগঘ\u09cd])"), f"ন{HASANTA}গ"),
    (re.compile("ং"), f"ন{HASANTA}"),
    # The য and the ব of a conjunct are silent.
    (re.compile(f"{HASANTA}য|(?<=[জতথদধশসষ]){HASANTA}ব"), ""),
    (re.compile(f"\u09df(?=[{SIGNS}])"), ""),
    (re.compile("\u09df"), "ই"),
    # A consonant without a sign says o, save at the end of a word.
    (re.compile(f"(?<=[{CONSONANT}])(?=[{CONSONANT}])"), "o"),
)
LATIN = (
    (re.compile("ssain"), "sen"),  # Hossain is হোসেন
    (re.compile("chh"), "s"),
    (re.compile("ksh|kkh|x"), "k"),
    (re.compile("ph"), "f"),
    (re.compile("ch"), "\x00"),
    (re.compile("[cq]"), "k"),
    (re.compile("\x00"), "c"),
    (re.compile("s+h"), "S"),
    (re.compile("([kgjtdb])h"), r"\1"),
    (re.compile("z"), "j"),
    (re.compile("v"), "b"),
    (re.compile("ee|y"), "i"),
    (re.compile("oo"), "u"),
    (re.compile("w"), "o"),
)
DOUBLED = re.compile(r"(.)\1+")
UNSOUNDED = re.compile("[^A-Za-z0-9 ]")


@lru_cache(maxsize=1 << 14)
def sound(text: str) -> str:
    """Write a text as it is spoken: মোশাররফ and Mosharraf are moSarorof and moSaraf."""
    text = recompose(nfkc(clean(text)).casefold())
    for sign, letter in BANGLA + LATIN:
        text = sign.sub(letter, text)
    text = NOT_LETTERS.sub(" ", to_ascii(text.translate(LETTERS)))
    return " ".join(DOUBLED.sub(r"\1", UNSOUNDED.sub("", text)).split())


TO_BONES = str.maketrans("S", "s", VOWELS)
BREATHED = re.compile("([kgjtdb])h")  # সোবহান is Sobhan


def skeleton(text: str) -> str:
    """Consonants that Bangla and Latin spellings of a name share: mosiur, মশিউর → msr.

    A vowel at the start of a word stays, as a, since without it উদ্দিন is দীন.
    """
    return " ".join(map(bones, sound(text).split()))


def bones(spoken: str) -> str:
    """The skeleton of one word's sound."""
    first = "a" if spoken[:1] in VOWELS else ""
    letters = BREATHED.sub(r"\1", spoken.translate(TO_BONES))
    return first + DOUBLED.sub(r"\1", letters)


def unlikeness(typed: str, spoken: str) -> float:
    """How far a typed sound is from the start of another one; 0 is the same word.

    The cheapest way from one to the other (Wagner and Fischer 1974), where vowels that
    are taken for each other cost little; what is not typed yet, next to nothing.
    """
    row = [0.0]
    for letter in spoken:
        row.append(row[-1] + _left_out(letter))
    for letter in typed:
        above, row = row, [row[0] + _left_out(letter)]
        for there, (corner, upper) in zip(spoken, pairwise(above), strict=True):
            row.append(
                min(
                    corner + _taken_for(letter, there),
                    upper + _left_out(letter),
                    row[-1] + _left_out(there),
                )
            )
    left = len(spoken) - 1
    ends = (cost + UNTYPED * (left - n) for n, cost in enumerate(row[1:]))
    return min(ends, default=row[-1])


UNTYPED = 0.12  # of a letter
NEAR = {"ao": 0.15, "Ss": 0.1, "ei": 0.3, "ou": 0.3, "ae": 0.3}
NEAR |= {pair[::-1]: cost for pair, cost in NEAR.items()}


def _left_out(letter):
    if letter == "o":
        return 0.2
    return 0.4 if letter in VOWELS else 1


def _taken_for(one, other):
    if one == other:
        return 0
    both = one in VOWELS and other in VOWELS
    return NEAR.get(one + other, 0.5 if both else 1)
