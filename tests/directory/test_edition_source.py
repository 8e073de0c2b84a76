"""The uploaded file of an edition, for the branch alone."""

import pytest

from tests.directory.entries import edition
from tests.directory.uploads import JANUARY, published

pytestmark = pytest.mark.django_db
ADDRESS = "/directory/editions/1/file/"


def test_the_very_bytes_under_their_name(clerk):
    published(JANUARY)
    answer = clerk.get(ADDRESS)
    assert b"".join(answer.streaming_content) == JANUARY.read_bytes()
    assert JANUARY.name in answer.headers["Content-Disposition"]
    assert answer.headers["Content-Type"] == "application/octet-stream"


def test_not_for_visitors(client):
    published(JANUARY)
    assert client.get(ADDRESS).status_code == 302


def test_an_edition_without_a_file(clerk):
    edition()
    assert clerk.get(ADDRESS).status_code == 404


def test_the_page_of_editions_offers_it_to_the_branch_alone(clerk, client):
    published(JANUARY)
    for reader, shown in ((clerk, True), (client, False)):
        content = reader.get("/directory/editions/").content.decode()
        assert (ADDRESS in content) is shown
