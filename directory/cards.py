"""Contacts for telephones, as a file and as a QR code.

vCard 3.0 is plain UTF-8 and read by every telephone that knows Bangla; 4.0 is not.
"""

import io
from itertools import groupby
from operator import attrgetter

import segno
from django.utils.translation import gettext as _

from directory.making import MINISTRY
from directory.models import PHONE_KINDS
from directory.vcard import escaped, folded, written

TYPES = {"residence": "HOME,VOICE", "mobile": "CELL,VOICE", "fax": "WORK,FAX"}
QR_FIRST = ("mobile", "office_phone")  # a code has no room for more
QR_ROOM = 330  # octets: about version 12, whose points a camera tells apart at 3 cm


def card(lines, edition):
    """The contact of one officer, or of one line without: all that reaches him.

    ``lines`` are his entries, the main charge first. What cannot be dialled from
    outside stands in the note, since a telephone would dial it all the same.
    """
    first, reach = lines[0], [(line, line.calls_by_kind) for line in lines]
    place = (MINISTRY["name_bn"], first.wing, first.section)
    emails = [("EMAIL;TYPE=INTERNET", escaped(line.email)) for line in lines]
    properties = [
        *_names(first),
        ("ORG", ";".join(map(escaped, filter(None, place)))),
        ("TITLE", escaped(first.post)),
        *dict.fromkeys(telephone for _kind, telephone in _telephones(reach)),
        *dict.fromkeys(emails),
        ("NOTE", escaped("\n".join(dict.fromkeys(_notes(reach))))),
        ("REV", edition.updated_on.isoformat()),
    ]
    return "".join(map(folded, written(properties)))


def cards(entries, edition):
    """A contact for each officer, and for each line without that can be reached.

    The entries come as ``by_person`` gives them.
    """
    for _person, alike in groupby(entries, key=attrgetter("person")):
        lines = list(alike)
        if any(line.email or line.phones for line in lines):
            yield card(lines, edition)


def qr_text(lines):
    """As much of the contact as keeps its code small: the name in any case."""
    reach = [(line, line.calls_by_kind) for line in lines]
    telephones = dict(reversed([*_telephones(reach)]))
    useful = [telephones.get(kind) for kind in QR_FIRST]
    useful += [("EMAIL", escaped(lines[0].email)), ("TITLE", escaped(lines[0].post))]
    taken = _names(lines[0])
    for further in filter(None, useful):
        longer = written([*taken, further])
        if len("\r\n".join(longer).encode()) <= QR_ROOM:
            taken.append(further)
    return "\r\n".join(written(taken))


def qr_svg(text):
    """The bytes of a picture without any style of its own, as the CSP asks."""
    code = segno.make(text, error="l", micro=False, encoding="utf-8")
    picture = io.BytesIO()
    code.save(picture, kind="svg", xmldecl=False, omitsize=True, light="#fff")
    return picture.getvalue()


def _names(entry):
    """A Bangla name has no family name to sort by; a post without person is a name.

    The honorific is no part of the full name, or all would stand under one letter.
    """
    post = " – ".join(filter(None, (entry.post, entry.section))) or entry.wing
    name, before = escaped(entry.name or post), escaped(entry.honorific)
    return [("N", f";{name};;{before};"), ("FN", name)]


def _telephones(reach):
    """The kind of each number that can be dialled from outside, and its property."""
    for _line, calls in reach:
        for kind, pairs in calls:
            for _typed, address in pairs:
                if address.startswith("tel:+"):
                    number = address.removeprefix("tel:").replace(";ext=", ",")
                    name = f"TEL;TYPE={TYPES.get(kind, 'WORK,VOICE')}"
                    yield kind, (name, escaped(number))


def _notes(reach):
    for line, _calls in reach[1:]:
        yield ", ".join(filter(None, (line.post, line.section)))
    for line, calls in reach:
        for kind, pairs in calls:
            inside = [typed for typed, to in pairs if not to.startswith("tel:+")]
            if inside:
                yield f"{PHONE_KINDS[kind]}: {', '.join(inside)}"
        if line.room:
            yield f"{_('Room')}: {line.room}"
