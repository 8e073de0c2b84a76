"""A list as it stood in one of its editions."""

import pytest

from tests.directory.entries import edition, entry
from tests.directory.uploads import FEBRUARY, JANUARY, published

pytestmark = pytest.mark.django_db


def names(answer):
    return [row.record.name for row in answer.context["table"].page]


@pytest.fixture
def lists():
    edition(1)
    edition(2)
    entry("Gone", last=1)
    entry("Kept")
    entry("Come", first=2)


def test_the_old_list_and_the_present_one(client, lists):
    assert names(client.get("/directory/editions/1/")) == ["Gone", "Kept"]
    assert names(client.get("/directory/editions/2/")) == ["Kept", "Come"]


def test_only_an_old_list_says_that_it_is_old(client, lists):
    old = client.get("/en/directory/editions/1/").content.decode()
    assert "This is an old list." in old
    assert 'href="/en/directory/editions/compare/?old=1&amp;new=2"' in old
    now = client.get("/en/directory/editions/2/").content.decode()
    assert "This is an old list." not in now
    assert "What has changed since" not in now


def test_pages_of_fifty(client):
    for file in (JANUARY, FEBRUARY):
        published(file)
    assert len(names(client.get("/directory/editions/1/?page=3"))) == 21


@pytest.mark.parametrize("number", ["3", "0", "99999999999999999999"])
def test_no_such_list(client, lists, number):
    assert client.get(f"/directory/editions/{number}/").status_code == 404


def test_few_queries(client, lists, django_assert_max_num_queries):
    with django_assert_max_num_queries(8):
        client.get("/directory/editions/1/")
