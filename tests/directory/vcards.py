"""A reader of vCard 3.0 of its own, by RFC 2426: what a telephone takes from a file."""

import re

ENDS = {"n": "\n", "N": "\n"}


def unfolded(data):
    """The lines of the bytes, each of which had at most 75 octets."""
    assert data.endswith(b"\r\n")
    pieces = data.split(b"\r\n")[:-1]
    assert all(len(piece) <= 75 for piece in pieces)
    for piece in pieces:
        piece.decode()  # no character was cut
    return re.sub(rb"\r\n[ \t]", b"", data).decode().split("\r\n")[:-1]


def values(text):
    """The parts of a value between semicolons that are not escaped."""
    parts, escaped = [""], False
    for character in text:
        if escaped:
            parts[-1] += ENDS.get(character, character)
            escaped = False
        elif character == "\\":
            escaped = True
        elif character == ";":
            parts.append("")
        else:
            parts[-1] += character
    assert not escaped
    return parts


def read(lines):
    """Each contact as its properties: name to a list of values."""
    contacts = []
    for line in lines:
        name, _colon, value = line.partition(":")
        if line == "BEGIN:VCARD":
            contacts.append({})
        elif line == "END:VCARD":
            assert list(contacts[-1])[0] == "VERSION"
        else:
            contacts[-1].setdefault(name, []).append(values(value))
    return contacts


def contacts(data):
    return read(unfolded(data))
