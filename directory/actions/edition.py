"""Publishing: the difference becomes the next edition, whole or not at all."""

import json

from django.db import connection, transaction

from directory.actions.covering import cover_edition
from directory.actions.errors import (
    CannotPublish,
    HasErrors,
    ListChanged,
    NeedsDate,
    NotEarlier,
    NotReady,
)
from directory.actions.paper import ask_for_all
from directory.actions.upload import compare_again
from directory.actions.word import count_words
from directory.history import Difference
from directory.making import make_designations, make_offices
from directory.models import Edition, Entry, Officer, Upload, UploadLine
from directory.models.line import SEARCH_COLUMNS
from innovation_portal.record.authorship import recorded

State = Upload.State
PUBLISHING = 20170214  # key of the advisory lock: one publication at a time


def publish(*, upload, updated_on=None, seen=None, reason="", by):
    """Make the upload the next edition. Returns the Edition.

    ``seen`` is the stamp of the difference that the clerk looked at. Raises
    CannotPublish, NotReady, HasErrors, NeedsDate, or ListChanged when another edition
    or another reading of the workbook came meanwhile; the upload is then compared
    with the list of now in the background.
    """
    try:
        return _publish(
            upload=upload, updated_on=updated_on, seen=seen, reason=reason, by=by
        )
    except ListChanged:
        compare_again(upload=upload)
        raise


@transaction.atomic
def discard(*, upload, by):
    """Put an upload aside; the workbook stays stored."""
    waiting = Upload.objects.filter(pk=upload.pk).exclude(
        state__in=(State.PUBLISHED, State.DISCARDED)
    )
    if not waiting.update(state=State.DISCARDED):
        raise CannotPublish
    UploadLine.objects.filter(upload=upload).delete()


@recorded
def roll_back(*, to, updated_on, reason, seen, by):
    """Publish the list of the edition ``to`` once more. Returns the new Edition.

    ``seen`` is the number of the edition that held when the difference was looked at.
    Raises ListChanged when another came meanwhile, NotEarlier for the present list.
    """
    current = lock()
    if current.number != seen:
        raise ListChanged
    if to.number >= current.number:
        raise NotEarlier
    edition = Edition.objects.create(
        number=current.number + 1,
        updated_on=updated_on,
        restores=to,
        reason=reason,
        published_by=by,
        **Difference(current.number, to.number).counts,
    )
    _run(RESTORING, {"to": to.number, "now": current.number}, columns=RESTORED)
    return settle(edition)


