"""Fetching the list's PDF in a browser: a page while it is made, then the file."""

import pytest
from django.urls import reverse

from directory.actions import paper as actions
from directory.actions.paper import ask_for, make_paper
from directory.models import Edition, EditionPaper
from directory.views import paper
from tests.browser.looking import axe, latin_words, picture

FILES = "details.files > summary"
LINK = f"{FILES} ~ p a[href$='/directory/download.pdf']"


@pytest.fixture
def drawn(monkeypatch):
    """A list drawn in no time; the page looks again when the test is ready for it."""
    monkeypatch.setitem(
        actions.DRAWN_BY, EditionPaper.Kind.FULL, lambda *_: b"%PDF-1.7 whole list"
    )
    return monkeypatch


def make():
    make_paper.func(ask_for(edition=Edition.objects.current()).pk)


def test_the_page_that_waits_is_good_to_look_at(demo, drawn, page):
    drawn.setattr(paper, "LOOK_AGAIN", 3600)
    for language, prefix in (("en", "/en"), ("bn", "")):
        response = page.goto(prefix + "/directory/download.pdf")
        assert response.status == 503
        assert page.locator("html").get_attribute("lang") == language
        axe(page)
        picture(page, f"directory-pdf-waiting-{language}")
    assert latin_words(page) == []


def test_the_file_comes_by_itself_without_javascript(demo, drawn, plain_page):
    drawn.setattr(paper, "LOOK_AGAIN", 1)
    plain_page.goto(reverse("directory:entry_list"))
    plain_page.click(FILES)
    plain_page.click(LINK)
    plain_page.get_by_role("status").wait_for()
    with plain_page.expect_download() as coming:
        make()
    assert coming.value.suggested_filename == "phone_list_2017-02-12.pdf"
    assert coming.value.path().read_bytes() == b"%PDF-1.7 whole list"


def test_what_is_made_comes_at_once(demo, drawn, page):
    make()
    page.goto(reverse("directory:entry_list"))
    page.click(FILES)
    with page.expect_download() as coming:
        page.click(LINK)
    assert coming.value.path().read_bytes() == b"%PDF-1.7 whole list"


def test_all_papers_are_under_one_heading(demo, page):
    for language, prefix in (("en", "/en"), ("bn", "")):
        page.goto(prefix + "/directory/?q=রহমান")
        page.click(FILES)
        assert page.locator("details.files li a").count() == 3
        axe(page)
        picture(page, f"directory-papers-{language}")
    page.goto("/directory/")
    page.click(FILES)
    assert page.locator("details.files li a").count() == 2
    page.goto("/directory/editions/")
    page.click("details > summary >> nth=0")
    picture(page, "editions-papers")
