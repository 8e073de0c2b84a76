"""Times of day: Bangla names the part of the day, as offices do, and never am or pm."""

import re
from datetime import datetime, time

from innovation_portal.bangla.digits import to_ascii
from innovation_portal.bangla.folding import clean, search_key
from innovation_portal.bangla.numbers import in_digits

# The part of the day that begins at each hour.
PARTS_OF_DAY = (
    (20, "রাত"),
    (18, "সন্ধ্যা"),
    (15, "বিকাল"),
    (12, "দুপুর"),
    (6, "সকাল"),
    (4, "ভোর"),
    (0, "রাত"),
)
# Hours that people may mean by a part of the day, wider than those that we write.
HOURS = {
    search_key(name): hours
    for names, hours in (
        ("am", range(12)),
        ("pm অপরাহ্ণ", range(12, 24)),
        ("ভোর", range(3, 7)),
        ("সকাল পূর্বাহ্ণ", range(5, 12)),
        ("দুপুর", range(11, 16)),
        ("বেলা", range(7, 18)),
        ("বিকাল বিকেল", range(14, 19)),
        ("সন্ধ্যা সন্ধা", range(17, 21)),
        ("রাত রাত্রি", (*range(18, 24), *range(5))),
    )
    for name in names.split()
}


def _part_of_day(moment: time | datetime) -> str:
    return next(name for begins, name in PARTS_OF_DAY if moment.hour >= begins)


def _clock(moment: time | datetime) -> str:
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{moment.hour % 12 or 12}{minutes}টা"


def format_time(moment: time | datetime, language: str) -> str:
    """সকাল ১০:৩০টা, বিকাল ৩টা, or 10:30 am."""
    if language.startswith("bn"):
        return in_digits(f"{_part_of_day(moment)} {_clock(moment)}", language)
    half = "am" if moment.hour < 12 else "pm"
    return f"{moment.hour % 12 or 12}:{moment.minute:02} {half}"


def format_times(begins: time | datetime, ends: time | datetime, language: str) -> str:
    """সকাল ১০:৩০টা থেকে দুপুর ১২টা, or 10:30 am to 12:00 pm.

    The part of the day is said once where it is the same: সকাল ১০টা থেকে ১১:৩০টা.
    """
    start, end = format_time(begins, language), format_time(ends, language)
    if not language.startswith("bn"):
        return f"{start} to {end}"
    if _part_of_day(begins) == _part_of_day(ends) and begins <= ends:
        end = in_digits(_clock(ends), language)
    return f"{start} থেকে {end}"


# সাড়ে ১০টা is 10:30, সোয়া ১০টা 10:15, পৌনে ১১টা 10:45.
QUARTERS = {clean(name): minutes for name, minutes in (("সাড়ে", 30), ("সোয়া", 15))}
QUARTERS["পৌনে"] = -15
TIME = re.compile(
    rf"(?:(?!{'|'.join(QUARTERS)})(?P<part>[^\W\d][\u0980-\u09ff]*)\s?)?"
    rf"(?:(?P<quarter>{'|'.join(QUARTERS)})\s?)?(?P<hour>[0-9]{{1,2}})"
    r"(?:\s?[:.ঃ]\s?(?P<minute>[0-9]{2})(?::00)?|\s?টা\s(?P<past>[0-9]{1,2}))?"
    r"\s?(?:টা(?:য়)?|ঘটিকা(?:য়)?|মিনিটে?)?"
    r"(?:\s?(?P<half>[ap])\.?m\.?)?",
    re.IGNORECASE,
)


def parse_time(text: str, *, of_office: bool = False) -> time | None:
    """Read 10:30, ১০.৩০, সকাল সাড়ে ১০টা, ১০টা ৩০, বিকাল ৩:৩০টা, 3:30 pm or 15:30.

    None for what is no time, and for an hour from 1 to 7 that says neither the part of
    the day nor, by a leading nought, that it is meant by 24 hours. Of an office's day,
    1 to 6 are in the afternoon.
    """
    found = TIME.fullmatch(to_ascii(clean(text)))
    if not found:
        return None
    part = found["half"] + "m" if found["half"] else found["part"]
    hour = _hour(found["hour"], part and search_key(part), of_office)
    said = found["minute"] or found["past"]
    minute = int(said or 0)
    if hour is None or minute > 59 or (said and found["quarter"]):
        return None
    minutes = (hour * 60 + minute + QUARTERS.get(found["quarter"], 0)) % (24 * 60)
    return time(*divmod(minutes, 60))


def _hour(typed, part, of_office):
    hour = int(typed)
    if not part:
        doubtful = len(typed) == 1 and 1 <= hour <= 7
        if doubtful and of_office and hour < 7:
            return hour + 12
        return hour if hour < 24 and not doubtful else None
    either = {hour, (hour + 12) % 24} if 1 <= hour <= 12 else {hour}
    meant = either.intersection(HOURS.get(part, ()))
    return meant.pop() if len(meant) == 1 else None
