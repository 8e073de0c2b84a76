"""Files are kept once, under their content's name, before the row that names them."""

import hashlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from innovation_portal.files.models import path_of
from innovation_portal.models import StoredFile

pytestmark = pytest.mark.django_db

CONTENT = b"a workbook"
DIGEST = hashlib.sha256(CONTENT).hexdigest()


def upload(name="list.xlsx", content=CONTENT):
    return SimpleUploadedFile(name, content)


def kept(var):
    return sorted(path for path in (var / "files").rglob("*") if path.is_file())


def test_kept_under_its_digest(var):
    stored = StoredFile.objects.keep(upload())
    assert (stored.sha256, stored.size) == (DIGEST, len(CONTENT))
    assert stored.path == var / "files" / DIGEST[:2] / DIGEST
    assert stored.path.read_bytes() == CONTENT
    assert kept(var) == [stored.path]


@pytest.mark.parametrize("name", ["../../x", "a\x00.xlsx", "/etc/passwd", "ক.xlsx"])
def test_the_given_name_decides_nothing(var, name):
    file = upload()
    file._name = name  # past Django's own cleaning
    assert StoredFile.objects.keep(file).path == path_of(DIGEST)


def test_one_content_is_kept_once(var):
    first, second = (StoredFile.objects.keep(upload(n)) for n in ("a", "b"))
    assert first == second
    assert len(kept(var)) == 1


def test_nothing_is_left_of_a_broken_upload(var):
    def chunks():
        yield CONTENT
        raise OSError("gone")

    file = upload()
    file.chunks = chunks
    with pytest.raises(OSError, match="gone"):
        StoredFile.objects.keep(file)
    assert kept(var) == []
    assert not StoredFile.objects.exists()


def test_others_cannot_read_it():
    stored = StoredFile.objects.keep(upload())
    assert stored.path.stat().st_mode & 0o777 == 0o640
