"""Bijoy pasted into the page comes out as Unicode, with JavaScript or without."""

import pytest

from tests.browser.looking import axe, picture

TYPED = "wkí gš¿Yvjq\nICT kvLv ¨ 15"
MEANT = "শিল্প মন্ত্রণালয়\nICT শাখা ¨ ১৫"
TEXT = "#unicode-text"


@pytest.fixture(params=["page", "plain_page"])
def visitor(request):
    return request.getfixturevalue(request.param)


def test_with_the_button(ministry, visitor):
    visitor.goto("/")
    visitor.locator("footer a").click()
    visitor.locator("textarea").fill(TYPED)
    visitor.locator("main form .button").click()
    assert visitor.locator(TEXT).text_content() == MEANT
    assert visitor.locator("mark").all_inner_texts() == ["¨"]
    assert visitor.locator("textarea").input_value() == TYPED


def test_while_typing(ministry, page):
    page.goto("/bijoy/")
    page.locator("textarea").press_sequentially("mwPe")
    page.locator(TEXT, has_text="সচিব").wait_for()
    page.locator("textarea").fill("")
    page.locator(TEXT).wait_for(state="detached")
    assert page.url.endswith("/bijoy/")


def test_copies(ministry, page):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto("/bijoy/")
    page.locator("textarea").fill(TYPED)
    button = page.locator("[data-copy]")
    button.click()
    page.get_by_role("button", name=button.get_attribute("data-copied")).wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == MEANT


def test_copies_where_the_browser_gives_no_clipboard(ministry, page):
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: null})")
    page.goto("/bijoy/")
    page.locator("textarea").fill("mwPe")
    page.locator("[data-copy]").click()
    page.locator("textarea").fill("")
    page.locator("textarea").press("Control+V")
    assert page.locator("textarea").input_value() == "সচিব"


def test_without_javascript_no_button_that_does_nothing(ministry, plain_page):
    plain_page.goto("/bijoy/")
    plain_page.locator("textarea").fill("mwPe")
    plain_page.locator("main form .button").click()
    assert not plain_page.locator("[data-copy]").is_visible()


def test_page_is_for_everybody(ministry, page):
    for language in ("", "/en"):
        page.goto(f"{language}/bijoy/")
        page.locator("textarea").fill(TYPED)
        page.locator(TEXT).wait_for()
        axe(page)
        picture(page, f"bijoy-converted{language[1:] and '-en'}")
