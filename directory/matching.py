"""Which coming line continues which line of the present list.

Passes from the surest mark to the weakest; in each, only what is unique on both sides
among the lines still free is matched. What stays ambiguous is for the clerk.
"""

from collections import defaultdict
from dataclasses import dataclass

MOST = 50  # lines that may share a mark; one that more share tells none of them


@dataclass(frozen=True, slots=True)
class Marks:
    """What a line can be known by; empty where it has none. ``office`` is any key
    that is equal for equal offices on both sides, ``whole`` all that the line says."""

    email: str = ""
    mobile: str = ""
    name: str = ""
    office: object = None
    post: str = ""
    room: str = ""
    extension: str = ""
    whole: str = ""


def _by_email(marks):
    return marks.email


def _by_mobile(marks):
    return marks.mobile


def _by_name(marks):
    return marks.name and (marks.office, marks.name)


def _by_room(marks):
    return marks.post and marks.room and (marks.office, marks.post, marks.room)


def _by_extension(marks):
    return (
        marks.post and marks.extension and (marks.office, marks.post, marks.extension)
    )


def _by_all(marks):
    return marks.whole


PASSES = (_by_email, _by_mobile, _by_name, _by_room, _by_extension, _by_all)


def match(coming, known, chosen=None):
    """Pair the two lists of Marks.

    Returns (pairs, candidates): indexes of ``coming`` to the index of ``known`` that it
    continues, and to the several that it could. ``chosen`` are pairs picked by hand;
    None as a partner means that the line continues none.
    """
    chosen = chosen or {}
    pairs = {here: there for here, there in chosen.items() if there is not None}
    free = {here for here in range(len(coming)) if here not in chosen}
    open_ = set(range(len(known))) - set(pairs.values())
    for mark in PASSES:
        left, right = _groups(coming, free, mark), _groups(known, open_, mark)
        for key, here in left.items():
            there = right.get(key, ())
            if len(here) == len(there) == 1:
                pairs[here[0]] = there[0]
                free.discard(here[0])
                open_.discard(there[0])
    return pairs, _candidates(coming, known, free, open_)


def _groups(lines, indexes, mark):
    groups = defaultdict(list)
    for index in sorted(indexes):
        if key := mark(lines[index]):
            groups[key].append(index)
    return groups


def _candidates(coming, known, free, open_):
    found = defaultdict(set)
    for mark in PASSES:
        right = _groups(known, open_, mark)
        for index in free:
            there = right.get(mark(coming[index]), ())
            if 0 < len(there) <= MOST:
                found[index].update(there)
    return {index: sorted(there) for index, there in found.items()}
