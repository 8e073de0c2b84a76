"""Public pages answer 304 from one query, and only while nothing has changed."""

import datetime

import pytest
from django.http import FileResponse, HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from innovation_portal.web.revision import DrawnPages, public_page
from tests.factories import OfficeFactory

revisions = [1]
asked = []


@public_page(lambda request: revisions[-1])
def page(request):
    asked.append(request.get_full_path())
    return HttpResponse("page")


def ask(address="/page/", etag=None, *, personal=False, method="get"):
    headers = {"if-none-match": etag} if etag else {}
    request = getattr(RequestFactory(), method)(address, headers=headers)
    request.personal = personal
    return page(request)


@pytest.fixture(autouse=True)
def first_revision():
    revisions[:] = [1]
    asked.clear()


def test_unchanged():
    answer = ask(etag=ask()["ETag"])
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer["Cache-Control"] == "no-cache"


def test_open_to_visitors():
    assert page.login_required is False


@pytest.mark.parametrize("other", ["/page/?q=1", "/en/page/", "/other/"])
def test_each_address_has_its_own(other):
    assert ask()["ETag"] != ask(other)["ETag"]


def test_a_new_revision():
    etag = ask()["ETag"]
    revisions.append(2)
    assert ask(etag=etag).status_code == 200


def test_a_new_release(settings):
    etag = ask()["ETag"]
    settings.RELEASE = "next"
    assert ask(etag=etag).status_code == 200


def test_a_new_day(monkeypatch):
    etag = ask()["ETag"]
    day = datetime.date(2017, 1, 1)
    monkeypatch.setattr("django.utils.timezone.localdate", lambda: day)
    assert ask(etag=etag).status_code == 200


def test_personal_pages_carry_no_etag():
    answer = ask(etag=ask()["ETag"], personal=True)
    assert answer.status_code == 200
    assert "ETag" not in answer


def test_a_page_is_drawn_once():
    first, again = ask(), ask()
    assert (first.content, first["ETag"]) == (again.content, again["ETag"])
    assert asked == ["/page/"]


def test_a_new_revision_is_drawn_anew():
    ask()
    revisions.append(2)
    ask()
    assert asked == ["/page/"] * 2


def test_a_personal_page_is_never_kept_nor_taken():
    for personal in (True, False, True):
        ask(personal=personal)
    assert asked == ["/page/"] * 3


def test_what_is_sent_is_never_answered_from_what_was_drawn():
    ask()
    assert "ETag" not in ask(method="post")
    assert asked == ["/page/"] * 2


def _with_cookie():
    answer = HttpResponse("page")
    answer.set_cookie("a", "b")
    return answer


@pytest.mark.parametrize(
    "answer",
    [
        HttpResponse("page", status=404),
        HttpResponse("page", content_type="text/csv"),
        HttpResponse("page", headers={"Vary": "Cookie"}),
        HttpResponse("p" * 11),
        HttpResponseRedirect("/"),
        FileResponse(iter([b"page"]), content_type="text/html; charset=utf-8"),
        _with_cookie(),
    ],
)
def test_only_plain_and_short_pages_are_kept(answer):
    pages = DrawnPages(pages=2, longest=10)
    pages.keep("a", answer)
    assert pages.get("a") is None


def test_the_page_asked_for_longest_ago_goes_first():
    pages = DrawnPages(pages=2, longest=10)
    pages.keep("a", HttpResponse("a"))
    pages.keep("b", HttpResponse("b"))
    pages.get("a")
    pages.keep("c", HttpResponse("c"))
    assert [pages.get(etag) is None for etag in "abc"] == [False, True, False]


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["/directory/", "/organisation/", "/en/organisation/"])
def test_one_query_for_an_unchanged_page(client, url, django_assert_num_queries):
    etag = client.get(url)["ETag"]
    with django_assert_num_queries(1):
        answer = client.get(url, headers={"if-none-match": etag})
    assert answer.status_code == 304
    assert "Cookie" not in answer.get("Vary", "")


@pytest.mark.django_db
def test_a_changed_office_changes_the_tree(client):
    etag = client.get("/organisation/")["ETag"]
    OfficeFactory()
    answer = client.get("/organisation/", headers={"if-none-match": etag})
    assert answer.status_code == 200
