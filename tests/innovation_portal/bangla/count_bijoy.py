"""Makes the tables of the vote: python -m tests.innovation_portal.bangla.count_bijoy

Counts the pairs of neighbouring letters in the portal's own words: its Bangla as a
typist makes it in SutonnyMJ, and its English; then names the words that these counts
misjudge. Run it when the words have changed much.
"""

import json
import re
from collections import Counter
from functools import cache
from pathlib import Path

from openpyxl import load_workbook

from innovation_portal.bangla import bijoy_vote
from tests.innovation_portal.bangla.typist import typed

ROOT = Path(__file__).resolve().parents[3]
CATALOGUES = ("locale/bn", "locale/packages/bn")
LISTS = ("2017-01-15", "2017-02-12")
BANGLA = re.compile("[\u0980-\u09ff\u200c\u200d]+")
ENGLISH = re.compile("[A-Za-z]{2,}")
# Bangla words that are capitals alone in Bijoy, beside those of the portal.
CAPITALS = (
    "এক এই ওই এত কত গত অত ঋণ গণ জজ ছক চক ইট উট একক কতক ঘটক গণক চটক টক ঠক গজ খত জট ঘট"
)
PLACEHOLDERS = re.compile(r"%\(\w+\)s|\{\w+\}|\\n|\S+@\S+")


@cache
def vocabulary():
    """The portal's (Bangla, English) words, each once."""
    texts = [path.read_text() for path in _catalogues()]
    texts += [_offices(), _lists(), (ROOT / "directory/reading/words.tsv").read_text()]
    text = PLACEHOLDERS.sub(" ", "\n".join(texts))
    return sorted(set(BANGLA.findall(text))), sorted(set(ENGLISH.findall(text)))


def _catalogues():
    return [ROOT / name / "LC_MESSAGES/django.po" for name in CATALOGUES]


def _offices():
    offices = (ROOT / "innovation_portal/demo/offices.json").read_text()
    return json.dumps(json.loads(offices), ensure_ascii=False)


def _lists():
    books = [ROOT / f"directory/demo/phone_list_{name}.xlsx" for name in LISTS]
    rows = (row for book in books for row in load_workbook(book).active.values)
    english = ROOT / "tests/directory/workbooks/phone_list_english_headers.csv"
    bangla = " ".join(str(value) for row in rows for value in row if value)
    return f"{bangla} {english.read_text()}"


def counted(words):
    return Counter(pair for word in words for pair in bijoy_vote.pairs(word))


def write():
    bangla, english = vocabulary()
    bijoy = {typed(word) for word in bangla}
    latin = {form for word in english for form in (word, word.lower(), word.title())}
    here, there = counted(bijoy), counted(latin)
    table = [f"{pair}\t{here[pair]}\t{there[pair]}" for pair in sorted(here | there)]
    _save(bijoy_vote.PAIRS, "pair\tbijoy\tlatin", table)
    bijoy |= set(map(typed, CAPITALS.split()))
    kinds = [(word, "bijoy") for word in sorted(bijoy)]
    kinds += [(word, "latin") for word in sorted(latin - bijoy)]
    _save(bijoy_vote.WORDS, "word\tkind", ["\t".join(x) for x in kinds if _wrong(*x)])


def _save(path, heading, rows):
    path.write_text("\n".join((heading, *rows, "")))


def _wrong(word, kind):
    """Whether letters misjudge a word that has none but those of ASCII."""
    if not word.isalpha() or not word.isascii() or len(word) < 2:
        return False
    if word.isupper():
        return kind == "bijoy"
    return (bijoy_vote.by_pairs(word) < 0) == (kind == "bijoy")


if __name__ == "__main__":
    write()
