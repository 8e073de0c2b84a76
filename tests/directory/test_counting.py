"""What counts as a search, and which answers count."""

import pytest
from django.test import RequestFactory
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from directory.counting import begins_search
from directory.models import DailyCount
from tests.directory.entries import edition, entry
from tests.factories import OfficerFactory

HERE = "http://testserver/directory/"


def begins(words, before=None, header="Referer"):
    headers = {} if before is None else {header: before}
    request = RequestFactory().get("/directory/", {"q": words}, headers=headers)
    return begins_search(request)


def test_words_from_nowhere_or_from_another_page_begin_a_search():
    assert begins("করিম")
    assert begins("করিম", "http://testserver/")
    assert begins("করিম", HERE)


@pytest.mark.parametrize("words", ["", " ", "\t"])
def test_no_words_are_no_search(words):
    assert not begins(words)


@pytest.mark.parametrize("before", ["কর", "করিম", "করিম উদ্দিন", " করিম "])
@pytest.mark.parametrize("header", ["Referer", "HX-Current-URL"])
def test_typing_on_paging_and_sorting_begin_none(before, header):
    address = RequestFactory().get("/directory/", {"page": 1, "q": before})
    assert not begins("করিম", address.build_absolute_uri(), header)


def test_other_words_begin_another():
    assert begins("রহিম", f"{HERE}?q=করিম")


@pytest.mark.parametrize("before", ["http://[", "?q", "x" * 9000, "?" + "q=1&" * 200])
def test_no_address_breaks_it(before):
    assert begins("করিম", before)


@given(st.text(st.characters(codec="latin-1", exclude_categories=["Cc"])))
def test_takes_any_header(before):
    assert begins("করিম", before, "HX-Current-URL") in {True, False}


def typed(client, *texts):
    """Requests as the page sends them while these texts stand in its field."""
    address = HERE
    for text in texts:
        headers = {"HX-Request": "true", "HX-Current-URL": address}
        client.get("/directory/", {"q": text}, headers=headers)
        address = f"{HERE}?q={text}"


def counted():
    return dict(DailyCount.objects.values_list("kind", "count"))


@pytest.fixture
def karim(db):
    edition()
    officer = OfficerFactory(name="করিম")
    entry("করিম", officer=officer, mobile="০১৭১২-৩৪৫৬৭৮")
    return officer


def test_a_search_typed_letter_by_letter_is_one(client, karim):
    typed(client, "ক", "কর", "করি", "করিম")
    assert counted() == {"search": 1}


def test_two_searches_typed_one_after_the_other_are_two(client, karim):
    typed(client, "কর", "করিম", "র", "রহিম")
    assert counted() == {"search": 2}


def test_a_page_drawn_before_counts_too(client, karim):
    for _asker in range(3):
        client.get("/directory/", {"q": "করিম"})
    assert counted() == {"search": 3}


def test_the_list_itself_is_no_search(client, karim):
    client.get("/directory/")
    client.get("/directory/", {"wing": "প্রশাসন", "page": 2})
    assert counted() == {}


@pytest.mark.parametrize("kind", ["xlsx", "csv", "vcf"])
def test_each_download_counts(kind, client, karim):
    for _asker in range(2):
        client.get(reverse(f"directory:download_{kind}"))
    assert counted() == {kind: 2}


def test_a_single_contact_counts(client, karim):
    client.get(reverse("directory:officer_card", args=[karim.pk]))
    assert counted() == {"card": 1}


def test_what_is_known_asked_by_head_or_not_there_counts_nothing(
    client, karim, django_assert_num_queries
):
    address = reverse("directory:download_csv")
    etag = client.get(address).headers["ETag"]
    with django_assert_num_queries(1):  # what makes the ETag, and no more
        client.get(address, headers={"If-None-Match": etag})
    client.head(address)
    client.get(address, {"wing": "নেই"})
    client.get(reverse("directory:officer_card", args=[99]))
    assert counted() == {"csv": 1}
