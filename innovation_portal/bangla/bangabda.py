"""The Bangla calendar as the government of Bangladesh reckons it; years are বঙ্গাব্দ.

The year begins on 14 April. Until 1425 its first five months have 31 days and the
others 30; Falgun has one more where the Gregorian year it falls in is a leap year.
Since 1426 six months have 31 days, Falgun 29 (30 in a leap year), the others 30: the
rule of the Bangla Academy in force since 16 October 2019, ৩১ আশ্বিন ১৪২৬, by which the
national days keep the Bangla dates of 1952 and 1971. Both reckon 1426 alike before that
day, so the change leaves no gap. West Bengal's almanac is another calendar.

Sources: bdnews24.com of 17 October 2019; daily-bangladesh.com 30081.
"""

from calendar import isleap
from datetime import date, timedelta
from typing import NamedTuple

from innovation_portal.bangla.numbers import in_digits

MONTHS = {
    "bn": "বৈশাখ জ্যৈষ্ঠ আষাঢ় শ্রাবণ ভাদ্র আশ্বিন কার্তিক অগ্রহায়ণ পৌষ মাঘ ফাল্গুন চৈত্র",
    "en": "Baishakh Jyaishtha Ashar Shraban Bhadra Ashwin Kartik Agrahayan Poush Magh"
    " Falgun Chaitra",
}
FALGUN = 11
OLD_RULE = (31,) * 5 + (30,) * 7
NEW_RULE = (31,) * 6 + (30,) * 4 + (29, 30)
FIRST_OF_NEW_RULE = 1426
EPOCH = 593  # from a Bangla year to the Gregorian one in which it begins


class BanglaDate(NamedTuple):
    year: int
    month: int
    day: int


def _new_year(year: int) -> date:
    return date(year + EPOCH, 4, 14)


def _months(year: int) -> list[int]:
    """Days of the twelve months."""
    days = list(OLD_RULE if year < FIRST_OF_NEW_RULE else NEW_RULE)
    days[FALGUN - 1] += isleap(year + EPOCH + 1)
    return days


def from_gregorian(day: date) -> BanglaDate:
    year = day.year - EPOCH
    if day < _new_year(year):
        year -= 1
    month, left = 1, (day - _new_year(year)).days
    for days in _months(year):
        if left < days:
            break
        month, left = month + 1, left - days
    return BanglaDate(year, month, left + 1)


def to_gregorian(year: int, month: int, day: int) -> date:
    """Raises ValueError for a day that is in no month, such as ৩১ ফাল্গুন."""
    months = _months(year)
    if not (1 <= month <= 12 and 1 <= day <= months[month - 1]):
        raise ValueError(f"no day of the Bangla calendar: {year}-{month}-{day}")
    return _new_year(year) + timedelta(sum(months[: month - 1]) + day - 1)


def bangla_date(day: date, language: str = "bn") -> str:
    """২ ফাল্গুন ১৪২৩, or 2 Falgun 1423."""
    bangla = from_gregorian(day)
    months = MONTHS["bn" if language.startswith("bn") else "en"].split()
    written = f"{bangla.day} {months[bangla.month - 1]} {bangla.year}"
    return in_digits(written, language)
