"""One officer's page, his contact as a file and as a picture."""

import datetime

import pytest
from django.urls import reverse

from tests.directory.entries import edition, entry
from tests.directory.vcards import contacts
from tests.factories import OfficeFactory, OfficerFactory


@pytest.fixture
def first(db):
    return edition()


@pytest.fixture
def karim(first):
    return OfficerFactory(name="মোঃ করিম", honorific="জনাব")


def page(client, officer, language="/en"):
    return client.get(f"{language}/directory/officers/{officer.pk}/")


def words(response):
    return " ".join(response.text.split())


def posts(response):
    """Posts of the page, together where they are reached alike."""
    charges = response.context["charges"]
    return [[line.post for line, _way in alike] for alike in charges]


def test_shows_all_charges_in_the_order_of_the_list(client, karim):
    entry("মোঃ করিম", officer=karim, post="উপসচিব", mobile="০১৭১২-৩৪৫৬৭৮")
    entry("রহিম", post="সচিব")
    entry("মোঃ করিম", officer=karim, post="পরিচালক", email="a@b.gov.bd")
    response = page(client, karim)
    assert posts(response) == [["উপসচিব"], ["পরিচালক"]]
    assert '<a href="tel:+8801712345678">০১৭১২-৩৪৫৬৭৮</a>' in response.text
    assert 'href="mailto:a@b.gov.bd"' in response.text


def test_says_once_how_two_charges_are_reached(client, karim):
    for post in ("উপসচিব", "পরিচালক"):
        entry("মোঃ করিম", officer=karim, post=post, mobile="০১৭১২-৩৪৫৬৭৮")
    response = page(client, karim)
    assert posts(response) == [["উপসচিব", "পরিচালক"]]
    assert response.text.count("tel:") == 1


def test_shows_the_way_to_the_office(client, karim):
    ministry = OfficeFactory(name_en="Ministry")
    branch = OfficeFactory(name_en="Administration", parent=ministry)
    entry("মোঃ করিম", officer=karim, office=branch)
    text = words(page(client, karim))
    for office in (ministry, branch):
        assert (
            f'<a href="/en/directory/?office={office.pk}">{office.name_en}</a>' in text
        )
    assert text.index("Ministry</a>") < text.index("Administration</a>")


def test_shows_the_printed_place_where_no_office_is_known(client, karim):
    entry("মোঃ করিম", officer=karim, wing="প্রশাসন", section="আইন শাখা")
    assert "প্রশাসন › আইন শাখা" in words(page(client, karim))


def test_tells_earlier_posts_once_each_and_the_latest_first(client, karim):
    for number, month in ((2, 3), (3, 4), (4, 5)):
        edition(number, datetime.date(2017, month, 1))
    for last, post, mobile in (
        (1, "সহকারী সচিব", ""),
        (2, "সিনিয়র সহকারী সচিব", "১"),
        (3, "সিনিয়র সহকারী সচিব", "২"),
        (None, "উপসচিব", ""),
    ):
        began = last or 4
        entry("করিম", first=began, last=last, officer=karim, post=post, mobile=mobile)
    response = page(client, karim)
    assert [held["post"] for held in response.context["earlier"]] == [
        "সিনিয়র সহকারী সচিব",
        "সহকারী সচিব",
    ]
    assert "in the lists from 1 March 2017 to 1 April 2017" in words(response)
    assert "in the list of 12 February 2017" in words(response)


def test_who_left_is_said_to_have_left(client, karim):
    edition(2)
    entry("করিম", officer=karim, post="উপসচিব", last=1, mobile="০১৭১২-৩৪৫৬৭৮")
    text = words(page(client, karim))
    assert (
        "Not in the present list. Last stood in the list updated on 12 February 2017."
        in text
    )
    assert "tel:" not in text
    assert "contact.vcf" not in text


def test_who_never_stood_in_a_list(client, karim):
    assert "Not in any published list." in words(page(client, karim))


def test_nobody_of_that_number(client, first):
    for pk in (0, 99, 10**30):
        for name in ("detail", "card", "code"):
            address = reverse(f"directory:officer_{name}", args=[pk])
            assert client.get(address).status_code == 404


def test_names_are_no_markup(client, first):
    officer = OfficerFactory(name="<script>alert(1)</script>")
    entry("<b>", officer=officer, post="<i>", room="<u>")
    text = page(client, officer).text
    assert not [mark for mark in ("<script>alert", "<b>", "<i>", "<u>") if mark in text]


def test_the_contact_is_a_file_named_after_the_update_date(client, karim):
    entry("মোঃ করিম", officer=karim, post="উপসচিব")
    response = client.get(reverse("directory:officer_card", args=[karim.pk]))
    assert response.headers["Content-Type"] == "text/vcard; charset=utf-8"
    name = f"officer_{karim.pk}_2017-02-12.vcf"
    assert response.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert contacts(response.content)[0]["FN"] == [["মোঃ করিম"]]


@pytest.mark.parametrize("name", ["card", "code"])
def test_who_left_has_no_contact(name, client, karim):
    edition(2)
    entry("করিম", officer=karim, last=1)
    address = reverse(f"directory:officer_{name}", args=[karim.pk])
    assert client.get(address).status_code == 404


def test_the_code_is_a_picture(client, karim):
    entry("মোঃ করিম", officer=karim)
    response = client.get(reverse("directory:officer_code", args=[karim.pk]))
    assert response.headers["Content-Type"] == "image/svg+xml"
    assert response.content.startswith(b"<svg")


@pytest.mark.parametrize("name", ["detail", "card", "code"])
def test_is_known_by_its_etag_until_the_next_list(name, client, karim):
    entry("মোঃ করিম", officer=karim)
    address = reverse(f"directory:officer_{name}", args=[karim.pk])
    etag = client.get(address).headers["ETag"]
    again = {"If-None-Match": etag}
    assert client.get(address, headers=again).status_code == 304
    edition(2)
    assert client.get(address, headers=again).status_code == 200


def test_the_list_leads_to_the_page(client, karim):
    entry("মোঃ করিম", officer=karim)
    assert f'href="/directory/officers/{karim.pk}/"' in client.get("/directory/").text


def test_costs_few_queries(client, karim, django_assert_max_num_queries):
    for number in range(9):
        office = OfficeFactory(parent=OfficeFactory())
        entry("মোঃ করিম", officer=karim, office=office, post=f"পদ {number}")
    with django_assert_max_num_queries(7):
        page(client, karim)
