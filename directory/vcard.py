"""vCard 3.0 as text (RFC 2426): properties in, lines out."""

import re

OCTETS = 75  # of a line, section 2.6
UNSEEN = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]+")
SPECIAL = re.compile(r"[\\,;]")
LINE_END = re.compile(r"\r\n?|\n")


def escaped(text):
    """A text as a value (section 4); what is not seen is left out."""
    text = SPECIAL.sub(r"\\\g<0>", UNSEEN.sub(" ", text))
    return LINE_END.sub(r"\\n", text)


def written(properties):
    """The lines of one contact; a property that says nothing is left out."""
    said = [f"{name}:{value}" for name, value in properties if value]
    return ["BEGIN:VCARD", "VERSION:3.0", *said, "END:VCARD"]


def folded(line):
    """The line with its end, in pieces of 75 octets that cut no character."""
    pieces, size = [""], 0
    for character in line:
        width = len(character.encode())
        if size + width > OCTETS:
            pieces.append("")
            size = 1  # the space that begins a further piece
        pieces[-1] += character
        size += width
    return "\r\n ".join(pieces) + "\r\n"
