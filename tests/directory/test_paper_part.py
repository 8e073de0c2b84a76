"""What is asked of the list as PDF: drawn while one waits, few lines, one at a time."""

from concurrent.futures.process import BrokenProcessPool

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from directory.actions.hiding import hide
from directory.models import DailyCount, EditionPaper
from directory.paper import pdf
from directory.views import paper as views
from tests.directory.entries import edition, entries, entry
from tests.papers import pages

ADDRESS = "/en/directory/download.pdf"
pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture
def drawn(monkeypatch):
    """The names of the lines of each part that is drawn, in no time."""
    parts = []

    def draw(edition, lines):
        parts.append([line.name for line in lines])
        return b"%PDF part"

    monkeypatch.setattr(views, "part_of_list", draw)
    edition()
    return parts


def test_it_is_what_the_page_shows_for_the_same_address(client, drawn):
    for name, wing in (("করিম", "প্রশাসন"), ("করিম", "নীতি"), ("রহিম", "নীতি")):
        entry(name, wing=wing)
    asked = {"q": "করিম", "wing": "নীতি"}
    response = client.get(ADDRESS, asked)
    assert (response.status_code, response["Content-Type"]) == (200, "application/pdf")
    name = 'attachment; filename="phone_list_part_2017-02-12.pdf"'
    assert (response["Content-Disposition"], response.content) == (name, b"%PDF part")
    assert drawn == [["করিম"]]
    page = client.get("/directory/", asked).content.decode()
    assert 'href="/directory/download.pdf?q=' in page


def test_it_says_that_it_is_a_part_and_of_which_day(client):
    edition()
    entry("করিম", wing="নীতি"), entry("রহিম")
    (said,) = pages(client.get(ADDRESS, {"q": "করিম"}).content)
    assert "(আংশিক তালিকা)" in said.splitlines()
    assert "হালনাগাদঃ ১২/০২/২০১৭ খ্রিঃ" in said
    assert ("করিম" in said, "রহিম" in said) == (True, False)


def test_nothing_is_kept_of_it(client, drawn):
    entry("করিম")
    client.get(ADDRESS, {"q": "করিম"}), client.get(ADDRESS, {"q": "করিম"})
    assert (len(drawn), EditionPaper.objects.count()) == (2, 0)


def test_a_known_part_is_answered_with_304(client, drawn, django_assert_num_queries):
    entry("করিম")
    etag = client.get(ADDRESS, {"q": "করিম"})["ETag"]
    with django_assert_num_queries(1):
        again = client.get(ADDRESS, {"q": "করিম"}, headers={"If-None-Match": etag})
    assert (again.status_code, len(drawn)) == (304, 1)


def test_the_longest_part(client, drawn, monkeypatch):
    monkeypatch.setattr(views, "LONGEST_PART", 2)
    entries("করিম", "করিম")
    assert client.get(ADDRESS, {"q": "করিম"}).status_code == 200
    entries("করিম")
    response = client.get(ADDRESS, {"q": "করিম"})
    said = response.content.decode()
    assert (response.status_code, len(drawn)) == (404, 1)
    assert "A PDF of a part is made of up to 2 lines." in said
    assert 'href="/en/directory/download.xlsx?q=' in said
    assert 'href="/en/directory/download.pdf"' in said


def test_no_more_lines_are_read_than_a_part_has(client, drawn, monkeypatch):
    monkeypatch.setattr(views, "LONGEST_PART", 2)
    entries(*["করিম"] * 9)
    with CaptureQueriesContext(connection) as asked:
        client.get(ADDRESS, {"q": "করিম"})
    assert any(query["sql"].endswith("LIMIT 3") for query in asked)


def test_while_one_is_drawn_another_is_asked_to_come_again(client, drawn):
    entry("করিম")
    with views._drawing:
        response = client.get(ADDRESS, {"q": "করিম"})
    assert response.status_code == 503
    assert (response["Retry-After"], response["Refresh"]) == ("5", "5")
    assert "no-store" in response["Cache-Control"]
    assert "Another PDF is just being made." in response.content.decode()
    assert drawn == []
    assert client.get(ADDRESS, {"q": "করিম"}).status_code == 200


@pytest.mark.parametrize("error", [MemoryError(), BrokenProcessPool()])
def test_what_cannot_be_drawn_is_said_and_harms_no_next_one(client, monkeypatch, error):
    def fail(*_):
        raise error

    edition()
    entry("করিম")
    monkeypatch.setattr(views, "part_of_list", fail)
    response = client.get(ADDRESS, {"q": "করিম"})
    assert response.status_code == 404
    assert "the Excel file of these lines" in response.content.decode()
    assert not views._drawing.locked()


def test_its_process_has_less_room_and_time_than_the_workers(monkeypatch):
    asked = {}
    monkeypatch.setattr(pdf, "from_template_apart", lambda *_, **how: asked.update(how))
    pdf.part_of_list(edition(), [])
    assert asked == {"memory": 1024**3, "seconds": 30}


@pytest.mark.parametrize("wrong", [{"wing": "nowhere"}, {"office": "x"}])
def test_a_wrong_question_leads_to_the_page_that_says_so(client, drawn, wrong):
    response = client.get(ADDRESS, wrong)
    (name, value), *_ = wrong.items()
    assert response["Location"] == f"/en/directory/?{name}={value}"
    assert drawn == []


@pytest.mark.parametrize("asked", ["q=করিম&page=2&sort=name", "q=করিম&utm=%00x"])
def test_what_does_not_narrow_it_is_passed_over(client, drawn, asked):
    entry("করিম")
    client.get(f"{ADDRESS}?{asked}")
    assert drawn == [["করিম"]]


def test_nothing_found_is_a_part_without_lines(client, drawn):
    client.get(ADDRESS, {"q": "করিম"})
    assert drawn == [[]]


def test_before_the_first_edition(client):
    assert client.get(ADDRESS, {"q": "করিম"}).status_code == 404


def test_hidden_numbers_are_in_none_whoever_asks(client, cast, monkeypatch):
    told = []
    edition()
    entry("করিম", mobile="01712345678")
    hide(columns=["mobile"], by=None)
    monkeypatch.setattr(
        views, "part_of_list", lambda _, lines: told.append(lines[0].mobile) or b"%PDF"
    )
    for reader in (client, cast["general_services"]):
        reader.get(ADDRESS, {"q": "করিম"})
    assert told == ["", ""]


def test_it_is_counted_once(client, drawn):
    client.get(ADDRESS, {"q": "করিম"}), client.head(ADDRESS, {"q": "করিম"})
    assert [*DailyCount.objects.values_list("kind", "count")] == [("pdf", 1)]
