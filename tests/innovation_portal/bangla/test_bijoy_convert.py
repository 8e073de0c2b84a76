"""The page: for everyone, without a cookie, a secret or a copy of the text."""

import logging

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from innovation_portal.bangla.views import LIMIT, NAMED

ADDRESS = "/en/bijoy/"
HTMX = {"HTTP_HX_REQUEST": "true"}


@pytest.fixture
def convert(client):
    return lambda text, **headers: client.post(ADDRESS, {"text": text}, **headers)


def shown(response):
    """The converted text, with what is marked in it in brackets."""
    text = response.text.partition('class="bijoy-text" lang="bn">')[2]
    text = text.partition("</div>")[0]
    return text.replace("<mark>", "[").replace("</mark>", "]")


def test_addresses():
    with translation.override("bn"):
        assert reverse("bangla:bijoy_convert") == "/bijoy/"
    with translation.override("en"):
        assert reverse("bangla:bijoy_convert") == ADDRESS


def test_every_page_leads_to_it(client):
    assert 'href="/bijoy/"' in client.get("/nowhere/").text
    assert 'href="/en/bijoy/"' in client.get("/en/nowhere/").text


def test_empty_page_and_empty_text(client, convert):
    waiting = "The converted text will stand here."
    assert waiting in client.get(ADDRESS).text
    for text in ("", " \r\n "):
        response = convert(text)
        assert (response.status_code, waiting in response.text) == (200, True)


def test_converts_and_keeps_what_was_typed(convert):
    response = convert("wkí gš¿Yvjq\r\nmwPe <b>")
    assert shown(response) == "শিল্প মন্ত্রণালয়\nসচিব &lt;ন&gt;"
    assert "wkí gš¿Yvjq\r\nmwPe &lt;b&gt;</textarea>" in response.text
    assert "Everything could be read." in response.text


def test_marks_and_counts_what_it_cannot_read(convert):
    response = convert("K ¨ L €")
    assert shown(response) == "ক [¨] খ [€]"
    assert "2 pieces could not be read." in " ".join(response.text.split())
    assert "1 piece could not be read." in " ".join(convert("K ¨").text.split())


def test_names_what_stays_latin(convert):
    page = convert("ICT kvLv, PABX 217, ICT")
    assert shown(page) == "ICT শাখা, PABX 217, ICT"
    assert "ICT, PABX</span>" in page.text
    names = [f"A{number}" for number in range(NAMED + 3)]
    page = " ".join(convert(" ".join(names)).text.split())
    assert f"{', '.join(names[:NAMED])}</span> and 3 more" in page


@pytest.mark.parametrize("headers", [{}, HTMX])
def test_too_long_a_text_stays_in_the_box(convert, headers):
    sentence = (
        "The text has 1,00,001 characters; at most 1,00,000 are converted at once."
    )
    response = convert("K" * (LIMIT + 1), **headers)
    assert sentence in response.text
    assert shown(response) == ""
    assert headers or "K" * (LIMIT + 1) in response.text
    assert "maxlength" not in response.text


def test_line_ends_count_once(convert):
    assert shown(convert("K\r\n" * (LIMIT // 2))) == "ক\n" * (LIMIT // 2)


def test_a_nul_is_refused_with_a_sentence(convert):
    response = convert("K\0L")
    assert "Null characters are not allowed." in response.text
    assert shown(response) == ""


def test_htmx_gets_the_result_alone(convert):
    response = convert("mwPe", **HTMX)
    assert shown(response) == "সচিব"
    assert response.text.startswith('<section id="converted"')


def test_no_cookie_no_cache_no_copy(convert, client, caplog):
    caplog.set_level(logging.DEBUG)
    for response in (client.get(ADDRESS), convert("canary"), convert("canary", **HTMX)):
        assert not response.cookies
        assert "no-store" in response.headers["Cache-Control"]
        assert "Cookie" not in response.headers.get("Vary", "")
        assert "csrf" not in response.text
    assert "canary" not in caplog.text


def test_needs_no_secret():
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(ADDRESS, {"text": "mwPe"}).status_code == 200


def test_asks_no_database(convert):
    """No fixture opens it, so a query would fail."""
    assert shown(convert("mwPe")) == "সচিব"