def lock():
    """Wait until nobody else publishes or hides; the edition that holds then."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PUBLISHING])
    return Edition.objects.current()


def settle(edition):
    """What follows the lines of a new edition, in its transaction."""
    count_words(edition=edition)
    cover_edition(edition)
    ask_for_all(edition=edition)
    return edition


@recorded
def _publish(*, upload, updated_on, seen, reason, by):
    current = lock()
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    upload.updated_on = updated_on or upload.updated_on
    _check(upload, current, seen or upload.stamp)
    made = {"places": make_offices(upload), "posts": make_designations(upload)}
    edition = Edition.objects.create(
        number=current.number + 1 if current else 1,
        updated_on=upload.updated_on,
        source_id=upload.source_id,
        source_name=upload.filename,
        reason=reason,
        published_by=by,
        **upload.counts,
    )
    _write(upload, edition, made)
    upload.state, upload.edition = State.PUBLISHED, edition
    upload.save(update_fields=["state", "edition", "updated_on"])
    return settle(edition)


def _check(upload, current, seen):
    if upload.state == State.WAITING:
        raise NotReady
    if upload.state != State.READY:
        raise CannotPublish
    if upload.errors:
        raise HasErrors
    if not upload.updated_on:
        raise NeedsDate
    if upload.base_id != (current and current.number) or upload.stamp != seen:
        raise ListChanged


# Columns that an uploaded line and the entry it becomes have in common.
APART = {"id", "officer", "office", "designation", "line"}
APART |= {"first_edition", "last_edition"}
COMMON = [f.column for f in Entry._meta.concrete_fields if f.name not in APART]
STATEMENTS = (
    # What was made just now, by the texts that name it.
    """CREATE TEMPORARY TABLE places ON COMMIT DROP AS
       SELECT * FROM jsonb_to_recordset(%(places)s)
       AS place (wing text, section text, office bigint)""",
    """CREATE TEMPORARY TABLE posts ON COMMIT DROP AS
       SELECT * FROM jsonb_to_recordset(%(posts)s)
       AS post (post text, designation bigint)""",
    # A person is made once, however many lines he holds.
    """CREATE TEMPORARY TABLE people ON COMMIT DROP AS
       SELECT person, nextval(pg_get_serial_sequence('{officer}', 'id')) AS id,
              min(honorific) AS honorific, min(name) AS name
       FROM {upload_line} WHERE upload_id = %(upload)s AND person IS NOT NULL
       GROUP BY person""",
    """INSERT INTO {officer} (id, honorific, name)
       SELECT id, honorific, name FROM people""",
    # Old versions end with the edition before; the constraint forbids two at once.
    """UPDATE {entry} e SET last_edition_id = %(edition)s - 1
       FROM {upload_line} l WHERE l.upload_id = %(upload)s AND l.entry_id = e.id
       AND (l.status IN ('changed', 'removed') OR l.moved)""",
    """INSERT INTO {entry} (id, line, officer_id, office_id, designation_id,
                            first_edition_id, {columns})
       SELECT new.id, coalesce(old.line, new.id), coalesce(l.officer_id, people.id),
              coalesce(l.office_id, places.office),
              coalesce(l.designation_id, posts.designation), %(edition)s, {of_line}
       FROM (SELECT line_id, nextval(pg_get_serial_sequence('{entry}', 'id')) AS id
             FROM (SELECT id AS line_id FROM {upload_line}
                   WHERE upload_id = %(upload)s
                   AND (status IN ('added', 'changed') OR moved)
                   ORDER BY position) ordered) new
       JOIN {upload_line} l ON l.id = new.line_id
       LEFT JOIN {entry} old ON old.id = l.entry_id
       LEFT JOIN people ON people.person = l.person
       LEFT JOIN places ON (places.wing, places.section) = (l.wing, l.section)
       LEFT JOIN posts ON posts.post = l.post AND (l.name <> '' OR l.vacant)""",
    "DROP TABLE places, posts, people",
)
# A line of the earlier list comes back as a new row, unless the present one is the
# same: an entry is never lengthened once it has ended.
RESTORED = [*COMMON, "officer_id", "office_id", "designation_id"]
COMPARED = [column for column in RESTORED if column not in SEARCH_COLUMNS]
RESTORING = (
    """CREATE TEMPORARY TABLE restored ON COMMIT DROP AS
       SELECT * FROM {entry} WHERE first_edition_id <= %(to)s
       AND (last_edition_id IS NULL OR last_edition_id >= %(to)s)""",
    """UPDATE {entry} e SET last_edition_id = %(now)s
       WHERE last_edition_id IS NULL AND NOT EXISTS (
           SELECT FROM restored r WHERE r.line = e.line
           AND ({of_restored}) IS NOT DISTINCT FROM ({of_entry}))""",
    """INSERT INTO {entry} (line, first_edition_id, {columns})
       SELECT line, %(now)s + 1, {columns} FROM restored r
       WHERE NOT EXISTS (SELECT FROM {entry} e
                         WHERE e.line = r.line AND e.last_edition_id IS NULL)
       ORDER BY position""",
    "DROP TABLE restored",
)


def _write(upload, edition, made):
    values = {name: json.dumps(rows) for name, rows in made.items()}
    values |= {"upload": upload.pk, "edition": edition.number}
    _run(STATEMENTS, values, columns=COMMON)


def _run(statements, values, columns):
    names = {
        "officer": Officer._meta.db_table,
        "entry": Entry._meta.db_table,
        "upload_line": UploadLine._meta.db_table,
        "columns": ", ".join(columns),
        "of_line": _of("l", columns),
        "of_restored": _of("r", COMPARED),
        "of_entry": _of("e", COMPARED),
    }
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.format(**names), values)


def _of(table, columns):
    return ", ".join(f"{table}.{column}" for column in columns)
