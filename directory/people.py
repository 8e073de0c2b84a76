"""Which officer each line is: one person with several charges is one officer."""

from directory import phones
from directory.names import name_key


def assign_officers(lines, entries):
    """Give lines their known officer, or a ``person`` number shared by one person.

    The same mobile and name is the same person, on whatever lines; without a mobile
    a new line is a person of its own.
    """
    officers = {
        mark: entry.officer_id
        for entry in entries
        if entry.officer_id and (mark := _mark(entry))
    }
    persons = {}
    for line in lines:
        if not line.name:
            line.officer_id = None
        elif not line.officer_id:
            mark = _mark(line) or id(line)
            line.officer_id = officers.get(mark)
            if not line.officer_id:
                line.person = persons.setdefault(mark, len(persons) + 1)


def _mark(line):
    mobile = phones.key(phones.by_field(line.numbers).get("mobile", ()))
    return mobile and (mobile, name_key(line.name))
