"""People are found and ticked, with JavaScript or not, and a slot leads to its form."""

import pytest


@pytest.fixture(params=["page", "plain_page"])
def visitor(request, ministry):
    return request.getfixturevalue(request.param)


def ticked(page):
    return page.locator(
        "#who input:checked + label > span:first-child"
    ).all_inner_texts()


def look_for(page, text):
    """Type it; without JavaScript the button sends it."""
    page.get_by_role("searchbox").fill(text)
    if page.evaluate("typeof htmx") == "undefined":
        page.locator(".free-search button").click()


def tick(page, name):
    page.locator("#who").get_by_text(name, exact=True).click()


def test_people_stay_ticked_while_others_are_looked_for(visitor):
    visitor.goto("/schedule/free/")
    tick(visitor, "সচিব মহোদয়")
    look_for(visitor, "দীপঙ্কর")
    tick(visitor, "দীপঙ্কর চক্রবর্তী")
    look_for(visitor, "কখগঘঙ")
    visitor.locator("#who [role=status]").wait_for()
    assert ticked(visitor) == ["সচিব মহোদয়", "দীপঙ্কর চক্রবর্তী"]
    visitor.locator(".free-form .actions button").click()
    visitor.locator(".free-slot").first.wait_for()
    assert ticked(visitor) == ["সচিব মহোদয়", "দীপঙ্কর চক্রবর্তী"]


def test_a_way_out_is_one_click(visitor):
    visitor.goto("/schedule/free/?length=480")
    visitor.locator(".free-ways a").first.click()
    visitor.locator(".free-slot").first.wait_for()
    assert visitor.locator("input[name=lunch]").is_checked()
