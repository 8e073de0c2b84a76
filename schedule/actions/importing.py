"""Files of sittings: kept, read, and their lines entered, all chosen ones or none."""

from django.db import transaction

from innovation_portal.models import StoredFile
from schedule.actions.sitting import enter
from schedule.actions.writing import written
from schedule.errors import FileClosed, LinesChanged
from schedule.importing.comparing import lines_of
from schedule.importing.reading import read
from schedule.models import Import


def receive(*, file, filename, defaults=None, by):
    """Keep a file and what it says; nothing of it is entered. Returns the Import.

    ``defaults`` are texts by field where a row says nothing. Raises SheetError or
    ValidationError for a file that cannot be taken; it is read but once.
    """
    source = StoredFile.objects.keep(file)
    reading = read(source.path, filename)
    return Import.objects.create(
        source=source,
        filename=filename,
        by=by,
        rows=[row.as_json() for row in reading.rows],
        problems=[problem.as_json() for problem in reading.problems],
        defaults=defaults or {},
    )


@written
def take(*, lines, by):
    """Enter the details of all lines, with their identities. Returns the sittings.

    One transaction: if one clashes, Clashing is raised and none is entered.
    """
    return [
        enter(details=line.details, by=by, **({"uid": line.uid} if line.uid else {}))
        for line in lines
    ]


@written
def take_import(*, upload, numbers, by):
    """Enter the chosen rows of a file as it was shown. Returns the sittings.

    Raises FileClosed, and LinesChanged when one of them can no longer be entered.
    """
    upload = _open(upload)
    chosen = [line for line in lines_of(upload, by) if line.row.number in numbers]
    if len(chosen) != len(numbers) or not all(line.is_good for line in chosen):
        raise LinesChanged
    sittings = take(lines=chosen, by=by)
    upload.state, upload.entered = Import.State.TAKEN, len(sittings)
    upload.save(update_fields=["state", "entered"])
    return sittings


@transaction.atomic
def discard(*, upload):
    """Put a file aside; the schedule is as it was. Raises FileClosed."""
    upload = _open(upload)
    upload.state = Import.State.DISCARDED
    upload.save(update_fields=["state"])


def _open(upload):
    upload = Import.objects.select_for_update().get(pk=upload.pk)
    if not upload.is_open:
        raise FileClosed
    return upload
