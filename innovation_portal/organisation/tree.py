"""Offices in the order of the tree: each below its parent, siblings in their order."""

from collections import defaultdict


def nested(offices):
    """The offices as (office, children) pairs, from the topmost that are given."""
    offices = list(offices)
    known = {office.pk for office in offices}
    below = defaultdict(list)
    for office in sorted(offices, key=lambda office: (office.order, office.pk)):
        parent = office.parent_id if office.parent_id in known else None
        below[parent].append(office)

    def branch(parent):
        return [(office, branch(office.pk)) for office in below[parent]]

    return branch(None)


def in_tree_order(offices):
    """The same offices as one list, as they are read from the top down."""

    def flat(branches):
        for office, children in branches:
            yield office
            yield from flat(children)

    return list(flat(nested(offices)))


def counted(branches, counts):
    """The same pairs as (office, children, total): what is counted there and below."""
    found = []
    for office, children in branches:
        below = counted(children, counts)
        total = counts.get(office.pk, 0) + sum(each[2] for each in below)
        found.append((office, below, total))
    return found


def ways(offices):
    """The way to each office from the topmost that is given, by its key."""
    known = {office.pk: office for office in offices}
    return {
        office.pk: [known[key] for key in office.keys if key in known]
        for office in known.values()
    }
