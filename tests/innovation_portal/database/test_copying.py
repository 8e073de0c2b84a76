"""Whatever stands in a row arrives as it was."""

from decimal import Decimal

import pytest
from django.core.files.base import ContentFile

from directory.actions.upload import receive
from directory.models import UploadLine
from innovation_portal.database.copying import copy_rows

pytestmark = pytest.mark.django_db
AWKWARD = "a\tb\\c\nd\re \\N “মোঃ” 'x' \"y\""


@pytest.fixture
def upload():
    return receive(file=ContentFile(b"x"), filename="x.csv", by=None)


def test_texts_numbers_and_nothing_come_back_as_they_went(upload):
    row = UploadLine(
        upload=upload,
        name=AWKWARD,
        position=Decimal("1024.000000000000001"),
        row=None,
        status=UploadLine.Status.ADDED,
        vacant=True,
        numbers=[{"digits": AWKWARD}],
        changes={"name": ["", AWKWARD]},
    )
    copy_rows(UploadLine, [row])
    kept = UploadLine.objects.get()
    for field in UploadLine._meta.concrete_fields:
        if not field.primary_key:
            assert getattr(kept, field.attname) == getattr(row, field.attname)


def test_many_rows_get_keys_of_their_own(upload):
    rows = [
        UploadLine(upload=upload, name=str(n), position=n, status="added")
        for n in range(100)
    ]
    copy_rows(UploadLine, rows)
    assert UploadLine.objects.values("pk").distinct().count() == 100


def test_no_rows(upload):
    copy_rows(UploadLine, [])
    assert not UploadLine.objects.exists()
