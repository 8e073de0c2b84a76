"""Edits of single lines that a workbook typed from an older list would undo."""

from collections import defaultdict

from directory import phones
from directory.comparing import VACANT, Status, changed_texts, key_of
from directory.history import Difference
from directory.models import PHONE_KINDS, Edition, Entry
from directory.names import name_key
from directory.reading.problems import Problem
from innovation_portal.bangla.digits import to_ascii


def undoing(read_lines, lines):
    """A problem for each field or line that would be as it was before an edit.

    ``lines`` are compared UploadLines, of which the first were read as ``read_lines``.
    What the branch edited before its last workbook is settled by that one.
    """
    edits = _edits()
    if not edits:
        return []
    read_of = dict(zip(map(id, lines), read_lines, strict=False))
    told = _Told(lines, edits)
    return [problem for edit in edits for problem in _undone(edit, told, read_of)]


class _Told:
    """What the workbook says of the edited lines."""

    def __init__(self, lines, edits):
        edited = {after.pk for _before, after in edits if after}
        self.by_entry = {line.entry_id: line for line in lines if line.entry_id}
        self.by_place = defaultdict(list)
        for line in lines:
            own = line.entry_id is None or line.entry_id in edited
            if own and line.status != Status.REMOVED:
                self.by_place[_place(line)].append(line)

    def versions(self, before, after):
        """Lines of the workbook that may speak of the line that was edited."""
        found = list(self.by_place.get(_place(before), ())) if before else []
        paired = self.by_entry.get(after.pk) if after else None
        if paired and paired.status != Status.REMOVED and paired not in found:
            found.append(paired)
        return found


def _edits():
    """Lines before and after the edits since the last whole list, None where absent."""
    last, current = Edition.objects.whole().current(), Edition.objects.current()
    if last is None or last == current:
        return []
    changes = Difference(last.pk, current.pk).changes
    keys = {key for change in changes for key in (change.before, change.after)}
    entries = Entry.objects.in_bulk(keys - {None})
    return [
        (entries.get(change.before), entries.get(change.after)) for change in changes
    ]


def _undone(edit, told, read_of):
    before, after = edit
    if before is None:
        line = told.by_entry.get(after.pk)
        if line and line.status == Status.REMOVED:
            yield Problem("undoes_new_line", details=_said(after, line=str(after)))
        return
    for line in told.versions(before, after):
        problem = read_of[id(line)].problem
        if after is None:
            about = _said(before, line=str(before), removed=True)
            yield problem("undoes_removal", "name", **about)
        for name in _fields(line, before, after) if after else ():
            texts = changed_texts(after, before)[name]
            about = {"field": name, "now": texts[0], "then": texts[1]}
            yield problem("undoes", name, **_said(after, **about))


def _fields(line, before, after):
    """Where the workbook says what the line said before; a name speaks for a person."""
    fields = [
        name
        for name in changed_texts(before, after)
        if _sense(name, line) == _sense(name, before) != _sense(name, after)
    ]
    return ["name"] if "name" in fields else fields


def _sense(name, line):
    """What a field says, however it is written."""
    if name in PHONE_KINDS:
        numbers = phones.by_field(line.numbers).get(name, ())
        return phones.key(numbers) or getattr(line, name)
    if name in {"email", "room"}:
        return to_ascii(getattr(line, name)).casefold()
    return VACANT if name == "name" and line.vacant else getattr(line, name)


def _place(line):
    return *map(key_of, (line.wing, line.section, line.post)), name_key(line.name)


def _said(entry, *, removed=False, **details):
    """Who edited and from when on, beside the details."""
    number = entry.last_edition_id + 1 if removed else entry.first_edition_id
    edition = Edition.objects.select_related("published_by").get(pk=number)
    who = edition.published_by.full_name if edition.published_by else "–"
    return details | {
        "day": str(edition.effective_on or edition.updated_on),
        "who": who,
    }
