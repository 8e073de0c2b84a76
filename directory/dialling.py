"""A telephone cell on the screen: as typed, with what a click dials."""

import re

from directory.phones import INSIDE

BETWEEN = re.compile(r"\s*[,;\n]\s*")


def pieces(typed, numbers):
    """Pairs of a text and its tel: address (RFC 3966), empty where none is sure.

    `numbers` are those read from the cell, as phones.Number.as_json gives them.
    """
    texts = BETWEEN.split(typed)
    if len(texts) != len(numbers):
        return [(typed, "")]
    return list(zip(texts, map(_address, numbers), strict=True))


def _address(number):
    if number["e164"]:
        extension = f";ext={number['extension']}" if number["extension"] else ""
        return f"tel:{number['e164']}{extension}"
    inside = number["kind"] in INSIDE and 2 <= len(number["digits"]) <= 6
    return f"tel:{number['digits']}" if inside else ""
