"""A database that is away or overloaded is 503, never an open door. (ASVS 16.5)"""

import errno

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import InterfaceError, OperationalError
from django.test import Client
from django.urls import reverse

from innovation_portal.models import Office


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("error", "code"),
    [(OperationalError, 503), (InterfaceError, 503), (ValueError, 500)],
)
def test_failures(monkeypatch, error, code):
    def away(*args):
        raise error("secret detail")

    monkeypatch.setattr(Office.pgh_event_model.objects, "count", away)
    response = Client(raise_request_exception=False).get("/organisation/")
    assert response.status_code == code
    assert b"secret detail" not in response.content


def test_no_database_lets_nobody_in(monkeypatch, cast):
    """The session cannot be read, so the page is refused, not shown."""

    def away(*args, **kwargs):
        raise OperationalError

    monkeypatch.setattr("django.contrib.sessions.backends.db.SessionStore.load", away)
    cast["portal_admin"].raise_request_exception = False
    assert cast["portal_admin"].get("/people/").status_code == 503


def test_a_full_disk_is_said_and_nothing_is_left_half_written(cast, monkeypatch, var):
    def full(handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    client = cast["general_services"]
    client.raise_request_exception = False
    file = SimpleUploadedFile("list.csv", b"Name,Designation")
    response = client.post(f"/en{reverse('directory:edition_upload')}", {"file": file})
    assert response.status_code == 507
    assert "There is no room left on the disk" in response.text
    assert [path for path in var.rglob("*") if path.is_file()] == []
