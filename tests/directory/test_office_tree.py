"""The list by office: which offices, how many lines, and the way to them."""

import pytest

from tests.directory.entries import edition, entry
from tests.factories import OfficeFactory

ADDRESS = "/en/directory/offices/"


@pytest.fixture
def offices(db):
    """ministry ─ wing ─ branch; and an agency without lines."""
    edition()
    ministry = OfficeFactory(name_en="Ministry")
    wing = OfficeFactory(name_en="Wing", parent=ministry)
    branch = OfficeFactory(name_en="Branch", parent=wing)
    OfficeFactory(name_en="Agency", parent=ministry)
    for name, office in ("ক", ministry), ("খ", wing), ("গ", branch), ("ঘ", branch):
        entry(name, office=office)
    return ministry, wing, branch


def tree(client, query=""):
    """Offices of the page with their totals, those below in brackets."""

    def told(branches):
        return [(str(o.name_en), total, told(below)) for o, below, total in branches]

    return told(client.get(ADDRESS + query).context["tree"])


def test_before_the_first_edition(client, db):
    assert tree(client) == []


def test_counts_what_stands_in_an_office_and_below(client, offices):
    below = [("Wing", 3, [("Branch", 2, [])])]
    assert tree(client) == [("Ministry", 4, below)]


def test_lines_that_ended_do_not_count(client, offices):
    edition(2)
    entry("ঙ", office=offices[2], last=1)
    assert tree(client)[0][1] == 4


def test_leads_to_the_lines_of_each_office(client, offices):
    text = client.get(ADDRESS).text
    for office in offices:
        assert f'href="/en/directory/?office={office.pk}"' in text


def test_counts_only_what_was_asked_for_and_asks_on(client, offices):
    branch = offices[2]
    assert tree(client, f"?q=ঘ&office={offices[0].pk}") == [
        ("Ministry", 1, [("Wing", 1, [("Branch", 1, [])])])
    ]
    page = client.get(ADDRESS + "?q=a").text
    assert "Nothing was found." in page
    found = client.get(ADDRESS + "?wing=&q=গ").text
    assert (
        f'href="/en/directory/?wing=&amp;q=%E0%A6%97&amp;office={branch.pk}"' in found
    )


def test_another_office_can_be_chosen(client, offices):
    assert tree(client, f"?office={offices[2].pk}")[0][1] == 4


def test_names_are_no_markup(client, db):
    edition()
    entry("ক", office=OfficeFactory(name_en="<script>alert(1)</script>"))
    assert "<script>alert" not in client.get(ADDRESS).text


def test_is_made_anew_when_an_office_is_renamed(client, offices):
    tree(client)
    offices[1].name_en = "New wing"
    offices[1].save()
    assert tree(client)[0][2][0][0] == "New wing"


def test_costs_few_queries(client, offices, django_assert_max_num_queries):
    for _number in range(20):
        entry("ক", office=OfficeFactory(parent=offices[1]))
    with django_assert_max_num_queries(8):
        client.get(ADDRESS)


def test_the_list_leads_here_with_its_question(client, offices):
    text = client.get("/en/directory/?q=ক&page=1").text
    assert 'href="/en/directory/offices/?q=%E0%A6%95"' in text
