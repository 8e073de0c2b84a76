"""Telephone cells: what was typed, read as numbers with kind, digits and E.164.

A reading never rejects: what is no number comes back as a note, and `doubt` says so.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from directory import numbering
from directory.names import is_blank, is_ditto
from innovation_portal.bangla.digits import to_ascii
from innovation_portal.bangla.folding import clean, clean_lines, search_key

KINDS = (
    *("office", "pabx", "intercom", "residence", "mobile", "fax", "ip_phone"),
    "red_phone",
)
# Kinds whose numbers are dialled within the house: two to six digits are right there.
INSIDE = frozenset(("pabx", "intercom", "ip_phone", "red_phone"))


class Number(NamedTuple):
    """One number: digits as dialled within the country, E.164 where there is one."""

    kind: str
    digits: str
    e164: str = ""
    extension: str = ""
    note: str = ""

    def as_json(self) -> dict[str, str]:
        return self._asdict()


WORDS = {
    "office": "অফিস অফি অ দপ্তর office off o",
    "pabx": "পিএবিএক্স পিবিএক্স pabx pbx",
    "intercom": "ইন্টারকম ইন্টার intercom",
    "residence": "বাসা বাসার বাসভবন বা আবাসিক আবাস residence residential res r home",
    "mobile": "মোবাইল মোবা মো সেল mobile mob m cell",
    "fax": "ফ্যাক্স ফ্যা fax",
    "ip_phone": "আইপি ip ipphone",
    "red_phone": "লাল রেড red",
    "extension": "এক্স এক্সটেনশন এক্সটেনশান বর্ধিত ext extn extension x",
    "": "কম ফোন টেলিফোন টেলি টেলিঃ নম্বর নং phone telephone tel ph number no",
}
MEANING = {word: kind for kind, words in WORDS.items() for word in words.split()}

DASHES = str.maketrans("‐‑‒–—−﹣－＋", "--------+")
PLAIN = re.compile(r"\+?[0-9][0-9 -]*")
IN_BRACKETS = re.compile(r"\(\s*(\+?[0-9]+)\s*\)")
GROUP = re.compile(r"\+?[0-9]+")
TOKEN = re.compile(
    r"(?P<number>\+?[0-9]+(?:\s*[-. ]\s*[0-9]+)*)"
    r"|(?P<next>[,;\n|&،]|(?<=\s)(?:ও|এবং|and)\s)"
    r"|(?P<slash>/)|(?P<word>[^\W\d_][^\d\s,;/|&()\[\]+:.-]*)"
)


LONGEST = 500  # signs of a cell; a line holds fewer, so a longer one is not taken apart


@lru_cache(maxsize=1 << 15)
def parse(typed: str | float | None, kind: str) -> tuple[Number, ...]:
    """Read a cell. Nothing comes of an empty one, a dash or a ditto mark.

    `typed` may be the number a spreadsheet made of it (1712345678, 9551612.0).
    """
    if isinstance(typed, str) and len(typed) > LONGEST:
        return (Number(kind, "", note=clean(typed[:LONGEST])),)
    text = _as_text(typed)
    if PLAIN.fullmatch(text):
        return tuple(_numbers(text, kind))
    if is_blank(text) or is_ditto(text):
        return ()
    return _Reading(kind).read(text)


def _as_text(typed: str | float | None) -> str:
    if isinstance(typed, str):
        text = clean_lines(to_ascii(typed)).translate(DASHES)
        return text[:-2] if text.endswith(".0") and text[:-2].isdigit() else text
    if typed is None:
        return ""
    return str(int(typed)) if float(typed).is_integer() else str(typed)


class _Reading:
    """One pass over the numbers and words of a cell; each token has its method.

    A word before a number is about all numbers to come (ফ্যাক্স: ৯৫৫১৬১২), a word after
    it about those before, back to the last comma (৯৫৫১৬১২ (বাসা)).
    """

    def __init__(self, kind: str):
        self.kind = kind
        self.numbers: list[Number] = []
        self.first = 0  # of the numbers that a word to come is about
        self.leading = self.named = self.extends = self.slashed = False
        self.remark = ""

    def read(self, text: str) -> tuple[Number, ...]:
        for found in TOKEN.finditer(IN_BRACKETS.sub(r" \1 ", text)):
            getattr(self, found.lastgroup)(found[0])
        if not self.numbers:
            return (Number(self.kind, "", note=clean(text)),)
        return tuple(self.numbers)

    def next(self, _: str) -> None:
        self.first = len(self.numbers)
        self.leading = self.named = self.extends = self.slashed = False

    def slash(self, _: str) -> None:
        self.slashed = True

    def word(self, word: str) -> None:
        meaning = MEANING.get(word.casefold().strip("ঃ"))
        if meaning == "extension":
            self.extends = True
        elif meaning is None:
            self._add_note(word)
        elif meaning and (self.leading or self.first == len(self.numbers)):
            self.kind, self.leading = meaning, True
        elif meaning:
            self._change(kind=meaning)

    def _add_note(self, word: str) -> None:
        if self.first < len(self.numbers):
            self._change(note=f"{self.numbers[-1].note} {word}".strip())
        else:
            self.remark = f"{self.remark} {word}".strip()

    def _change(self, **changes: str) -> None:
        about = self.numbers[self.first :]
        self.numbers[self.first :] = [number._replace(**changes) for number in about]
        self.named = True

    def number(self, text: str) -> None:
        if self.named:
            self.first, self.named = len(self.numbers), False
        last = self.numbers.pop() if self.numbers else None
        digits = "".join(GROUP.findall(text))
        inner = len(digits) <= 5
        if self.extends:
            read = [_extended(last, digits, self.kind)]
        elif last and last.extension and inner:
            read = [last, last._replace(extension=digits)]
        elif last and last.e164 and inner and self.slashed:
            read = _with_tail(last, digits, "/")
        else:
            read = [last] * bool(last) + _numbers(text, self.kind, self.remark)
            self.remark = ""
        self.numbers += read
        self.extends = self.slashed = False


def _extended(last: Number | None, extension: str, kind: str) -> Number:
    if last:
        return last._replace(extension=extension)
    return Number(kind if kind in INSIDE else "pabx", extension)


def _numbers(text: str, kind: str, note: str = "") -> list[Number]:
    """Read digits with spaces and hyphens: "02-9551612-123", "9551612 9551613"."""
    groups = GROUP.findall(text)
    numbers = []
    while groups:
        taken = _groups_of_first(groups, kind)
        digits = numbering.national("".join(groups[:taken]))
        number = Number(kind, digits, numbering.e164(digits), note=note)
        groups = groups[taken:]
        if number.e164 and _is_tail(groups):
            numbers += _with_tail(number, groups.pop(0), "-" if "-" in text else " ")
        else:
            numbers.append(number)
    return numbers


def _is_tail(groups: list[str]) -> bool:
    """Tell whether what follows a number belongs to it and begins no other one."""
    if not groups or len(groups[0]) > 5:
        return False
    return len(groups) == 1 or not numbering.e164(numbering.national("".join(groups)))


def _groups_of_first(groups: list[str], kind: str) -> int:
    """Tell how many groups of digits make the first number: the longest one known."""
    sizes = {len(group) for group in groups}
    if len(groups) > 1 and kind in INSIDE and len(sizes) == 1 and max(sizes) <= 5:
        return 1
    for taken in range(len(groups), 0, -1):
        if len(groups[taken - 1]) <= 2 and len(groups[taken - 2]) >= 6 and taken > 1:
            continue
        if numbering.e164(numbering.national("".join(groups[:taken]))):
            return taken
    return len(groups)


def _with_tail(number: Number, tail: str, between: str) -> list[Number]:
    """Read what follows a whole number: 9551612-5 and -15 are a range of lines,
    9551612/13 is another ending, and all else is an extension.
    """
    stem, ending = number.digits[: -len(tail)], number.digits[-len(tail) :]
    lines = int(tail) - int(ending)
    if len(tail) > 2 or between == " " or (between == "-" and not 0 < lines <= 10):
        return [number._replace(extension=tail)]
    steps = range(1, lines + 1) if between == "-" else [lines]
    endings = (str(int(ending) + step).zfill(len(tail)) for step in steps)
    others = (stem + ending for ending in endings)
    return [number] + [
        number._replace(digits=digits, e164=numbering.e164(digits)) for digits in others
    ]


def by_field(stored: list[dict]) -> dict[str, list[Number]]:
    """Numbers as a line keeps them (`Line.numbers`), by the column they stand in."""
    found: dict[str, list[Number]] = {}
    for number in stored:
        values = {name: number[name] for name in Number._fields}
        found.setdefault(number["field"], []).append(Number(**values))
    return found


def key(numbers: tuple[Number, ...]) -> str:
    """One spelling for a cell, so that the same numbers written otherwise are equal."""
    return " ".join(
        f"{number.kind}:{number.digits}"
        + (f"x{number.extension}" if number.extension else "")
        + (f"({search_key(number.note)})" if number.note else "")
        for number in numbers
    )


def doubt(typed: str | float | None, kind: str) -> Promise | None:
    """Say in a sentence why a cell may be no telephone number, or nothing.

    Dhaka's seven digits are not doubted: many are in use and lists are full of them.
    """
    for number in parse(typed, kind):
        if sentence := _doubt(number):
            return format_lazy(sentence, typed=typed)
    return None


def _doubt(number: Number) -> Promise | None:
    size = len(number.digits)
    if not size:
        return _("This is no telephone number: {typed}")
    if number.kind == "mobile" and not numbering.could_be_mobile(number.e164):
        return _("A mobile number has 11 digits and begins with 013 to 019: {typed}")
    if number.e164 or (number.kind in INSIDE and 2 <= size <= 6):
        return None
    if numbering.HOTLINE.fullmatch(number.digits):
        return None
    if size < 7:
        return _("This telephone number is too short: {typed}")
    if size > 11:
        return _("This telephone number is too long: {typed}")
    return _("There is no such telephone number: {typed}")
