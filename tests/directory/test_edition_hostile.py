"""Whatever file comes, the upload ends in a sentence and the worker goes on."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from directory.actions.upload import receive
from directory.models import Edition, Upload, UploadLine
from tests.directory.uploads import JANUARY
from tests.innovation_portal.sheets.hostile import FILES

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
# One of each way to be refused or to die; the reader's own tests have them all.
WORST = (
    "one long string",
    "wide rows",
    "far cell",
    "far row",
    "same long string",
    "billion laughs",
    "truncated",
    "locked xlsx",
    "vba in xlsx",
    "60,000 entries",
)


def arrive(name, content):
    return receive(file=ContentFile(content), filename=name, by=None)


@pytest.mark.parametrize("case", WORST)
def test_the_upload_is_refused_with_its_reason(case, run_tasks):
    name, make, code = FILES[case]
    upload = arrive(name, make())
    (task,) = run_tasks()
    upload.refresh_from_db()
    assert (task.status, upload.state) == ("SUCCESSFUL", Upload.State.REFUSED)
    assert upload.refusal["code"] == code
    assert len(upload.refusal_sentence) > 20
    assert UploadLine.objects.count() == 0


def test_the_next_list_is_read_as_if_nothing_had_been(run_tasks):
    name, make, _code = FILES["same long string"]
    arrive(name, make())
    good = arrive(JANUARY.name, JANUARY.read_bytes())
    assert len(run_tasks()) == 2
    good.refresh_from_db()
    assert (good.state, good.counts["added"]) == (Upload.State.READY, 121)


def test_the_page_says_the_reason(cast, run_tasks):
    name, make, _code = FILES["billion laughs"]
    upload = arrive(name, make())
    run_tasks()
    upload.refresh_from_db()
    address = reverse("directory:edition_preview", args=[upload.pk])
    page = cast["general_services"].get(address).content.decode()
    assert upload.refusal_sentence in page
    assert Edition.objects.count() == 0
