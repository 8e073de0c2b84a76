"""The telephone list on the screen: order, filters, pages, and what it costs."""

import datetime
import re
from itertools import pairwise

import pytest
from django.db import connection
from django.urls import reverse

from directory import choices
from directory.models import Designation, Edition, Entry
from innovation_portal.web.pages import CappedPaginator
from tests.directory.entries import edition, entry
from tests.factories import OfficeFactory

ADDRESS = "/directory/"


@pytest.fixture
def first(db):
    return edition()


def shown(client, query=""):
    """Names of the lines on the page, in its order."""
    table = client.get(ADDRESS + query).context["table"]
    return [row.record.name or row.record.post for row in table.page.object_list]


def test_before_the_first_edition(client, db):
    text = client.get("/en/directory/").text
    assert "No list has been published yet." in text
    assert "<table" not in text
    assert reverse("directory:download_xlsx") not in text


def test_shows_the_update_date_and_the_number(client, first):
    edition(number=2, updated_on=datetime.date(2017, 3, 1))
    entry("ক", first=2)
    text = client.get("/en/directory/").text
    assert '<time datetime="2017-03-01">1 March 2017</time>' in text
    assert "Published list number 2" in " ".join(text.split())


def test_shows_what_holds_now_in_the_order_of_the_list(client, first):
    edition(number=2)
    entry("খ", wing="প্রথম")
    entry("বিদায়ী", wing="প্রথম", last=1)
    entry("ক", wing="প্রথম")
    assert shown(client) == ["খ", "ক"]


def test_stands_under_the_headings_of_the_wings(client, first):
    for name, wing in (("ক", "প্রথম"), ("খ", "প্রথম"), ("গ", "দ্বিতীয়")):
        entry(name, wing=wing)
    text = client.get(ADDRESS).text
    marks = [text.index(f">{mark}<") for mark in ("প্রথম", "দ্বিতীয়")]
    assert text.count('class="group"') == 2
    assert all(one < other for one, other in pairwise(marks))


def test_a_vacant_post_and_a_service_number(client, first):
    entry(post="আইন কর্মকর্তা", vacant=True)
    desk = entry(post="অভ্যর্থনা", pabx="১০১")
    text = client.get(ADDRESS).text
    assert text.count("(শূন্য)") == 1
    name = f'<a href="/directory/lines/{desk.line}/">অভ্যর্থনা</a>'
    assert f'<span class="name">{name}</span>' in text


def test_numbers_and_mail_are_links(client, first):
    entry("ক", mobile="০১৭১২-৩৪৫৬৭৮", email="a@b.gov.bd")
    text = client.get(ADDRESS).text
    assert '<a href="tel:+8801712345678">০১৭১২-৩৪৫৬৭৮</a>' in text
    assert 'href="mailto:a@b.gov.bd"' in text


def test_texts_of_the_list_are_no_markup(client, first):
    entry("<script>alert(1)</script>", email='"onclick="x')
    text = client.get(ADDRESS).text
    assert "<script>alert" not in text
    assert 'href="mailto:&quot;onclick=&quot;x"' in text


def test_asks_by_wing_designation_and_words(client, first):
    secretary = Designation.objects.create(name_bn="সচিব")
    entry("করিম", wing="প্রশাসন", designation=secretary)
    entry("রহিম", wing="প্রশাসন")
    entry("করিম খান", wing="নীতি", designation=secretary)
    assert shown(client, "?q=করিম") == ["করিম", "করিম খান"]
    assert shown(client, "?wing=প্রশাসন") == ["করিম", "রহিম"]
    assert shown(client, f"?designation={secretary.pk}") == ["করিম", "করিম খান"]
    assert shown(client, f"?designation={secretary.pk}&wing=নীতি&q=খান") == ["করিম খান"]


def test_offers_the_designations_of_the_list_in_their_order(client, first):
    names = ("উপসচিব", 2), ("সচিব", 1), ("অব্যবহৃত", 3)
    ranked = [Designation.objects.create(name_bn=n, precedence=p) for n, p in names]
    for designation in ranked[:2]:
        entry("ক", designation=designation)
    offered = client.get(ADDRESS).context["filter"].form["designation"]
    assert [str(label) for _value, label in offered.field.choices][1:] == [
        "সচিব",
        "উপসচিব",
    ]


@pytest.mark.parametrize(
    "query",
    ["?wing=নেই", "?designation=0", "?office=0", "?office=x", "?q=" + "ক" * 101],
)
def test_says_what_is_wrong_with_a_question(client, first, query):
    entry("ক")
    response = client.get(ADDRESS + query)
    assert response.status_code == 200
    assert response.context["filter"].form.errors
    assert 'class="errorlist"' in response.text


def test_by_name_in_dictionary_order_with_persons_first(client, first):
    for name in ("হক", "", "ৎ", "মোঃ তারেক", "সৈয়দ আলী", "বেগম"):
        entry(name, post="সেবা")
    names = ["সৈয়দ আলী", "মোঃ তারেক", "ৎ", "বেগম", "হক", "সেবা"]
    assert shown(client, "?sort=name") == names
    assert shown(client, "?sort=-name") == names[::-1]


def test_namesakes_stand_in_the_order_of_the_list(client, first):
    for name in ("মোঃ করিম", "করিম", "মো. করিম"):
        entry(name)
    assert shown(client, "?sort=name") == ["মোঃ করিম", "করিম", "মো. করিম"]


