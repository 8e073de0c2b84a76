"""The path alone decides the language."""

import pytest

from innovation_portal.web.language import in_language, language_of


@pytest.mark.parametrize(
    ("path", "language"),
    [("/", "bn"), ("/en/", "en"), ("/en", "en"), ("/english/", "bn"), ("/x/en/", "bn")],
)
def test_language_of(path, language):
    assert language_of(path) == language


@pytest.mark.parametrize(
    ("path", "bangla", "english"),
    [
        ("/", "/", "/en/"),
        ("/en/", "/", "/en/"),
        ("/directory/?q=1", "/directory/?q=1", "/en/directory/?q=1"),
        ("/en/directory/", "/directory/", "/en/directory/"),
        ("/en//evil.example/x", "/evil.example/x", "/en/evil.example/x"),
    ],
)
def test_in_language(path, bangla, english):
    assert in_language(path, "bn") == bangla
    assert in_language(path, "en") == english


@pytest.mark.django_db
@pytest.mark.parametrize("told", ["en", "en-GB,en;q=0.9", "bn"])
def test_no_header_and_no_cookie_decides(client, told):
    client.cookies["django_language"] = told
    response = client.get("/", headers={"accept-language": told})
    assert response["Content-Language"] == "bn"
    assert b'<html lang="bn">' in response.content
    assert "Accept-Language" not in response.get("Vary", "")


@pytest.mark.django_db
def test_english_without_the_last_slash(client):
    assert client.get("/en")["Location"] == "/en/"
