"""Publishing: the difference becomes the next edition, whole or not at all."""

from django.db import connection, transaction

from directory.actions.errors import (
    CannotPublish,
    HasErrors,
    ListChanged,
    NeedsDate,
    NotReady,
)
from directory.actions.upload import compare_again
from directory.making import make_designations, make_offices
from directory.models import Edition, Entry, Officer, Upload, UploadLine

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
        return _publish(upload, updated_on, seen, reason, by)
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


@transaction.atomic
def _publish(upload, updated_on, seen, reason, by):
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PUBLISHING])
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    upload.updated_on = updated_on or upload.updated_on
    current = Edition.objects.current()
    _check(upload, current, seen or upload.stamp)
    make_offices(upload)
    make_designations(upload)
    edition = Edition.objects.create(
        number=current.number + 1 if current else 1,
        updated_on=upload.updated_on,
        source_id=upload.source_id,
        source_name=upload.filename,
        reason=reason,
        published_by=by,
        **upload.counts,
    )
    _write(upload, edition)
    upload.state, upload.edition = State.PUBLISHED, edition
    upload.save(update_fields=["state", "edition", "updated_on"])
    return edition


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
COMMON = [
    field.column
    for field in Entry._meta.concrete_fields
    if field.name not in {"id", "officer", "line", "first_edition", "last_edition"}
]
WRITTEN = "(l.status IN ('added', 'changed') OR l.moved)"
STATEMENTS = (
    # A person is made once, however many lines he holds.
    """CREATE TEMPORARY TABLE made ON COMMIT DROP AS
       SELECT person, nextval(pg_get_serial_sequence('{officer}', 'id')) AS id,
              min(honorific) AS honorific, min(name) AS name
       FROM {upload_line} WHERE upload_id = %(upload)s AND person IS NOT NULL
       GROUP BY person""",
    """INSERT INTO {officer} (id, honorific, name)
       SELECT id, honorific, name FROM made""",
    # Old versions end with the edition before; the constraint forbids two at once.
    """UPDATE {entry} e SET last_edition_id = %(edition)s - 1
       FROM {upload_line} l WHERE l.upload_id = %(upload)s AND l.entry_id = e.id
       AND (l.status IN ('changed', 'removed') OR l.moved)""",
    """INSERT INTO {entry} (id, line, officer_id, first_edition_id, {common})
       SELECT new.id, coalesce(old.line, new.id),
              coalesce(l.officer_id, made.id), %(edition)s, {of_line}
       FROM (SELECT id AS line_id,
                    nextval(pg_get_serial_sequence('{entry}', 'id')) AS id
             FROM (SELECT l.id FROM {upload_line} l
                   WHERE l.upload_id = %(upload)s AND {written}
                   ORDER BY l.position) ordered) new
       JOIN {upload_line} l ON l.id = new.line_id
       LEFT JOIN {entry} old ON old.id = l.entry_id
       LEFT JOIN made ON made.person = l.person""",
    "DROP TABLE made",
)


def _write(upload, edition):
    names = {
        "officer": Officer._meta.db_table,
        "entry": Entry._meta.db_table,
        "upload_line": UploadLine._meta.db_table,
        "common": ", ".join(COMMON),
        "of_line": ", ".join(f"l.{column}" for column in COMMON),
        "written": WRITTEN,
    }
    values = {"upload": upload.pk, "edition": edition.number}
    with connection.cursor() as cursor:
        for statement in STATEMENTS:
            cursor.execute(statement.format(**names), values)
