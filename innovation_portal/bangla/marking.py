"""Which part of a text a search found: spans of the text as printed, never of its key.

A span begins and ends between whole signs, since a mark inside a conjunct or before a
vowel sign would tear the letters apart.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Set

from innovation_portal.bangla.digits import to_ascii
from innovation_portal.bangla.folding import HASANTA, JOINERS
from innovation_portal.bangla.spoken import LETTER, words

CONSONANT = "[ক-হৎৰৱ]\u09bc?"
# A consonant with all that hangs on it, or any other sign, and the signs after it.
SIGN = re.compile(
    f"(?:{CONSONANT}(?:[{JOINERS}]?{HASANTA}[{JOINERS}]?(?={CONSONANT}){CONSONANT})*|.)"
    f"[\u0300-\u036f\u0981-\u0983\u09bc\u09be-\u09cd\u09d7\u09e2\u09e3\u09fe{JOINERS}]*",
    re.DOTALL,
)
RUN = re.compile(rf"\d+|(?:{LETTER}|[{JOINERS}])+")
LEAST_NUMBER = 5  # digits of a number that stands wholly in what was typed

Span = tuple[int, int]


def marked(text: str, spans: Collection[Span]) -> Iterator[tuple[str, bool]]:
    """Cut a text at its spans: pieces, and whether each is marked."""
    end = 0
    for start, stop in _joined(_whole(text, spans)) if spans else ():
        if start > end:
            yield text[end:start], False
        yield text[start:stop], True
        end = stop
    if end < len(text):
        yield text[end:], False


def spans_of_words(text: str, pieces: Set, whole: Set) -> list[Span]:
    """Where a word holds one of the pieces of a key, or is one of the whole words."""
    spans = []
    for run in RUN.finditer(text):
        if not whole.isdisjoint(words(run[0])):
            spans.append(run.span())
            continue
        key = _key(run[0])
        for piece in pieces:
            if piece in key:
                spans += _within(run, key, piece)
    return spans


def spans_of_number(text: str, pieces: Collection[str]) -> list[Span]:
    """Where a telephone number holds one of the pieces, whatever stands between."""
    places = [place for place, sign in enumerate(text) if sign.isdecimal()]
    digits = to_ascii("".join(text[place] for place in places))
    spans = []
    for piece in pieces:
        start, size = digits.find(piece), len(piece)
        if start < 0 and len(digits) >= LEAST_NUMBER and digits in piece:
            start, size = 0, len(digits)
        if start >= 0:
            spans.append((places[start], places[start + size - 1] + 1))
    return spans


def _within(run, key, piece):
    """The signs whose keys together hold the piece, wherever it stands in the word."""
    text = run[0]
    cuts = [found.end() for found in SIGN.finditer(text)]
    ends = [(cut, len(_key(text[:cut]))) for cut in cuts]
    place = key.find(piece)
    while place >= 0:
        start = max((end for end, length in ends if length <= place), default=0)
        stop = min(end for end, length in ends if length >= place + len(piece))
        yield run.start() + start, run.start() + stop
        place = key.find(piece, place + len(piece))


def _key(text):
    return " ".join(word.key for word in words(text))


def _whole(text, spans):
    """The spans, widened to the ends of signs."""
    cuts = [0, *(sign.end() for sign in SIGN.finditer(text))]
    for start, stop in spans:
        yield cuts[bisect_right(cuts, start) - 1], cuts[bisect_left(cuts, stop)]


def _joined(spans):
    """Spans in their order, those that touch made one."""
    joined = []
    for start, stop in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1][1] = max(stop, joined[-1][1])
        else:
            joined.append([start, stop])
    return joined
