"""Numbers on the way out: lakh grouping for amounts, plain digits for all else.

Years, room and memo numbers are names, not amounts: they are never grouped.
"""

import re
from decimal import Decimal

from innovation_portal.bangla.digits import to_ascii, to_bangla

LAKHS = re.compile(r"(?<=[0-9])(?=(?:[0-9]{2})*[0-9]{3}$)")


def in_digits(text: object, language: str) -> str:
    """Write a number or a text with the digits of the language, ungrouped."""
    return to_bangla(text) if language.startswith("bn") else to_ascii(text)


def grouped(number: int | float | Decimal, language: str) -> str:
    """Group by thousand, lakh and crore: ১২,৩৪,৫৬৭ in Bangla, 12,34,567 in English."""
    whole, point, fraction = format(Decimal(str(number)), "f").partition(".")
    return in_digits(LAKHS.sub(",", whole) + point + fraction, language)
