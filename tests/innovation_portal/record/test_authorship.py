"""Whoever writes, however they write, stands in the record with what they wrote."""

import pghistory
import pytest
from django.db import connection

from innovation_portal.models import Office, User
from innovation_portal.record.authorship import recorded
from tests.factories import OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db


def author():
    event = Office.pgh_event_model.objects.latest("pgh_id")
    return event.pgh_context and event.pgh_context.get("user")


@recorded
def rename_in_bulk(*, name, by):
    Office.objects.update(name_bn=name)


@recorded
def rename_by_sql(*, name, by):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE innovation_portal_office SET name_bn = %s", [name])


@recorded
def make_in_bulk(*, names, by):
    Office.objects.bulk_create(Office(name_bn=name, kind="wing") for name in names)


@recorded
def fail(*, by):
    OfficeFactory()
    raise RuntimeError


@pytest.mark.parametrize("rename", [rename_in_bulk, rename_by_sql])
def test_bulk_changes_name_their_author(rename):
    user = UserFactory()
    rename(name="নতুন নাম", by=user)
    assert author() == user.pk


def test_bulk_creation_names_its_author():
    user = UserFactory()
    make_in_bulk(names=["ক", "খ"], by=user)
    assert author() == user.pk
    assert Office.pgh_event_model.objects.filter(
        pgh_context__name=user.full_name
    ).count() == len("কখ")


def test_the_portal_itself_has_no_key():
    OfficeFactory()
    rename_in_bulk(name="নতুন নাম", by=None)
    assert author() is None


def test_an_action_that_fails_leaves_nothing():
    with pytest.raises(RuntimeError):
        fail(by=None)
    assert not Office.objects.exists()


def test_a_change_past_the_portal_has_no_context():
    office = OfficeFactory()
    assert office.events.get().pgh_context is None


def test_a_request_adds_the_address(cast):
    cast["portal_admin"].post("/organisation/new/", new_office(cast.ministry))
    context = Office.objects.get(name_bn="নতুন শাখা").events.get().pgh_context
    assert context == {
        "user": cast["portal_admin"].user.pk,
        "name": "portal_admin",
        "address": "/organisation/new/",
    }


def new_office(parent):
    return {
        "parent": parent.pk,
        "kind": "section",
        "name_bn": "নতুন শাখা",
        "order": "১",
    }


@pytest.mark.django_db(transaction=True)
def test_an_author_does_not_leak_into_the_next_change():
    user = UserFactory()
    with pghistory.context(user=0):
        rename_in_bulk(name="ক", by=user)
    office = OfficeFactory()
    assert office.events.get().pgh_context is None


def test_password_hashes_are_never_recorded():
    user = UserFactory(password="a password of mine")
    fields = {field.name for field in User.pgh_event_model._meta.get_fields()}
    assert not {"password", "last_login"} & fields
    with connection.cursor() as cursor:
        cursor.execute("SELECT e::text FROM innovation_portal_userevent e")
        assert user.password not in str(cursor.fetchall())
