"""The branch edits single lines, with JavaScript and without it."""

import pytest
from django.urls import reverse

from directory.models import Entry
from tests.browser.looking import axe, latin_words, picture

WAYS = ("change", "holder", "transfer", "vacate", "add", "remove")


@pytest.fixture(params=["page", "plain_page"], ids=["with-js", "without-js"])
def desk(request, demo, sign_in):
    """The browser of a clerk, in either of its kinds."""
    page = request.getfixturevalue(request.param)
    sign_in(page, "general_services")
    return page


@pytest.mark.parametrize("way", WAYS)
def test_is_good_to_look_at(way, ministry, page, sign_in):
    sign_in(page, "general_services")
    person = Entry.objects.current().exclude(name="").exclude(section="").first()
    name = "line_transfer" if way == "transfer" else "line_edit"
    place = [person.line] if way == "transfer" else [person.line, way]
    address = reverse(f"directory:{name}", args=place)
    for language in ("/en", ""):
        page.goto(language + address)
        axe(page)
        picture(page, f"line-{way}-{language[1:] or 'bn'}")
    assert latin_words(page) == []


def test_a_new_number_from_the_list(desk):
    desk.goto("/en/directory/?q=দীপঙ্কর")
    desk.locator(".ways").get_by_role("link", name="Change").click()
    desk.get_by_label("Mobile").fill("০১৭১২-০০০০০১")
    desk.get_by_label("Office order number").fill("০৫.০০.১৭-১")
    desk.get_by_role("button", name="Save the change").click()
    desk.get_by_role("status").filter(has_text="is now in force").wait_for()
    desk.goto("/en/directory/?q=০১৭১২০০০০০১")
    assert desk.locator(".entries .name").all_inner_texts() == ["জনাব দীপঙ্কর চক্রবর্তী"]


def test_a_transfer(desk):
    desk.goto("/en/directory/?q=দীপঙ্কর")
    desk.locator(".ways").get_by_role("link", name="Change").click()
    desk.get_by_role("link", name="Transfer to another post").click()
    desk.get_by_label("Search for the post").fill("নীতি শাখা")
    desk.get_by_role("search").get_by_role("button").click()
    desk.get_by_label("· vacant").check()
    desk.get_by_role("button", name="Save the transfer").click()
    desk.get_by_role("status").filter(has_text="is now in force").wait_for()
    moved = Entry.objects.current().get(name__contains="দীপঙ্কর")
    assert (moved.section, moved.post) == ("নীতি শাখা", "উপসচিব")
