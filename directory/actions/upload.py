"""A workbook comes in, is read and compared; nothing of it is published here."""

from collections import Counter

from django.db import OperationalError, transaction

from directory.actions.errors import Closed
from directory.comparing import Status, compare, fill_search
from directory.doubts import doubts, unknown
from directory.linking import NEW, Designations, Offices, remembered
from directory.models import Choice, Edition, Entry, Upload, UploadLine
from directory.people import assign_officers
from directory.reading.columns import word_key
from directory.reading.workbook import understand
from directory.undoing import undoing
from innovation_portal.database.copying import copy_rows
from innovation_portal.models import StoredFile
from innovation_portal.sheets import SheetError, read
from innovation_portal.work.jobs import allow, job

COMPARING = 600  # seconds that the longest lists may take on a slow machine
State = Upload.State
Kind = Choice.Kind


def receive(*, file, filename, updated_on=None, by):
    """Keep the workbook and have it compared with the present list soon.

    The bytes are stored before the row that names them.
    """
    source = StoredFile.objects.keep(file)
    with transaction.atomic():
        upload = Upload.objects.create(
            source=source, filename=filename, updated_on=updated_on, by=by
        )
        compare_upload.enqueue(upload.pk)
    return upload


@transaction.atomic
def choose(*, upload, choices, updated_on=None, by):
    """Take the clerk's choices, remember what holds for later lists, compare anew.

    ``choices``: ``columns`` and ``bijoy`` (a sheet's name to what ``understand`` takes
    for it), ``offices`` and ``designations`` (search key of the printed name to a key
    or "new"), ``lines`` (lists of sheet, row and the line number it continues or None).
    Raises Closed for an upload that was published, discarded or refused.
    """
    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if upload.state not in {State.WAITING, State.READY}:
        raise Closed
    upload.choices = upload.choices | choices
    upload.updated_on = updated_on or upload.updated_on
    upload.state = State.WAITING
    upload.save()
    for kind, key, value in _lasting(upload, choices):
        _remember(kind, key, value, by)
    compare_upload.enqueue(upload.pk)
    return upload


@transaction.atomic
def compare_again(*, upload):
    """The list has changed since: the same workbook against the list of now."""
    ready = Upload.objects.filter(pk=upload.pk, state=State.READY)
    if ready.update(state=State.WAITING):
        compare_upload.enqueue(upload.pk)


def _lasting(upload, choices):
    words = {
        (sheet["name"], str(column["column"])): column["words"]
        for sheet in upload.understood.get("sheets", ())
        for column in sheet["columns"]
    }
    for sheet, picked in choices.get("columns", {}).items():
        for column, name in picked.get("columns", {}).items():
            if name and (sheet, column) in words:
                yield Kind.COLUMN, word_key(words[sheet, column]), name
    for kind, name in (Kind.OFFICE, "offices"), (Kind.DESIGNATION, "designations"):
        for key, value in choices.get(name, {}).items():
            yield kind, key, value


def _remember(kind, key, value, by):
    """The last word counts; what is to be made is known by its own name then.

    What is longer than any key holds for this upload alone.
    """
    if len(key) > Choice._meta.get_field("key").max_length:
        return
    if value == NEW:
        Choice.objects.filter(kind=kind, key=key).delete()
    else:
        said = {"value": value, "by": by}
        Choice.objects.update_or_create(kind=kind, key=key, defaults=said)


@job()
def compare_upload(pk):
    """Read, compare and store what would change. May run twice; the last word counts.

    The workbook is read before any lock is taken. Choices that came meanwhile have
    a job of their own, so this one steps back.
    """
    upload = Upload.objects.get(pk=pk)
    try:
        workbook = read(upload.source.path, filename=upload.filename)
        with transaction.atomic():
            allow(COMPARING)
            locked = Upload.objects.select_for_update().get(pk=pk)
            if locked.state == State.WAITING and locked.choices == upload.choices:
                _compare(locked, workbook)
    except SheetError as error:
        _refuse(upload, error)
    except OperationalError:
        raise  # the database is away or in a hurry: the worker takes the job up again
    except Exception:
        _refuse(upload, SheetError("failed"))
        raise


def _refuse(upload, error):
    """Nobody waits for an upload whose reading ended."""
    waiting = Upload.objects.filter(pk=upload.pk, state=State.WAITING)
    refusal = {"code": error.code, "where": error.where}
    waiting.update(state=State.REFUSED, refusal=refusal)


def _compare(upload, workbook):
    chosen = upload.choices
    offices = Offices(chosen.get("offices"))
    designations = Designations(chosen.get("designations"))
    understanding = understand(
        workbook,
        remembered=remembered(Kind.COLUMN),
        chosen=chosen.get("columns"),
        bijoy=chosen.get("bijoy"),
        posts=frozenset(designations.names.values()),
    )
    entries = list(Entry.objects.current().in_order())
    lines = compare(
        understanding, entries, offices, designations, _chosen_lines(chosen)
    )
    assign_officers([line for line in lines if line.status != Status.REMOVED], entries)
    upload.base = Edition.objects.current()
    upload.counts = _count(lines)
    upload.problems = [
        _with_typed(problem.as_json(), understanding.typed)
        for problem in (
            *understanding.problems,
            *doubts(understanding.lines, upload.counts["removed"], len(entries)),
            *unknown(understanding.lines, offices, designations),
            *_ambiguous(understanding.lines, lines),
            *undoing(understanding.lines, lines),
        )
    ]
    upload.understood = _understood(understanding, offices, designations)
    upload.updated_on = upload.updated_on or understanding.updated_on
    upload.state = State.READY
    upload.save()
    _store(upload, lines)


def _with_typed(problem, typed):
    """A cell that was read as Unicode is looked for as it was typed."""
    before = typed.get((problem["sheet"], problem["row"], problem["column"]))
    of_cell = before and problem["code"] != "bijoy_suspected"
    return problem | ({"typed": before} if of_cell else {})


def _chosen_lines(chosen):
    return {(sheet, row): line for sheet, row, line in chosen.get("lines", ())}


def _count(lines):
    statuses = Counter(line.status for line in lines)
    counts = {status.value: statuses[status] for status in Status}
    return counts | {"new_holders": sum(line.new_holder for line in lines)}


def _ambiguous(read_lines, lines):
    for read_line, line in zip(read_lines, lines, strict=False):
        if line.candidates:
            yield read_line.problem("ambiguous", "name")


def _understood(understanding, offices, designations):
    return {
        "sheets": [sheet.as_json() for sheet in understanding.sheets],
        "unread": understanding.unread,
        "fields": sorted(understanding.fields),
        "bijoy": understanding.bijoy,
        "offices": offices.unknown,
        "designations": designations.unknown,
        "settled": {"offices": offices.settled, "designations": designations.settled},
        "updated_on": understanding.updated_on and str(understanding.updated_on),
    }


def _store(upload, lines):
    for line in lines:
        line.upload_id = upload.pk
        if line.status in {Status.ADDED, Status.CHANGED} or line.moved:
            fill_search(line)
    UploadLine.objects.filter(upload=upload).delete()
    copy_rows(UploadLine, lines)
