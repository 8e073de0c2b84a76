"""A telephone cell on the screen: as typed, with what a click dials."""

import re

from directory.phones import INSIDE, parse

BETWEEN = re.compile(r"\s*[,;\n]\s*")
COLUMNS = {"office_phone": "office"}  # where the column's name is not the kind's


def pieces(typed, column):
    """Pairs of a text and its tel: address (RFC 3966), empty where none is sure."""
    kind = COLUMNS.get(column, column)
    texts, numbers = BETWEEN.split(typed), parse(typed, kind)
    if len(texts) != len(numbers):
        return [(typed, "")]
    return list(zip(texts, map(_address, numbers), strict=True))


def _address(number):
    if not number.e164:
        inside = number.kind in INSIDE and 2 <= len(number.digits) <= 6
        return f"tel:{number.digits}" if inside else ""
    extension = f";ext={number.extension}" if number.extension else ""
    return f"tel:{number.e164}{extension}"
