"""A role that could alter the record is refused before the portal starts."""

import pytest
from django.db import connections

from innovation_portal.database.checks import app_role_owns_nothing
from innovation_portal.database.grants import apply_grants


@pytest.mark.django_db
def test_the_apps_role_passes():
    assert app_role_owns_nothing(databases=["default"]) == []


@pytest.mark.django_db
def test_nothing_is_asked_without_the_database():
    assert app_role_owns_nothing() == app_role_owns_nothing(databases=["owner"]) == []


@pytest.mark.django_db(databases=["default", "owner"])
def test_the_owner_is_refused(monkeypatch):
    monkeypatch.setattr(
        "innovation_portal.database.checks.connections",
        {"default": connections["owner"]},
    )
    (error,) = app_role_owns_nothing(databases=["default"])
    assert error.id == "portal.E002"
    assert error.is_serious()


@pytest.mark.django_db(transaction=True)
def test_grants_are_the_same_when_applied_again():
    def grants():
        with connections["owner"].cursor() as cursor:
            cursor.execute(
                "SELECT table_name, privilege_type FROM "
                "information_schema.table_privileges WHERE grantee = %s "
                "ORDER BY 1, 2",
                [connections["default"].settings_dict["USER"]],
            )
            return cursor.fetchall()

    before = grants()
    apply_grants()
    assert grants() == before
    assert ("innovation_portal_userevent", "SELECT") in before
    assert ("innovation_portal_userevent", "INSERT") not in before
