"""The first page: one search, the list's date, and the way to the whole list."""

import pytest

from tests.directory.entries import edition


@pytest.mark.django_db
def test_before_the_first_edition(client):
    text = client.get("/en/").text
    assert "No list has been published yet." in text
    assert 'name="q"' not in text


def test_offers_the_upload_to_those_who_publish(cast):
    for made in (None, edition):
        if made:
            made()
        offered = {
            who: 'class="button" href="/directory/upload/"'
            in " ".join(cast[who].get("/").text.split())
            for who in ("visitor", "plain", "auditor", "general_services")
        }
        assert [who for who, link in offered.items() if link] == ["general_services"]


@pytest.mark.django_db
def test_asks_the_list_in_the_language_of_the_page(client):
    edition()
    assert 'action="/directory/"' in client.get("/").text
    english = client.get("/en/").text
    assert 'action="/en/directory/"' in english
    assert "12 February 2017" in english
    assert 'href="/en/directory/download.xlsx"' in english
