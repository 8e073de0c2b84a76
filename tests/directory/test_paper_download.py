"""The list's PDF at its address: there at once when it is made, till then a page."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from directory.actions import paper as actions
from directory.actions.paper import make_paper
from directory.models import EditionPaper
from innovation_portal.work.jobs import unfinished
from tests.directory.entries import edition, entry

ADDRESS = "/directory/download.pdf"
pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """A list drawn in no time."""
    draw = lambda edition, entries: b"%%PDF of list %d" % edition.number  # noqa: E731
    monkeypatch.setattr(actions, "DRAWN_BY", {EditionPaper.Kind.FULL: draw})


def body(response):
    """All of it, which closes the file."""
    return b"".join(response.streaming_content)


@pytest.fixture
def made(client, run_tasks):
    """An edition whose paper was asked for by its first reader."""
    edition()
    client.get(ADDRESS)
    run_tasks()


def test_before_the_first_edition(client):
    assert client.get(ADDRESS).status_code == 404


@pytest.mark.parametrize(
    ("prefix", "told"),
    [("/en", "The PDF is being made"), ("", 'lang="bn"')],
)
def test_until_it_is_made_a_page_looks_again(client, prefix, told):
    edition()
    response = client.get(prefix + ADDRESS)
    assert response.status_code == 503
    assert (response["Retry-After"], response["Refresh"]) == ("5", "5")
    assert "no-store" in response["Cache-Control"]
    assert told in response.content.decode()
    assert reverse("directory:download_xlsx") in response.content.decode()


@pytest.mark.parametrize(
    ("minutes", "tries", "again", "told"),
    [
        (1, 1, "5", "takes some seconds"),
        (3, 1, "60", "takes longer than usual"),  # no worker
        (1, 2, "60", "takes longer than usual"),  # it failed
    ],
)
def test_what_takes_long_is_said(client, minutes, tries, again, told):
    edition()
    client.get(ADDRESS)
    asked_at = timezone.now() - timedelta(minutes=minutes)
    EditionPaper.objects.update(asked_at=asked_at, tries=tries)
    response = client.get("/en" + ADDRESS)
    assert response["Refresh"] == again
    assert told in response.content.decode()


def test_the_page_sees_to_it_that_it_is_made(client):
    edition()
    client.get(ADDRESS), client.get(ADDRESS)
    assert unfinished(make_paper) == [[EditionPaper.objects.get().pk]]


def test_it_comes_as_a_file_named_after_the_update_date(client, made):
    response = client.get(ADDRESS)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    name = 'attachment; filename="phone_list_2017-02-12.pdf"'
    assert response["Content-Disposition"] == name
    assert body(response) == b"%PDF of list 1"
    assert not {"Refresh", "Retry-After"} & {*response.headers}


def test_the_same_file_in_both_languages(client, made):
    assert body(client.get("/en" + ADDRESS)) == body(client.get(ADDRESS))


def test_who_is_signed_in_gets_it_too(cast, made):
    response = cast["general_services"].get(ADDRESS)
    assert body(response) == b"%PDF of list 1"
    assert "no-store" in response["Cache-Control"]


def test_a_known_file_is_answered_with_304(client, made, django_assert_num_queries):
    first = client.get(ADDRESS)
    body(first)
    with django_assert_num_queries(1):
        again = client.get(ADDRESS, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_the_etag_changes_when_the_paper_is_ready(client, run_tasks):
    edition()
    waiting = client.get(ADDRESS)["ETag"]
    run_tasks()
    response = client.get(ADDRESS, headers={"If-None-Match": waiting})
    assert body(response) == b"%PDF of list 1"
    assert response["ETag"] != waiting


def test_a_new_edition_is_waited_for_anew(client, made, run_tasks):
    edition(number=2)
    assert client.get(ADDRESS).status_code == 503
    run_tasks()
    assert body(client.get(ADDRESS)) == b"%PDF of list 2"


def test_a_head_request_has_no_body(client, made):
    response = client.head(ADDRESS)
    assert (response.status_code, response.getvalue()) == (200, b"")


def test_a_list_that_is_too_long_says_so(client, monkeypatch):
    monkeypatch.setattr(actions, "LONGEST", -1)
    edition()
    response = client.get("/en" + ADDRESS)
    said = response.content.decode()
    assert (response.status_code, "Refresh" in response) == (404, False)
    assert "The list is too long for a PDF" in said
    assert "A PDF is made of up to 5,000 lines; the Excel file has them all." in said
    assert unfinished(make_paper) == []


def test_the_list_leads_to_it(client):
    edition()
    entry("Karim")
    page = client.get("/en/directory/").content.decode()
    assert f'href="/en{ADDRESS}"' in page
