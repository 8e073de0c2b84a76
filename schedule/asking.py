"""What is asked in a search: words, and the days that are named among them."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from innovation_portal.bangla.calendar import MONTH_NUMBERS, cut_date
from innovation_portal.bangla.folding import search_key

NEAR = {"আজ": 0, "আজকে": 0, "today": 0, "আগামীকাল": 1, "tomorrow": 1}
NEAR = {search_key(word): days for word, days in NEAR.items()}
NEAR |= {search_key("গতকাল"): -1, "yesterday": -1}
DAY = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th|লা|রা|ঠা|ই|শে)?")
YEAR = re.compile(r"(?:19|20|21)[0-9]{2}")


@dataclass(frozen=True)
class Asked:
    """``words`` to be found, on the days from ``first`` to ``last`` or on any."""

    words: str
    first: date | None = None
    last: date | None = None

    def of(self, sittings):
        """Those that answer; signs without a letter or a digit are no question."""
        if self.first:
            sittings = sittings.on_days(self.first, self.last)
        elif not search_key(self.words):
            return sittings.none()
        return sittings.matching(self.words)


def read(text, today):
    """১৪/০২/২০১৭, 14 February, ফেব্রুয়ারি ২০১৭ and আগামীকাল are days, all else words."""
    day, rest = cut_date(text)
    if day:
        return Asked(rest, day, day)
    words = rest.split()
    for place, word in enumerate(words):
        key = search_key(word)
        if key in NEAR:
            day = today + timedelta(days=NEAR[key])
            return Asked(" ".join(words[:place] + words[place + 1 :]), day, day)
        if key in MONTH_NUMBERS and (asked := _month(words, place, today)):
            return asked
    return Asked(rest)


def _month(words, place, today):
    """A month with its day, its year or both around it; alone it is but a word."""
    before, after = words[:place], words[place + 1 :]
    month = MONTH_NUMBERS[search_key(words[place])]
    day = DAY.fullmatch(before[-1]) if before else None
    year = YEAR.fullmatch(after[0]) if after else None
    if not (day or year):
        return None
    rest = " ".join((before[:-1] if day else before) + (after[1:] if year else after))
    span = _span(int(year[0]) if year else today.year, month, day and int(day[1]))
    return span and Asked(rest, *span)


def _span(year, month, day):
    last = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, last)
    return (date(year, month, day),) * 2 if 1 <= day <= last else None
