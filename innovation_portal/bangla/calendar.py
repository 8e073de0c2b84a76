"""Gregorian dates in words, and dates as people type them: day first."""

import re
from datetime import date, datetime

from innovation_portal.bangla import bangabda
from innovation_portal.bangla.clock import format_time
from innovation_portal.bangla.digits import to_ascii
from innovation_portal.bangla.folding import clean, search_key
from innovation_portal.bangla.numbers import in_digits

MONTHS = {
    "bn": "জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
    "en": "January February March April May June July August September October"
    " November December",
}
WEEKDAYS = {
    "bn": "সোমবার মঙ্গলবার বুধবার বৃহস্পতিবার শুক্রবার শনিবার রবিবার",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}


def _pick(names: dict[str, str], index: int, language: str) -> str:
    return names["bn" if language.startswith("bn") else "en"].split()[index]


def month_name(month: int, language: str) -> str:
    return _pick(MONTHS, month - 1, language)


def weekday_name(day: date, language: str) -> str:
    return _pick(WEEKDAYS, day.weekday(), language)


def format_date(day: date, language: str) -> str:
    """১২ ফেব্রুয়ারি ২০১৭, or 12 February 2017."""
    words = f"{day.day} {month_name(day.month, language)} {day.year}"
    return in_digits(words, language)


def format_month(day: date, language: str) -> str:
    return f"{month_name(day.month, language)} {in_digits(day.year, language)}"


def format_short_date(day: date, language: str) -> str:
    """১২/০২/২০১৭, or 12/02/2017."""
    return in_digits(f"{day:%d/%m}/{day.year:04}", language)


def format_dates(first: date, last: date, language: str) -> str:
    """১৪–১৬ ফেব্রুয়ারি ২০১৭, ২৮ ফেব্রুয়ারি – ২ মার্চ ২০১৭, or a single day."""
    end = format_date(last, language)
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{in_digits(first.day, language)}–{end}"
    start = format_date(first, language)
    if first.year == last.year:
        start = start.rpartition(" ")[0]
    return f"{start} – {end}"


def format_datetime(moment: datetime, language: str) -> str:
    return f"{format_date(moment, language)}, {format_time(moment, language)}"


SHORT = "jan feb mar apr may jun jul aug sep oct nov dec"
MONTH_NUMBERS = {
    search_key(name): number
    for names in (*MONTHS.values(), SHORT)
    for number, name in enumerate(names.split(), start=1)
} | {"sept": 9, search_key("অগাস্ট"): 8, search_key("ফেব্রু"): 2}
BANGLA_MONTHS = {
    search_key(name): number
    for names in (*bangabda.MONTHS.values(), "বৈশাখ জৈষ্ঠ্য আষাড়")
    for number, name in enumerate(names.split(), start=1)
} | {search_key("জৈষ্ঠ"): 2, search_key("অঘ্রান"): 8}

DAY = r"(?<![0-9])(?P<day{0}>[0-9]{{1,2}})"
YEAR = r"(?P<year{0}>[0-9]{{4}})(?![0-9])"
WORD = r"(?P<word{0}>[^\W\d_][^\d\s,.:/-]*)"
FORMS = (
    DAY + r"\s?(?P<mark>[./-])\s?(?P<month{0}>[0-9]{{1,2}})\s?(?P=mark)\s?" + YEAR,
    r"(?<![0-9])(?P<year{0}>[0-9]{{4}})(?P<dash>[/-])(?P<month{0}>[0-9]{{1,2}})(?P=dash)"
    r"(?P<day{0}>[0-9]{{1,2}})(?![0-9])",
    DAY + r"(?:st|nd|rd|th|লা|রা|ঠা|ই|শে)?[\s-]?" + WORD + r"[.,]?[\s-]?" + YEAR,
    WORD + r"\s(?P<day{0}>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s" + YEAR,
)
DATE = re.compile("|".join(form.format(i) for i, form in enumerate(FORMS)), re.I)
# খ্রিঃ, ইং, বঙ্গাব্দ and the midnight that a spreadsheet adds say nothing more.
AFTER = re.compile(
    r"[\s,]*(?:খ্রি(?:স্টাব্দ|ষ্টাব্দ)?|ইং|ইংরেজি|বঙ্গাব্দ|বাংলা|সাল|AD|CE)?[.ঃ:]?"
    r"(?:T?00:00(?::00)?)?",
    re.I,
)
UPDATED = re.compile(r"হালনাগাদ|হাল নাগাদ|updated?|as on|as of", re.I)


def parse_date(text: str) -> date | None:
    """Read a whole text as a date, in either digit script and either calendar.

    None for what is no date, for an impossible one, and for a year of two digits,
    which can't be told from a month.
    """
    text = to_ascii(clean(text))
    found = DATE.match(text)
    if not found or not AFTER.fullmatch(text, found.end()):
        return None
    return _as_date(found)


def find_date(text: str) -> date | None:
    """Find the date in a line such as "হালনাগাদঃ ১৫/০১/২০১৭ খ্রিঃ"; None without one.

    Of several dates, the one after the word for an update counts, else the first.
    """
    text = to_ascii(clean(text))
    said = UPDATED.search(text)
    for part in (text[said.end() :] if said else "", text):
        dates = filter(None, map(_as_date, DATE.finditer(part)))
        if day := next(dates, None):
            return day
    return None


def cut_date(text: str) -> tuple[date | None, str]:
    """The first date in a text, and what the text says beside it."""
    text = to_ascii(clean(text))
    for found in DATE.finditer(text):
        if day := _as_date(found):
            after = AFTER.match(text, found.end()).end()
            return day, f"{text[: found.start()]} {text[after:]}".strip()
    return None, text


def _as_date(found: re.Match) -> date | None:
    parts = {
        key.rstrip("0123"): part for key, part in found.groupdict().items() if part
    }
    word = search_key(parts.get("word", ""))
    month = int(parts.get("month") or MONTH_NUMBERS.get(word, 0))
    year, day = int(parts["year"]), int(parts["day"])
    try:
        if word in BANGLA_MONTHS and 1307 <= year < 1607:
            return bangabda.to_gregorian(year, BANGLA_MONTHS[word], day)
        return date(year, month, day) if 1900 <= year < 2200 else None
    except ValueError:
        return None
