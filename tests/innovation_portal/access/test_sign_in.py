"""Signing in and out: sessions, guesses, and where it leads. (ASVS 6, 7, 3.7.2)"""

import time

import pytest
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.test import Client
from django.urls import reverse

from innovation_portal.models import User
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db

SIGN_IN, OUT = "/accounts/sign-in/", "/accounts/sign-out/"
PASSWORD = "a password of mine"


@pytest.fixture
def user():
    return UserFactory(username="karim", password=PASSWORD)


def sign_in(client, password=PASSWORD, username="karim", address=SIGN_IN, **extra):
    return client.post(address, {"username": username, "password": password}, **extra)


def test_sign_in_leads_home(client, user):
    response = sign_in(client)
    assert (response.status_code, response["Location"]) == (302, "/")
    assert client.session[SESSION_KEY] == str(user.pk)


def test_the_language_stays(client, user):
    response = sign_in(client, address="/en/accounts/sign-in/")
    assert response["Location"] == "/en/"


@pytest.mark.parametrize("typed", ["Karim", "KARIM", " karim "])
def test_a_user_name_is_one_however_typed(client, user, typed):
    assert sign_in(client, username=typed).status_code == 302


@pytest.mark.parametrize("typed", ["k" * 300, "ﷺ" * 60])
def test_a_user_name_longer_than_any(client, user, typed):
    assert sign_in(client, username=typed).status_code == 200


@pytest.mark.parametrize("password", ["", " ", "\x00", "wrong", PASSWORD.upper()])
def test_wrong_passwords(client, user, password):
    assert sign_in(client, password).status_code == 200
    assert SESSION_KEY not in client.session


def test_no_password_was_ever_set(client):
    UserFactory(username="karim")
    assert sign_in(client, "").status_code == 200


def test_barred(client, user):
    User.objects.update(is_active=False)
    response = sign_in(client)
    assert SESSION_KEY not in client.session
    assert (
        response.context["form"].errors
        == sign_in(client, "wrong").context["form"].errors
    ), "Who guesses must not learn that the account exists."


def test_the_session_key_changes(client, user):
    client.cookies[settings.SESSION_COOKIE_NAME] = "fixed" * 6
    sign_in(client)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != "fixed" * 6


def test_signing_out_ends_the_session_itself(client, user):
    sign_in(client)
    kept = client.cookies[settings.SESSION_COOKIE_NAME].value
    assert client.post(OUT)["Location"] == "/"
    client.cookies[settings.SESSION_COOKIE_NAME] = kept
    assert client.get("/accounts/").status_code == 302


@pytest.mark.parametrize(
    "target",
    [
        "https://evil.example/",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\\\evil.example",
        "http:evil.example",
        "https:///evil.example",
        "javascript:alert(1)",
        "data:text/html,x",
        " //evil.example",
        "\t//evil.example",
        "http://testserver@evil.example/",
    ],
)
def test_next_leads_nowhere_else(client, user, target):
    data = {"username": "karim", "password": PASSWORD, "next": target}
    assert client.post(SIGN_IN, data)["Location"] == "/"


def test_next_leads_back(client, user):
    asked = client.get("/people/?q=x")["Location"]
    data = {"username": "karim", "password": PASSWORD, "next": "/people/?q=x"}
    assert asked == "/accounts/sign-in/?next=/people/%3Fq%3Dx"
    assert client.post(SIGN_IN, data)["Location"] == "/people/?q=x"


class TestGuessing:
    def exhaust(self, client, **extra):
        for _ in range(settings.AXES_FAILURE_LIMIT):
            response = sign_in(client, "wrong", **extra)
        return response

    def test_locked_after_five(self, client, user):
        response = self.exhaust(client)
        assert response.status_code == 429
        assert "access/sign_locked.html" in [t.name for t in response.templates]

    def test_the_right_password_is_refused_while_locked(self, client, user):
        self.exhaust(client)
        assert sign_in(client).status_code == 429
        assert SESSION_KEY not in client.session

    def test_capitals_are_no_second_try(self, client, user):
        self.exhaust(client, username="KARIM")
        assert sign_in(client).status_code == 429

    def test_others_are_not_locked(self, client, user):
        UserFactory(username="rahim", password=PASSWORD)
        self.exhaust(client)
        assert sign_in(client, username="rahim").status_code == 302

    def test_the_user_is_not_locked_elsewhere(self, client, user):
        self.exhaust(client)
        response = sign_in(Client(), headers={}, REMOTE_ADDR="10.0.0.9")
        assert response.status_code == 302

    def test_a_forged_address_gives_no_more_tries(self, client, user, settings):
        settings.PROXIES = 1
        for n in range(settings.AXES_FAILURE_LIMIT):
            forwarded = {"x-forwarded-for": f"192.0.2.{n}, 10.0.0.5"}
            sign_in(client, "wrong", headers=forwarded)
        forwarded = {"x-forwarded-for": "192.0.2.99, 10.0.0.5"}
        assert sign_in(client, headers=forwarded).status_code == 429

    def test_success_forgets_the_failures(self, client, user):
        for _ in range(settings.AXES_FAILURE_LIMIT - 1):
            sign_in(client, "wrong")
        sign_in(client)
        assert sign_in(Client(), "wrong").status_code == 200


class TestTimeouts:
    def later(self, monkeypatch, seconds):
        now = time.time() + seconds
        monkeypatch.setattr("innovation_portal.web.personal.time.time", lambda: now)

    def test_idle(self, client, user):
        sign_in(client)
        session = client.session
        session.set_expiry(-1)
        session.save()
        assert client.get("/accounts/").status_code == 302

    def test_an_idle_hour(self):
        assert settings.SESSION_COOKIE_AGE == 3600
        assert settings.SESSION_SAVE_EVERY_REQUEST

    def test_a_working_day_is_the_longest(self, client, user, monkeypatch):
        sign_in(client)
        assert client.get("/accounts/").status_code == 200
        self.later(monkeypatch, settings.SESSION_ABSOLUTE_AGE - 60)
        assert client.get("/accounts/").status_code == 200
        self.later(monkeypatch, settings.SESSION_ABSOLUTE_AGE + 60)
        assert client.get("/accounts/").status_code == 302

    def test_the_reader_is_told(self, client, user):
        sign_in(client)
        client.session.flush()
        response = client.get("/accounts/")
        assert response["Location"] == "/accounts/sign-in/?next=/accounts/&ended=1"
        assert client.get(response["Location"]).status_code == 200


def test_a_fresh_database_has_no_users():
    assert not User.objects.exists()


@pytest.mark.parametrize("name", ["sign_in", "account_detail", "user_list"])
def test_addresses(name):
    assert reverse(f"access:{name}").startswith(("/accounts/", "/people/"))
