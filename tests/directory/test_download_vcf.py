"""The list, or what is asked of it, as contacts for a telephone."""

import pytest
from django.urls import reverse

from tests.directory.entries import edition, entry
from tests.directory.uploads import FEBRUARY, published
from tests.directory.vcards import contacts
from tests.factories import OfficerFactory


@pytest.fixture
def first(db):
    return edition()


def answer(client, **query):
    return client.get(reverse("directory:download_vcf", query=query))


def names(client, **query):
    found = contacts(answer(client, **query).getvalue())
    return [contact["FN"][0][0] for contact in found]


def test_is_named_after_the_update_date(client, first):
    response = answer(client)
    name = 'attachment; filename="phone_list_2017-02-12.vcf"'
    assert response.headers["Content-Disposition"] == name
    assert response.headers["Content-Type"] == "text/vcard; charset=utf-8"


def test_has_each_person_once_in_the_order_of_the_list(client, first):
    karim = OfficerFactory(name="করিম")
    entry("রহিম", mobile="০১৭১২-৩৪৫৬৭৯")
    entry("করিম", officer=karim, mobile="০১৭১২-৩৪৫৬৭৮")
    entry("সালমা", mobile="০১৭১২-৩৪৫৬৭০")
    entry("করিম", officer=karim, post="পরিচালক")
    entry(post="অভ্যর্থনা", pabx="১০১")
    assert names(client) == ["রহিম", "করিম", "সালমা", "অভ্যর্থনা"]


def test_one_person_under_two_spellings_is_one_contact(client, first):
    karim = OfficerFactory(name="করিম")
    kareem = OfficerFactory(name="কারিম", same_as=karim)
    entry("করিম", officer=karim, mobile="০১৭১২-৩৪৫৬৭৮")
    entry("রহিম", mobile="০১৭১২-৩৪৫৬৭৯")
    entry("কারিম", officer=kareem, email="a@b.bd")
    assert names(client) == ["করিম", "রহিম"]


def test_has_only_what_is_asked_for(client, first):
    entry("রহিম", wing="নীতি", mobile="০১৭১২-৩৪৫৬৭৯")
    entry("করিম", wing="নীতি", mobile="০১৭১২-৩৪৫৬৭৮")
    entry("করিম", mobile="০১৭১২-৩৪৫৬৭০")
    assert names(client, wing="নীতি", q="করিম") == ["করিম"]


def test_the_branch_list(client, db):
    """122 lines, one of them a second charge; who cannot be reached has no contact."""
    published(FEBRUARY)
    content = answer(client).getvalue()
    assert content.count(b"BEGIN:VCARD\r\n") == content.count(b"END:VCARD\r\n") == 121


def test_a_wrong_question_is_answered_by_the_list(client, first):
    assert answer(client, wing="নেই").status_code == 302


def test_is_known_by_its_etag(client, first):
    address = reverse("directory:download_vcf")
    known = {"If-None-Match": client.get(address).headers["ETag"]}
    assert client.get(address, headers=known).status_code == 304


@pytest.mark.parametrize(("before", "label"), [("", "কক্ষ"), ("/en", "Room")])
def test_speaks_the_language_of_its_address_to_the_end(client, first, before, label):
    entry("করিম", mobile="০১৭১২-৩৪৫৬৭৮", room="405")
    response = client.get(before + reverse("directory:download_vcf"))
    (contact,) = contacts(response.getvalue())
    assert contact["NOTE"][0][0] == f"{label}: 405"
