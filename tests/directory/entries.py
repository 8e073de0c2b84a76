"""Editions and entries as they stand after publication, made without a workbook."""

import datetime
from itertools import count

from directory import phones
from directory.actions.word import recount_words
from directory.comparing import fill_search
from directory.models import PHONE_KINDS, Edition, Entry

KINDS = {column: column for column in PHONE_KINDS} | {"office_phone": "office"}
COUNTS = dict.fromkeys(("added", "changed", "new_holders", "removed", "unchanged"), 0)
_next = count(1)


def edition(number=1, updated_on=datetime.date(2017, 2, 12)):
    return Edition.objects.create(number=number, updated_on=updated_on, **COUNTS)


def entry(name="", **texts):
    """One line of the list from edition `first` on, after those made before it."""
    line = _line(name, **texts)
    recount_words()
    return line


def entries(*names):
    """A line of the current list for each of the names."""
    for name in names:
        _line(name)
    recount_words()


def _line(name, first=1, last=None, line=None, **texts):
    here = next(_next)
    line = Entry(
        name=name,
        line=line or here,
        position=here,
        first_edition_id=first,
        last_edition_id=last,
        **texts,
    )
    line.numbers = [
        number.as_json() | {"field": column}
        for column, kind in KINDS.items()
        for number in phones.parse(getattr(line, column), kind)
    ]
    fill_search(line)
    line.save()
    return line
