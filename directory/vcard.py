"""vCard 3.0 as text (RFC 2426): properties in, lines out."""

OCTETS = 75  # of a line, section 2.6
UNSEEN = dict.fromkeys([*range(32), *range(127, 160)], " ")
ESCAPES = UNSEEN | {ord(c): f"\\{c}" for c in "\\,;"} | {ord(c): "\\n" for c in "\r\n"}


def escaped(text):
    """A text as a value (section 4), on one line; what is not seen becomes a space."""
    return text.replace("\r\n", "\n").translate(ESCAPES)


def written(properties):
    """The lines of one contact; a property that says nothing is left out."""
    said = [f"{name}:{value}" for name, value in properties if value]
    return ["BEGIN:VCARD", "VERSION:3.0", *said, "END:VCARD"]


def folded(line):
    """The line with its end, in pieces of 75 octets that cut no character."""
    rest, pieces, room = line.encode(), [], OCTETS
    while len(rest) > room:
        cut = room
        while rest[cut] & 0xC0 == 0x80:  # within a character of UTF-8
            cut -= 1
        pieces.append(rest[:cut].decode())
        rest, room = rest[cut:], OCTETS - 1  # after the space that goes on
    return "\r\n ".join([*pieces, rest.decode()]) + "\r\n"
