"""The telephone list at 10,000 lines: reading, publishing, and a peer beside it."""

import io
import json
import shutil
import subprocess
import sys
import tempfile
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from django.core.files.base import ContentFile
from django.db import connections, transaction
from openpyxl import load_workbook

from benchmarks import lists
from benchmarks.scratch import result, seconds
from directory.actions.edition import publish
from directory.actions.upload import compare_upload, receive
from directory.models import Entry, Upload

LINES = 10_000
PEER = Path(__file__).with_name("peer.py")
PEER_NEEDS = ("django-import-export==4.4.3", "django==5.2.*", "psycopg2-binary")


def preview_10k():
    """From the stored workbook to the difference, ready to be looked at."""
    data = lists.workbook(LINES)
    upload = _received(data)

    def preview():
        Upload.objects.update(state=Upload.State.WAITING)
        compare_upload.func(upload.pk)

    return result(
        seconds(preview),
        seconds(lambda: _read_with_fonts(data)),
        "openpyxl, read only, the font of every cell",
    )


def publish_10k(times=3):
    """The first edition, every line new; published and copied in turn."""
    data, published, copied = lists.workbook(LINES), [], []
    for _time in range(times):
        upload = _received(data)
        compare_upload.func(upload.pk)
        upload.refresh_from_db()
        published.append(seconds(partial(publish, upload=upload, by=None), times=1))
        copied.append(_copied())
        _empty()
    return result(
        median(published),
        median(copied),
        "COPY into an equal table: indexes, constraints, foreign keys",
    )


def import_peer_10k():
    """Preview and publication beside django-import-export's dry run and import."""
    upload = _received(lists.workbook(LINES))

    def ours():
        compare_upload.func(upload.pk)
        publish(upload=upload, by=None)

    value = seconds(ours, times=1)
    return result(value, _peer(), " ".join(PEER_NEEDS[:1]) + ", dry run and import")


def _received(data):
    return receive(
        file=ContentFile(data), filename="l.xlsx", updated_on=date(2017, 3, 1), by=None
    )


def _read_with_fonts(data):
    sheet = load_workbook(io.BytesIO(data), read_only=True).active
    return [[(c.value, c.font and c.font.name) for c in row] for row in sheet.rows]


def _copied():
    """Seconds to COPY the published rows into a table made like theirs."""
    with connections["owner"].cursor() as cursor:
        cursor.execute("CREATE TABLE equal (LIKE directory_entry INCLUDING ALL)")
        for column, table, key in _foreign_keys():
            cursor.execute(
                f"ALTER TABLE equal ADD FOREIGN KEY ({column}) "
                f"REFERENCES {table} ({key}) DEFERRABLE INITIALLY DEFERRED"
            )
        rows = io.StringIO()
        cursor.copy_expert("COPY directory_entry TO STDOUT", rows)

        def copy():
            rows.seek(0)
            with transaction.atomic(using="owner"):
                cursor.copy_expert("COPY equal FROM STDIN", rows)

        return seconds(copy, times=1)


def _empty():
    with connections["owner"].cursor() as cursor:
        cursor.execute("DROP TABLE equal")
        cursor.execute(
            "TRUNCATE directory_edition, directory_officer, directory_designation, "
            "directory_upload, innovation_portal_office CASCADE"
        )


def _foreign_keys():
    for field in Entry._meta.concrete_fields:
        if field.remote_field:
            target = field.target_field
            yield field.column, target.model._meta.db_table, target.column


def _peer():
    """Seconds that the peer takes for the same rows, in an environment of its own."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "-q", "install", *PEER_NEEDS], check=True)
        shutil.copy(PEER, folder)
        address = connections["owner"].settings_dict
        done = subprocess.run(
            [python, PEER.name, json.dumps({k: address[k] for k in _ADDRESS})],
            cwd=folder,
            input=json.dumps(_peer_rows()),
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return json.loads(done.stdout.splitlines()[-1])


_ADDRESS = ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")
_COLUMNS = ("name", "post", "wing", "section", "office_phone", "mobile", "email")


def _peer_rows():
    return [list(row) for row in Entry.objects.current().values_list(*_COLUMNS)]
