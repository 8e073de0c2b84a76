"""Is it Bijoy? Words are judged by their pairs of neighbouring letters.

bijoy_pairs.tsv counts the pairs in the portal's own words, its Bangla as typed in
SutonnyMJ and its English; bijoy_words.tsv names the words that pairs misjudge.
tests/innovation_portal/bangla/count_bijoy.py makes both; docs/adr/bijoy.md says how
well they judge.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from math import log
from pathlib import Path

from innovation_portal.bangla.bijoy import PUNCTUATION, TABLE

PAIRS = Path(__file__).with_name("bijoy_pairs.tsv")
WORDS = Path(__file__).with_name("bijoy_words.tsv")
SURE = 8.0  # the most that one word may say, in natural logarithms of odds
PERHAPS = 1.0  # what a Bangla word says that could be an acronym: ঋণ is FY
GLYPH = 5.0  # what a letter says that English has not, though é and ° may stand in it
ENOUGH = 6.0  # what a column must say altogether
UNSEEN = 0.2  # counted for each pair, so that an unseen one is rare, not impossible
LETTERS = 130  # that may follow a letter, for the same purpose

BANGLA = re.compile("[\u0980-\u09ff]")
DIGITS = re.compile("[0-9]+")
CHUNK = re.compile(r"\S+")
# Other signs of ASCII are letters of the font and part no words: _ is থ, ` is দ.
WORD = re.compile(r"[^\s()\[\]{}<>/,;:.\-+=*!?%#@|\"']+")
ADDRESS = re.compile(
    r"\S*@\S*|(?:https?://|www\.)\S+"
    r"|[a-z0-9.-]+\.(?:bd|com|edu|gov|info|net|org)(?:/\S*)?"
)
ACRONYM = re.compile("[A-Z][A-Z0-9&]+")  # ICT, A4, R&D
QUOTES = dict.fromkeys(map(ord, PUNCTUATION))  # as in Ministry’s
GLYPHS = re.compile("|".join(re.escape(code) for code in TABLE if not code.isascii()))


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """The words with their places; an address is one word."""
    for chunk in CHUNK.finditer(text):
        if ADDRESS.fullmatch(chunk[0].strip("()[],;.")):
            yield *chunk.span(), chunk[0]
        else:
            for word in WORD.finditer(text, *chunk.span()):
                yield *word.span(), word[0]


def odds(word: str) -> float | None:
    """How much rather Bijoy than Latin, in logarithms of odds, at most SURE either way.

    None for a number or a single letter, which say nothing. Capitals alone are an
    acronym unless bijoy_words.tsv knows them, since Bangla words without any vowel sign
    are few. Words over 40 letters are judged by their start.
    """
    if BANGLA.search(word) or len(WORD.findall(word)) > 1:
        return -SURE
    if GLYPHS.search(word):
        return min(SURE, by_pairs(word[:40]) + GLYPH)
    word = word.translate(QUOTES)
    if word in _known():
        return _known()[word]
    if len(word) < 2 or DIGITS.fullmatch(word):
        return None
    return -SURE if ACRONYM.fullmatch(word) else by_pairs(word[:40])


@lru_cache(maxsize=1 << 14)
def by_pairs(word: str) -> float:
    """The odds by letters alone."""
    bijoy, latin = _kinds()
    return max(-SURE, min(SURE, bijoy.likelihood(word) - latin.likelihood(word)))


def typed_in_bijoy(texts: Iterable[str]) -> bool:
    """Whether a column's texts, of which no font is known, are Bijoy.

    Cells in Unicode Bangla and acronyms have no vote; a word has one, however often it
    stands there. Never ask about columns of e-mail addresses or telephone numbers.
    """
    asked = [text for text in set(texts) if not BANGLA.search(text)]
    distinct = {word for text in asked for _, _, word in words(text)}
    voting = (odds(word) or 0 for word in distinct if not ACRONYM.fullmatch(word))
    return sum(voting) > ENOUGH


def pairs(word: str) -> list[str]:
    """Neighbouring letters of a word; a space stands at its ends, 0 for a number."""
    letters = f" {DIGITS.sub('0', word)} "
    return [letters[at : at + 2] for at in range(len(letters) - 1)]


class _Kind:
    """How a kind of text puts one letter after another."""

    def __init__(self, counts):
        self.counts = Counter(counts)
        self.firsts = Counter()
        for pair, count in counts.items():
            self.firsts[pair[0]] += count

    def likelihood(self, word):
        return sum(
            log(self.counts[pair] + UNSEEN)
            - log(self.firsts[pair[0]] + UNSEEN * LETTERS)
            for pair in pairs(word)
        )


def _rows(path):
    return (line.split("\t") for line in path.read_text("utf-8").splitlines()[1:])


@cache
def _kinds():
    rows = list(_rows(PAIRS))
    bijoy = {pair: int(count) for pair, count, _ in rows}
    return _Kind(bijoy), _Kind({pair: int(count) for pair, _, count in rows})


@cache
def _known():
    bijoy = {True: PERHAPS, False: SURE}
    return {
        word: bijoy[word.isupper()] if kind == "bijoy" else -SURE
        for word, kind in _rows(WORDS)
    }