def test_an_index_sorts_the_list_by_name(first):
    entry("করিম")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute("SET LOCAL enable_sort = off")
    plan = Entry.objects.current().by_name()[:50].explain()
    assert "Index Scan using entry_sort_name" in plan
    assert "Sort" not in plan


def test_an_alphabetical_list_has_letters_for_headings(client, first):
    for name in ("মোঃ আলী", "আবু", "হক", "Md. karim", ""):
        entry(name, post="সেবা", wing="প্রশাসন")
    page = client.get("/en/directory/?sort=name").text
    headings = re.findall(r'scope="rowgroup"[^>]*>([^<]*)<', page)
    assert headings == ["আ", "হ", "K", "Vacant posts and service numbers"]


def test_the_order_is_chosen_by_a_link(client, first):
    entry("করিম")
    page = client.get("/en/directory/?q=করিম").text
    assert "sort=name" in page
    assert "In alphabetical order" in page
    page = client.get("/en/directory/?sort=name&q=করিম").text
    assert "In order of precedence" in page


def test_an_unknown_order_is_the_order_of_the_list(client, first):
    entry("খ")
    entry("ক")
    assert shown(client, "?sort=pk") == ["খ", "ক"]


def test_fifty_lines_a_page(client, first):
    for number in range(51):
        entry(f"নাম {number}")
    assert len(shown(client)) == 50
    assert shown(client, "?page=2") == ["নাম 50"]
    for beyond in ("?page=3", "?page=99999999999999999999", "?page=0", "?page=-1"):
        assert client.get(ADDRESS + beyond).status_code == 200


@pytest.mark.parametrize("query", ["?per_page=100000", "?per_page=-1", "?per_page=0"])
def test_the_address_cannot_say_how_long_a_page_is(client, first, query):
    for number in range(51):
        entry(f"নাম {number}")
    assert len(shown(client, query)) == 50


def test_the_question_goes_along_from_page_to_page(client, first):
    for number in range(51):
        entry(f"নাম {number}")
    page = client.get("/en/directory/?q=নাম&sort=name").text
    assert 'href="?q=%E0%A6%A8%E0%A6%BE%E0%A6%AE&amp;sort=name&amp;page=2"' in page


def test_nothing_found_says_what_to_do(client, first):
    entry("ক")
    text = client.get("/en/directory/?q=নেই").text
    assert "Nothing was found." in text
    assert "Try fewer words" in text


def test_counts_to_a_thousand_and_goes_on(client, first, monkeypatch):
    monkeypatch.setattr(CappedPaginator, "LIMIT", 60)
    for number in range(120):
        entry(f"নাম {number}")
    assert "60+ lines" in " ".join(client.get("/en/directory/").text.split())
    assert shown(client, "?page=3")[-1] == "নাম 119"
    assert 'rel="next"' not in client.get(ADDRESS + "?page=3").text
    for beyond in ("?page=4", "?page=1000000", "?page=99999999999999999999"):
        assert shown(client, beyond)[0] == "নাম 50"


@pytest.mark.parametrize("query", ["", "?q=নাম&sort=name&page=2"])
def test_costs_few_queries(client, first, query, django_assert_max_num_queries):
    for number in range(60):
        entry(f"নাম {number}", wing="প্রশাসন", mobile="০১৭১২-৩৪৫৬৭৮")
    choices.wings(
        Edition.objects.current()
    )  # the lines are read for them once for each edition
    with django_assert_max_num_queries(8):
        client.get(ADDRESS + query)


def test_says_in_english_what_is_not_of_the_list(client, first):
    entry("ক", office_phone="9551612", wing="প্রথম")
    text = client.get("/en/directory/").text
    assert '<tbody lang="bn">' in text
    assert '<dt lang="en">Office</dt>' in text


def test_a_renamed_designation_makes_the_page_anew(client, first):
    deputy = Designation.objects.create(name_bn="উপসচিব")
    first = client.get(ADDRESS).headers["ETag"]
    deputy.name_bn = "উপ-সচিব"
    deputy.save()
    assert client.get(ADDRESS).headers["ETag"] != first


def offices():
    """A wing with one branch, and another wing."""
    wing = OfficeFactory(name_bn="প্রশাসন", name_en="Administration")
    return wing, OfficeFactory(parent=wing), OfficeFactory()


def test_asks_by_office_with_all_below_it(client, first):
    wing, branch, other = offices()
    for name, office in ("খ", branch), ("ক", wing), ("গ", other), ("ঘ", None):
        entry(name, office=office)
    assert shown(client, f"?office={wing.pk}") == ["খ", "ক"]
    assert shown(client, f"?office={branch.pk}") == ["খ"]
    assert shown(client, f"?office={wing.pk}&q=ক") == ["ক"]


def test_the_office_goes_along_with_the_next_question(client, first):
    wing, _branch, _other = offices()
    text = client.get(f"/en/directory/?office={wing.pk}&q=ক&page=1").text
    assert f'<input type="hidden" name="office" value="{wing.pk}"' in text
    assert "<strong>Administration</strong>" in text
    assert 'href="?q=%E0%A6%95"' in text  # all offices, the same question


def test_an_office_that_moves_makes_the_page_anew(client, first):
    wing, branch, other = offices()
    entry("ক", office=branch)
    assert shown(client, f"?office={wing.pk}") == ["ক"]
    branch.parent = other
    branch.save()
    assert shown(client, f"?office={wing.pk}") == []
