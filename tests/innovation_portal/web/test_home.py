"""The first page: one search, the list's date, and the way to the whole list."""

import pytest

from tests.directory.entries import edition


@pytest.mark.django_db
def test_before_the_first_edition(client):
    text = client.get("/en/").text
    assert "No list has been published yet." in text
    assert 'name="q"' not in text


@pytest.mark.django_db
def test_asks_the_list_in_the_language_of_the_page(client):
    edition()
    assert 'action="/directory/"' in client.get("/").text
    english = client.get("/en/").text
    assert 'action="/en/directory/"' in english
    assert "12 February 2017" in english
    assert 'href="/en/directory/download.xlsx"' in english
