"""Doubts that show only when the lines are seen together."""

from collections import defaultdict

from directory import phones
from directory.linking import title_of
from directory.names import name_key
from directory.reading.problems import Problem

MANY = 0.2  # share of the present list from which removals are pointed out
FEW = 10  # removals that are never pointed out


def doubts(lines, removed, present):
    """Problems of the lines together; ``removed`` of ``present`` lines would go."""
    found = _shared(lines, "mobile", "same_mobile", _mobiles)
    found += _shared(lines, "email", "same_email", lambda line: [line.email])
    found += _twice(lines)
    if removed > max(FEW, present * MANY):
        found.append(Problem("many_removed", details={"count": removed}))
    return found


def _mobiles(line):
    return [phones.key([number]) for number in line.numbers.get("mobile", ())]


def _shared(lines, name, code, marks):
    """The same mark under two names; an additional charge is right."""
    owners = defaultdict(dict)
    for line in lines:
        for mark in filter(None, marks(line) if line.texts.get("name") else ()):
            owners[mark].setdefault(name_key(line.texts["name"]), line)
    return [
        line.problem(code, name, other=next(iter(people.values())).texts["name"])
        for people in owners.values()
        for line in list(people.values())[1:]
    ]


def _twice(lines):
    seen, found = {}, []
    for line in lines:
        said = tuple(sorted(line.texts.items()))
        if said in seen:
            found.append(line.problem("same_line", "name", other=seen[said]))
        seen.setdefault(said, line.row)
    return found


def unknown(lines, offices, designations):
    """Problems of the offices and designations that the finders did not know."""
    yield from _unknown_names(
        lines,
        offices,
        "office",
        lambda line: (line.texts["wing"], line.texts.get("section", "")),
        lambda text, line: "wing" if text == line.texts["wing"] else "section",
    )
    yield from _unknown_names(
        lines,
        designations,
        "designation",
        lambda line: (title_of(line.texts.get("post", "")),),
        lambda text, line: "post",
    )


def _unknown_names(lines, finder, code, name_of, field_of):
    """A problem for each unknown office or designation, at the line it comes first."""
    found, waiting = [], dict(finder.unknown)
    for line in lines:
        for text in name_of(line):
            if text in waiting:
                near = finder.names.get(waiting.pop(text))
                details = {"text": text} | ({"near": near} if near else {})
                ending = "_near" if near else ""
                found.append(
                    line.problem(code + ending, field_of(text, line), **details)
                )
    return found
