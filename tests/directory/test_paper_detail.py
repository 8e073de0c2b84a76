"""The other papers of the list at their addresses, and the links that lead there."""

import pytest

from directory.actions import paper as actions
from directory.models import EditionPaper
from directory.views.paper import NAMES
from tests.directory.entries import edition, entry

Kind = EditionPaper.Kind
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def drawn(monkeypatch):
    """Each paper says which it is and whom it names."""

    def draw(kind):
        return lambda _, lines: f"%PDF {kind}: {[e.name for e in lines]}".encode()

    monkeypatch.setattr(actions, "DRAWN_BY", {kind: draw(kind) for kind in Kind})


def body(client, kind):
    return b"".join(client.get(f"/directory/list/{kind}.pdf").streaming_content)


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("full", "phone_list_2017-02-12.pdf"),
        ("alphabetical", "phone_list_by_name_2017-02-12.pdf"),
        ("desk", "phone_list_desk_2017-02-12.pdf"),
    ],
)
def test_it_is_waited_for_and_comes_under_its_name(client, run_tasks, kind, name):
    edition()
    assert client.get(f"/directory/list/{kind}.pdf").status_code == 503
    run_tasks()
    response = client.get(f"/directory/list/{kind}.pdf")
    assert response["Content-Disposition"] == f'attachment; filename="{name}"'
    assert b"".join(response.streaming_content) == f"%PDF {kind}: []".encode()


def test_each_stands_in_its_own_order(client, run_tasks):
    edition()
    for name in ("রহিম", "মোঃ আলম", "করিম"):
        entry(name)
    for kind in Kind:
        client.get(f"/directory/list/{kind}.pdf")
    run_tasks()
    assert body(client, "desk").decode() == "%PDF desk: ['রহিম', 'মোঃ আলম', 'করিম']"
    named = "%PDF alphabetical: ['মোঃ আলম', 'করিম', 'রহিম']"
    assert body(client, "alphabetical").decode() == named


def test_every_kind_has_a_name():
    assert set(NAMES) == set(Kind)


@pytest.mark.parametrize("kind", ["Desk", "x", "desk.pdf"])
def test_no_such_paper(client, kind):
    edition()
    assert client.get(f"/directory/list/{kind}.pdf").status_code == 404
    assert EditionPaper.objects.count() == 0


@pytest.mark.parametrize("address", ["/en/directory/", "/en/directory/?q=Karim"])
def test_the_list_leads_to_all_of_them(client, address):
    edition()
    entry("Karim")
    page = client.get(address).content.decode()
    for kind in ("desk", "alphabetical"):
        assert page.count(f'href="/en/directory/list/{kind}.pdf"') == 1
    assert page.count('href="/en/directory/download.pdf"') == 1


def test_so_does_the_page_of_editions(client):
    edition()
    page = client.get("/en/directory/editions/").content.decode()
    for paper in ("list/desk", "list/alphabetical", "download"):
        assert page.count(f'href="/en/directory/{paper}.pdf"') == 1
