"""One's own account: the forced first change, and what a new password ends."""

import pytest
from django.test import Client

from tests.factories import AppointmentFactory, UserFactory

pytestmark = pytest.mark.django_db

OLD, NEW = "a password of mine", "চলো নতুন শব্দ বাছি"
PAGE = "/accounts/password/"


@pytest.fixture
def user():
    return UserFactory(username="karim", password=OLD)


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def change(client, old=OLD, new=NEW, again=None):
    data = {
        "old_password": old,
        "new_password1": new,
        "new_password2": again or new,
    }
    return client.post(PAGE, data)


def test_detail_names_roles_and_terms(user):
    AppointmentFactory(user=user, role="auditor", until="2017-12-31")
    page = signed_in(user).get("/accounts/").content.decode()
    assert "৩১ ডিসেম্বর ২০১৭" in page
    assert signed_in(user).get("/en/accounts/").content.decode().count("31 December")


def test_change_ends_all_other_sessions(user):
    here, there = signed_in(user), signed_in(user)
    assert change(here)["Location"] == "/accounts/"
    assert here.get("/accounts/").status_code == 200
    assert there.get("/accounts/").status_code == 302


@pytest.mark.parametrize(
    ("new", "why"),
    [
        ("short", "too short"),
        ("1234567890123", "common"),
        ("qwertyuiopasdfghjkl", "common"),
        ("karim karim karim", "similar"),
    ],
)
def test_weak_passwords_are_refused(user, new, why):
    response = change(signed_in(user), new=new)
    user.refresh_from_db()
    assert (response.status_code == 200) == user.check_password(OLD)


@pytest.mark.parametrize("new", ["x y z" * 13, "ক" * 100, "no digits at all needed"])
def test_long_ones_of_any_letters_are_taken(user, new):
    assert change(signed_in(user), new=new).status_code == 302
    user.refresh_from_db()
    assert user.check_password(new)


@pytest.mark.parametrize(("old", "again"), [("wrong", None), (OLD, "another one")])
def test_mistakes(user, old, again):
    assert change(signed_in(user), old=old, again=again).status_code == 200
    user.refresh_from_db()
    assert user.check_password(OLD)


class TestTemporary:
    @pytest.fixture
    def client(self, user):
        user.password_is_temporary = True
        user.save()
        return signed_in(user)

    @pytest.mark.parametrize("page", ["/accounts/", "/people/", "/record/"])
    def test_closed_pages_lead_to_the_change(self, client, page):
        assert client.get(page)["Location"] == PAGE
        assert client.post(page)["Location"] == PAGE

    def test_the_language_stays(self, client):
        assert client.get("/en/accounts/")["Location"] == f"/en{PAGE}"

    def test_public_pages_and_signing_out_stay_open(self, client):
        assert client.get("/directory/").status_code == 200
        assert client.post("/accounts/sign-out/")["Location"] == "/"

    def test_the_change_opens_the_rest(self, client, user):
        assert client.get(PAGE).status_code == 200
        change(client)
        assert client.get("/accounts/").status_code == 200
        user.refresh_from_db()
        assert not user.password_is_temporary
