"""The people of a list from ক to হ, each under the letter that files the name."""

from itertools import groupby

from directory.paper.pdf import TEMPLATE, Row, frame
from innovation_portal.bangla.names import LEADING
from innovation_portal.paper.apart import from_template_apart


def alphabetical_list(edition, entries):
    """The bytes of the PDF; entries come as ``Entry.objects.by_name`` sorts them."""
    return from_template_apart(TEMPLATE, context(edition, entries))


def context(edition, entries):
    """What the template shows of the people; a vacant post is none."""
    people = [entry for entry in entries if entry.name]
    told = frame(edition, people)
    letters = groupby(people, key=lambda entry: first_letter(entry.sort_name))
    groups = [
        (letter, [_row(entry, told["columns"]) for entry in lines])
        for letter, lines in letters
    ]
    return told | {"note": "(বর্ণানুক্রমে)", "wings": groups, "numbered": False}


def first_letter(name):
    """The letter of the dictionary under which a name stands; a dot is passed over."""
    return next((sign for sign in name if sign.isalpha()), "–").upper()


def _row(entry, columns):
    lead = LEADING.match(entry.name)
    leading = lead[0] if lead else ""
    return Row(
        "",
        entry,
        entry.name.removeprefix(leading),
        entry.section or entry.wing,
        [column.cell(entry) for column in columns],
        leading,
    )
