"""From the list to one contact, by office on a telephone; and what is counted of it."""

import pytest

from directory.models import DailyCount

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def in_the_hand(open_page):
    """A telephone's browser without JavaScript."""

    def opened():
        page = open_page(java_script_enabled=False)
        page.set_viewport_size(PHONE)
        return page

    return opened


def test_a_name_leads_to_its_contact(ministry, in_the_hand):
    page = in_the_hand()
    page.goto("/directory/?q=দীপঙ্কর")
    page.locator(".entries .name a").click()
    assert page.locator("h1").inner_text() == "জনাব দীপঙ্কর চক্রবর্তী"
    mobile = page.get_by_role("link", name="০১৮৯৮-৯৩৪৪৬০")
    assert mobile.get_attribute("href") == "tel:+8801898934460"
    with page.expect_download() as download:
        page.locator(".save a.button").click()
    assert download.value.suggested_filename.endswith("_2017-02-12.vcf")


def test_the_code_is_shown(ministry, page):
    page.goto("/directory/?q=দীপঙ্কর")
    page.locator(".entries .name a").click()
    code = page.locator(".save img")
    assert code.evaluate("image => image.decode().then(() => image.naturalWidth)")


def test_by_office_to_its_lines(ministry, in_the_hand):
    page = in_the_hand()
    page.goto("/directory/")
    page.locator(".within a").click()
    page.locator("summary", has_text="প্রশাসন অনুবিভাগ").click()
    page.get_by_role("link", name="আইন শাখা", exact=True).click()
    sections = page.locator(".entries .section").all_inner_texts()
    assert [text.partition("\n")[0] for text in sections] == ["আইন শাখা"] * 6
    page.get_by_role("searchbox").fill("মিজানুর")
    page.get_by_role("search").get_by_role("button").click()
    assert page.locator(".entries .name").count() == 1


def test_letters_typed_on_are_one_search(demo, page):
    page.goto("/directory/")
    page.get_by_role("searchbox").press_sequentially("দীপঙ্কর", delay=400)
    page.wait_for_url("**/directory/?q=%E0%A6%A6%E0%A7%80%E0%A6%AA%E0%A6%99*")
    page.locator(".entries .name", has_text="দীপঙ্কর").wait_for()
    assert DailyCount.objects.get().count == 1
