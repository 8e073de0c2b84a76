"""Minutes written without a script, by two at once, read by a visitor on a phone."""

import pytest

from schedule.models import Decision, Minutes
from tests.browser.looking import axe

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def address(demo):
    return f"/en/schedule/sittings/{Minutes.objects.first().sitting_id}/minutes/"


@pytest.fixture
def writer(open_page, sign_in, address):
    """Call it for a window in which the minutes stand open to be written."""

    def opened(**options):
        page = open_page(**options)
        sign_in(page, "general_services")
        page.goto(f"{address}edit/")
        return page

    return opened


def save(page):
    page.get_by_role("button", name="Save the minutes").click()


def test_written_without_a_script_and_read_on_a_phone(writer, open_page, address):
    clerk = writer(java_script_enabled=False)
    clerk.get_by_role("button", name="More rows").click()
    row = clerk.locator(".minutes-row").last
    row.get_by_label("Discussion").fill("বিবিধ আলোচনা")
    row.get_by_label("Decision").fill("পরবর্তী সভা ডাকতে হবে।")
    row.get_by_label("Serial number").fill("১")
    save(clerk)
    clerk.get_by_role("status").filter(has_text="The minutes were saved.").wait_for()
    assert Decision.objects.in_order().first().discussion == "বিবিধ আলোচনা"

    visitor = open_page(java_script_enabled=False)
    visitor.set_viewport_size(PHONE)
    visitor.goto(address)
    assert visitor.get_by_text("পরবর্তী সভা ডাকতে হবে।").is_visible()
    assert visitor.get_by_role("link", name="Go on writing").count() == 0
    width = visitor.evaluate("document.documentElement.scrollWidth")
    assert width == PHONE["width"]


def test_two_at_once_lose_nothing(writer):
    first, second = writer(), writer()
    first.get_by_label("Opening words").fill("প্রথম জনের কথা")
    save(first)
    first.get_by_role("status").filter(has_text="The minutes were saved.").wait_for()
    second.get_by_label("Opening words").fill("দ্বিতীয় জনের কথা")
    second.locator(".minutes-row").nth(2).get_by_label("Decision").fill("নতুন সিদ্ধান্ত")
    save(second)
    second.get_by_role("alert").filter(has_text="Another person").wait_for()
    assert second.get_by_text("প্রথম জনের কথা").is_visible()
    axe(second)
    save(second)
    second.get_by_role("status").filter(has_text="The minutes were saved.").wait_for()
    assert Minutes.objects.get().opening == "দ্বিতীয় জনের কথা"
    assert Decision.objects.filter(text="নতুন সিদ্ধান্ত").count() == 1
