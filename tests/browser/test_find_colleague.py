"""A visitor finds a colleague's number, in either language, with JavaScript or not."""

import pytest


@pytest.fixture(params=["", "/en"], ids=["bn", "en"])
def start(request, ministry):
    return f"{request.param}/"


@pytest.fixture(params=["page", "plain_page"])
def visitor(request):
    return request.getfixturevalue(request.param)


def names(page):
    return page.locator(".entries .name").all_inner_texts()


def test_from_the_first_page(start, visitor):
    visitor.goto(start)
    visitor.get_by_role("searchbox").fill("দীপঙ্কর")
    visitor.get_by_role("search").get_by_role("button").click()
    assert names(visitor) == ["জনাব দীপঙ্কর চক্রবর্তী"]


def test_by_any_piece_of_a_number_in_either_script(start, visitor):
    for piece in ("৯৩৪৪৬০", "934460"):
        visitor.goto(f"{start}directory/")
        visitor.get_by_role("searchbox").fill(piece)
        visitor.get_by_role("search").get_by_role("button").click()
        visitor.wait_for_url("**/directory/?q=*")
        assert names(visitor) == ["জনাব দীপঙ্কর চক্রবর্তী"]


def test_the_number_can_be_dialled(start, visitor):
    visitor.goto(f"{start}directory/?q=দীপঙ্কর")
    mobile = visitor.get_by_role("link", name="০১৮৯৮-৯৩৪৪৬০")
    assert mobile.get_attribute("href") == "tel:+8801898934460"


def test_through_the_pages(start, visitor):
    visitor.goto(f"{start}directory/")
    visitor.locator("a[rel=next]").click()
    visitor.wait_for_url("**/directory/?page=2")
    assert len(names(visitor)) == 50


def test_while_typing(start, page):
    page.goto(f"{start}directory/")
    page.get_by_role("searchbox").press_sequentially("দীপঙ্কর")
    page.locator(".entries .name", has_text="দীপঙ্কর").wait_for()
    page.wait_for_url("**/directory/?q=*")
    assert names(page) == ["জনাব দীপঙ্কর চক্রবর্তী"]


def test_by_wing_without_pressing_a_button(start, page):
    page.goto(f"{start}directory/")
    page.locator("select[name=wing]").select_option("সেবা নম্বর")
    page.wait_for_url("**/directory/?wing=*")
    assert names(page) == ["পিএবিএক্স অপারেটর", "অভ্যর্থনা", "নিরাপত্তা কক্ষ", "পরিবহন পুল"]


def test_by_the_keyboard_alone(start, page):
    page.goto(f"{start}directory/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "q"


def test_prints_the_page_it_stands_on(start, page):
    page.goto(f"{start}directory/")
    page.evaluate("window.print = () => { window.printed = true; }")
    page.locator("[data-print]").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    assert not page.get_by_role("search").is_visible()


def test_offers_no_printing_that_needs_javascript(start, plain_page):
    plain_page.goto(f"{start}directory/")
    assert not plain_page.locator("[data-print]").is_visible()
