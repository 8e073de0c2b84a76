"""What of a file is in the schedule already, and what clashes: with it, and within."""

from innovation_portal.bangla.folding import search_key
from schedule.clashes import clashes_of_many, wanted
from schedule.importing.rows import Row
from schedule.importing.understanding import Understanding
from schedule.models import Sitting, Strength
from schedule.spans import common


def lines_of(upload, by):
    """The Lines of an Import as things stand now, for a user who would enter them."""
    known = Understanding(by, upload.defaults)
    lines = [known.line(Row(**said)) for said in upload.rows]
    unread = {}
    for problem in upload.unread:
        unread.setdefault(problem.row, []).append(problem)
    for line in lines:
        _add_unread(line, unread.get(line.row.number, ()))
    compare(lines, by)
    return lines


def _add_unread(line, problems):
    """A cell that the reader could not read is not missing too."""
    names = {problem.name for problem in problems}
    rest = [p for p in line.problems if p.code != "missing" or p.name not in names]
    line.problems = [*problems, *rest]


def compare(lines, by):
    """Say of each line what stands in its way; the lines are changed."""
    _find_known(lines, by)
    new = [line for line in lines if line.details and not line.there]
    _find_twins(new)
    good = [line for line in new if not line.problems]
    found = clashes_of_many([(line.details, None) for line in good])
    for line, clashes in zip(good, found, strict=True):
        line.clashes = clashes
    _find_clashes_within(good)


def _find_known(lines, by):
    """By identity; else by subject, time and place, which no stranger may guess."""
    uids = [line.uid for line in lines if line.uid]
    by_uid = {one.uid: one for one in Sitting.objects.filter(uid__in=uids)}
    spans = [line.details.during for line in lines if line.details]
    seen = Sitting.objects.visible_to_search(by) if by else Sitting.objects
    same_time = seen.filter(during__in=spans).with_names()
    by_words = {_words(one, one.during): one for one in same_time}
    for line in lines:
        line.there = by_uid.get(line.uid)
        if line.details and not line.there:
            line.there = by_words.get(_words(line.details, line.details.during))
        if line.there:
            line.problems = []


def _words(said, during):
    room = said.room and said.room.pk
    place = search_key(said.place)
    return search_key(said.subject), during.lower, during.upper, room, place


def _find_twins(lines):
    seen = {}
    for line in lines:
        words = _words(line.details, line.details.during)
        marks = {words, line.uid} - {None}
        first = next((seen[mark] for mark in marks if mark in seen), None)
        if first:
            twin = line.row.problem("twin", "subject", row=first.row.number)
            line.problems.append(twin)
        seen |= dict.fromkeys(marks - seen.keys(), line)


def _find_clashes_within(lines):
    """A line falls on the slot of one before it that would be entered."""
    taken = {}
    for line in lines:
        wants = [w for w in wanted(line.details) if w.strength == Strength.HARD]
        for want in wants:
            other = _first_over(taken.get(want.resource, ()), want.during)
            if other:
                said = {"row": other.row.number, "what": want.name}
                line.problems.append(line.row.problem("twin_clash", "date", **said))
        if line.is_good:
            for want in wants:
                taken.setdefault(want.resource, []).append((want.during, line))


def _first_over(taken, during):
    return next((line for span, line in taken if common(span, during)), None)
