"""A database that is away or overloaded is 503, never an open door. (ASVS 16.5)"""

import pytest
from django.db import InterfaceError, OperationalError
from django.test import Client

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
