"""What the watching machines are told."""

import pytest
from django.db import OperationalError, connections

from innovation_portal.web import views


def test_healthz_asks_no_database(client):
    assert client.get("/healthz").json() == {"ok": True}


@pytest.mark.django_db
def test_readyz(client):
    response = client.get("/readyz")
    assert response.status_code == 200
    assert response.json() == {"database": True, "migrations": True, "disk": True}


@pytest.mark.django_db
def test_a_full_disk(client, monkeypatch):
    monkeypatch.setattr(views, "LEAST_FREE", 10**18)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"database": True, "migrations": True, "disk": False}


def test_a_database_that_is_away(client, monkeypatch):
    def away():
        raise OperationalError

    monkeypatch.setattr(connections["default"], "cursor", away)
    response = client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"database": False, "migrations": False, "disk": True}
