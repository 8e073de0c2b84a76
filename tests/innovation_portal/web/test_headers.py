"""What every answer says to the browser. (ASVS 3.2 to 3.4, 14.3.2)"""

import pytest
from django.conf import settings
from django.http import Http404
from django.test import Client
from django.urls import path

from innovation_portal.urls import urlpatterns as portal

pytestmark = pytest.mark.django_db

CSP = (
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; img-src 'self' data:; "
    "object-src 'none'; script-src 'self'; style-src 'self'"
)


def breaks(request):
    raise RuntimeError


def lacks(request):
    raise Http404


breaks.login_required = lacks.login_required = False
urlpatterns = [path("breaks/", breaks), path("lacks/", lacks), *portal]
handler500 = "innovation_portal.web.errors.failed"
handler404 = "innovation_portal.web.errors.not_found"
handler403 = "innovation_portal.web.errors.forbidden"
handler400 = "innovation_portal.web.errors.bad_request"

PUBLIC = ["/", "/en/", "/directory/", "/organisation/", "/healthz"]
ANSWERS = {
    "/": 200,
    "/en/": 200,
    "/directory/": 200,
    "/accounts/sign-in/": 200,
    "/people/": 302,
    "/healthz": 200,
    "/lacks/": 404,
    "/breaks/": 500,
}


@pytest.fixture(autouse=True)
def with_breaking_pages(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def visitor():
    return Client(raise_request_exception=False)


@pytest.mark.parametrize(("url", "code"), ANSWERS.items())
def test_every_answer(visitor, url, code):
    response = visitor.get(url)
    assert response.status_code == code
    directives = response["Content-Security-Policy"].split("; ")
    assert "; ".join(sorted(directives)) == "; ".join(sorted(CSP.split("; ")))
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Referrer-Policy"] == "same-origin"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"


def test_forbidden_page(cast):
    response = cast["plain"].get("/people/")
    assert response.status_code == 403
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert response["X-Content-Type-Options"] == "nosniff"


def test_bad_request_for_another_host(visitor):
    response = visitor.get("/", headers={"host": "evil.example"})
    assert response.status_code == 400
    assert b"evil.example" not in response.content


@pytest.mark.parametrize("url", PUBLIC)
def test_public_pages_know_no_cookie(visitor, url):
    response = visitor.get(url)
    assert response.status_code == 200
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert b"csrfmiddlewaretoken" not in response.content
    assert "no-store" not in response.get("Cache-Control", "")


@pytest.mark.parametrize("url", ["/", "/directory/", "/organisation/", "/accounts/"])
def test_personal_pages_are_not_stored(cast, url):
    response = cast["portal_admin"].get(url)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert "private" in response["Cache-Control"]


def test_the_sign_in_page_is_not_stored(visitor):
    response = visitor.get("/accounts/sign-in/")
    assert "no-store" in response["Cache-Control"]
    assert {*response.cookies} == {settings.CSRF_COOKIE_NAME}


def test_a_cookie_that_no_session_knows_makes_no_page_storable(visitor):
    visitor.cookies[settings.SESSION_COOKIE_NAME] = "made up"
    assert "no-store" in visitor.get("/directory/")["Cache-Control"]


def test_cookies_are_closed_to_scripts_and_other_sites(cast):
    response = cast["portal_admin"].get("/accounts/password/")
    for cookie in response.cookies.values():
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert not cookie["domain"]
        assert bool(cookie["secure"]) == settings.HTTPS


@pytest.mark.parametrize("method", ["TRACE", "OPTIONS", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("url", ["/", "/directory/", "/people/"])
def test_other_methods_are_refused(visitor, method, url):
    response = visitor.generic(method, url)
    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, POST"


def test_a_large_body_is_refused_before_it_is_read(visitor):
    length = settings.UPLOAD_LIMIT + 1024 * 1024
    response = visitor.generic("POST", "/", b"x", CONTENT_LENGTH=str(length))
    assert response.status_code == 413
    assert response["Content-Language"] == "bn"


def test_an_error_page_asks_the_database_nothing(
    visitor, cast, django_assert_num_queries
):
    cast["plain"].raise_request_exception = False
    with django_assert_num_queries(0):
        assert visitor.get("/breaks/").status_code == 500


@pytest.mark.parametrize(("url", "language"), [("/lacks/", "bn"), ("/en/x", "en")])
def test_error_pages_speak_the_language_of_the_path(visitor, url, language):
    response = visitor.get(url)
    assert response.status_code == 404
    assert f'<html lang="{language}">' in response.content.decode()
