"""The page of one line: a service number, a vacant post, a post through its holders."""

import datetime

import pytest
from django.urls import reverse

from tests.directory.entries import edition, entry
from tests.directory.vcards import contacts
from tests.factories import OfficerFactory


@pytest.fixture
def first(db):
    return edition()


def page(client, number):
    return client.get(reverse("directory:line_detail", args=[number]))


def words(client, number):
    return " ".join(client.get(f"/en/directory/lines/{number}/").text.split())


def test_a_service_number(client, first):
    desk = entry(post="অভ্যর্থনা", pabx="১০১", room="নিচতলা")
    text = words(client, desk.line)
    assert '<a href="tel:101">১০১</a>' in text
    assert "(শূন্য)" not in text
    assert "<h2>" not in text  # its post is the heading of the page


def test_a_vacant_post(client, first):
    post = entry(post="আইন কর্মকর্তা", vacant=True, pabx="১০১")
    assert words(client, post.line).count("(শূন্য)") == 1


def test_a_post_leads_to_its_officer(client, first):
    karim = OfficerFactory(name="করিম")
    line = entry("করিম", officer=karim, post="উপসচিব")
    assert f'href="/en/directory/officers/{karim.pk}/"' in words(client, line.line)


def test_tells_earlier_holders(client, first):
    edition(2, datetime.date(2017, 3, 1))
    rahim = OfficerFactory(name="রহিম")
    line = entry("রহিম", officer=rahim, post="উপসচিব", last=1)
    entry("করিম", first=2, officer=OfficerFactory(), post="উপসচিব", line=line.line)
    text = words(client, line.line)
    assert f'href="/en/directory/officers/{rahim.pk}/"' in text
    assert "in the list of 12 February 2017" in text


def test_a_line_that_ended(client, first):
    edition(2)
    line = entry(post="লিফট", last=1, pabx="১০১")
    text = words(client, line.line)
    assert "Not in the present list." in text
    assert "tel:" not in text


@pytest.mark.parametrize("number", [0, 10**30])
def test_no_such_line(number, client, first):
    for name in ("detail", "card", "code"):
        address = reverse(f"directory:line_{name}", args=[number])
        assert client.get(address).status_code == 404


def test_its_contact(client, first):
    desk = entry(post="অভ্যর্থনা", office_phone="০২-৯৫৬০৪৮১")
    response = client.get(reverse("directory:line_card", args=[desk.line]))
    name = f'attachment; filename="line_{desk.line}_2017-02-12.vcf"'
    assert response.headers["Content-Disposition"] == name
    assert contacts(response.content)[0]["FN"] == [["অভ্যর্থনা"]]


def test_its_code(client, first):
    desk = entry(post="অভ্যর্থনা")
    response = client.get(reverse("directory:line_code", args=[desk.line]))
    assert response.headers["Content-Type"] == "image/svg+xml"


def test_the_list_leads_to_it(client, first):
    desk = entry(post="অভ্যর্থনা")
    assert f'href="/directory/lines/{desk.line}/"' in client.get("/directory/").text
