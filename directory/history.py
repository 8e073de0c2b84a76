"""What changed from one published list to another, line by line."""

from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from django.db import connection
from django.utils.timezone import localdate

from directory.comparing import FIELDS, changed_texts
from directory.models import Entry, UploadLine

Status = UploadLine.Status
SAID = (*FIELDS, "vacant")
# A line that only moved, or got its folded keys anew, says what it said.
DIFFERING = """
    WITH was AS (SELECT * FROM {entry} WHERE first_edition_id <= %(old)s
                 AND (last_edition_id IS NULL OR last_edition_id >= %(old)s)),
         now AS (SELECT * FROM {entry} WHERE first_edition_id <= %(new)s
                 AND (last_edition_id IS NULL OR last_edition_id >= %(new)s))
    SELECT was.id, now.id,
           now.officer_id IS NOT NULL AND now.officer_id IS DISTINCT FROM was.officer_id
    FROM was FULL JOIN now USING (line)
    WHERE was.id IS DISTINCT FROM now.id
    AND (was.id IS NULL OR now.id IS NULL OR ({was}) IS DISTINCT FROM ({now}))
    ORDER BY coalesce(now.position, was.position), now.id, was.id
"""


@dataclass(frozen=True)
class Change:
    """One line's entry before and after; None where it stood in one list only."""

    before: int | None
    after: int | None
    other_officer: bool

    @property
    def status(self):
        if self.before is None:
            return Status.ADDED
        return Status.REMOVED if self.after is None else Status.CHANGED

    @property
    def new_holder(self):
        return self.status == Status.CHANGED and self.other_officer

    def shown(self, show):
        """Whether the change belongs under the tab of a difference called so."""
        return show in {"all", self.status} or show == "new_holders" and self.new_holder


class Difference:
    """From the edition numbered ``old`` to ``new``, which may be the earlier one."""

    def __init__(self, old, new):
        self.old, self.new = old, new

    @cached_property
    def changes(self):
        """Every line that differs, in the order of the new list."""
        columns = {
            name: ", ".join(f"{name}.{column}" for column in SAID)
            for name in ("was", "now")
        }
        statement = DIFFERING.format(entry=Entry._meta.db_table, **columns)
        with connection.cursor() as cursor:
            cursor.execute(statement, {"old": self.old, "new": self.new})
            return [Change(*row) for row in cursor.fetchall()]

    @cached_property
    def counts(self):
        """As an edition counts: added, changed, new_holders, removed, unchanged."""
        counts = {
            show: sum(change.shown(show) for change in self.changes)
            for show in ("added", "changed", "new_holders", "removed")
        }
        lines = Entry.objects.of_edition(self.new).count()
        return counts | {"unchanged": lines - counts["added"] - counts["changed"]}


def lines(changes, veil):
    """Changes as lines to be shown, as the preview of an upload shows them.

    What the veil hides of a line is in none of its versions.
    """
    keys = {key for change in changes for key in (change.before, change.after)}
    found = veil.over(Entry.objects.filter(pk__in=keys - {None}))
    entries = {entry.pk: entry for entry in found}
    return [
        _line(change, entries.get(change.before), entries.get(change.after))
        for change in changes
    ]


def _line(change, before, after):
    said = {name: getattr(after or before, name) for name in SAID}
    line = UploadLine(
        status=change.status, new_holder=change.new_holder, entry=before, **said
    )
    if before and after:
        line.changes = changed_texts(before, after)
    return line


def gathered(editions):
    """Runs of editions: the edits of one day together, any other by itself."""
    runs = groupby(editions, lambda one: one.is_edit and localdate(one.published_at))
    for is_edit, run in runs:
        yield from [list(run)] if is_edit else ([one] for one in run)
