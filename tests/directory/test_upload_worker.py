"""A real worker compares; killed in the middle of it, another one does it again."""

import pytest
from django.core.files.base import ContentFile
from django_tasks_db.models import DBTaskResult

from benchmarks import lists
from directory.actions.edition import publish
from directory.actions.upload import receive
from directory.models import Entry, Upload, UploadLine
from tests.processes import wait_until

LINES = 2000
pytestmark = pytest.mark.slow


def state(upload):
    return Upload.objects.get(pk=upload.pk).state


@pytest.fixture
def upload(transactional_db):
    book = ContentFile(lists.workbook(LINES))
    return receive(file=book, filename="list.xlsx", by=None)


def test_a_killed_comparison_is_done_again_and_once(upload, start_worker):
    first = start_worker()
    wait_until(DBTaskResult.objects.running().exists)
    first.kill()
    first.wait()
    assert (state(upload), UploadLine.objects.count()) == (Upload.State.WAITING, 0)
    start_worker()
    wait_until(lambda: state(upload) == Upload.State.READY, seconds=90)
    assert UploadLine.objects.filter(upload=upload).count() == LINES
    upload.refresh_from_db()
    publish(upload=upload, updated_on="2017-03-01", by=None)
    assert Entry.objects.current().count() == LINES


def test_two_workers_at_two_uploads_do_each_once(upload, start_worker):
    other = receive(
        file=ContentFile(lists.workbook(50)), filename="small.xlsx", by=None
    )
    start_worker(), start_worker()
    for waiting, lines in (upload, LINES), (other, 50):
        wait_until(lambda one=waiting: state(one) == Upload.State.READY, seconds=90)
        assert waiting.lines.count() == lines
