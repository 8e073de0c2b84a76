"""The telephone numbers of Bangladesh: what a run of digits is, and its E.164 form.

Rules for mobiles, Dhaka and IP telephony are here, since a list holds thousands of
them; everything rarer is asked of the phonenumbers library and remembered.
"""

import re
from functools import lru_cache

import phonenumbers

MOBILE = re.compile(r"01[3-9][0-9]{8}")
# Dhaka's old seven and newer eight digits, and the nine of BTCL's renumbering (from
# 2020), in which 02 goes before the numbers of the other divisions too.
DHAKA = re.compile(r"02(?:[2-9][0-9]{6}|[45][0-9]{7}|[2-9][0-9]{8})")
IP_PHONE = re.compile(r"096[0-9]{8}")
KNOWN = re.compile(f"{MOBILE.pattern}|{DHAKA.pattern}|{IP_PHONE.pattern}")
COUNTRY = re.compile(r"(?:\+|00)88(?=0)|88(?=0[0-9]{8})")
HOTLINE = re.compile(r"999|333|1[0-9][0-9]|16[0-9]{3}")


def national(typed: str) -> str:
    """Give the digits as dialled within the country, from digits with or without +.

    Mends what a spreadsheet or a habit took away: the leading zero (1712345678,
    29551612) and the area code of Dhaka (9551612, 47112233, 223381234).
    """
    if found := COUNTRY.match(typed):
        return "0" + typed[found.end() :].lstrip("0")
    digits = typed.replace("+", "00")
    if digits.startswith("0") or len(digits) < 7:
        return digits
    return _with_lost_zero(digits)


def _with_lost_zero(digits: str) -> str:
    plain, dhaka = "0" + digits, "02" + digits
    if KNOWN.fullmatch(plain):
        return plain
    elsewhere = len(digits) == 9 and digits[0] != "2" and _e164(plain)
    if KNOWN.fullmatch(dhaka) and not elsewhere:
        return dhaka
    return plain if _e164(plain) else digits


def e164(digits: str) -> str:
    """Give +880…, or nothing for digits that are no number of the country."""
    return "+880" + digits[1:] if KNOWN.fullmatch(digits) else _e164(digits)


def could_be_mobile(number: str) -> bool:
    """Tell it of an E.164 number; of numbers abroad nothing is known."""
    return bool(MOBILE.fullmatch("0" + number.removeprefix("+880"))) or (
        bool(number) and not number.startswith("+880")
    )


@lru_cache(maxsize=4096)
def _e164(digits: str) -> str:
    if not digits.startswith("0") or len(digits) < 7:
        return ""
    try:
        number = phonenumbers.parse(digits, "BD")
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_valid_number(number):
        return ""
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
