"""Yesterday's list seen again, and brought back when today's was wrong."""

import pytest


@pytest.fixture(params=["page", "plain_page"], ids=["with-js", "without-js"])
def either(request):
    return request.getfixturevalue(request.param)


def changed(page, place):
    """The old and the new texts of the lines under a difference."""
    return page.locator(f".difference {place}").count()


def test_a_visitor_sees_the_list_of_a_day(either, ministry):
    either.goto("/en/directory/")
    either.get_by_role("link", name="Published list number 2").click()
    either.get_by_label("The list as it stood on").fill("২০/০১/২০১৭")
    either.get_by_role("button", name="See the list").click()
    either.wait_for_url("**/directory/editions/1/")
    assert either.get_by_text("This is an old list.").is_visible()
    either.get_by_role("link", name="What has changed since").click()
    either.get_by_role("link", name="Of these, new holders of a post").click()
    assert changed(either, "tbody tr:not(.group)") == 6


def test_the_branch_goes_back(either, demo, sign_in):
    sign_in(either, "general_services")
    either.goto("/en/directory/editions/")
    either.get_by_role("link", name="Go back to this list").click()
    assert changed(either, ".line-removed") == 5
    either.get_by_label("Update date").fill("15/02/2017")
    either.get_by_label("Reason").fill("ভুল ফাইল আপলোড হয়েছিল")
    either.get_by_role("button", name="Go back to this list").click()
    either.wait_for_url("**/directory/editions/")
    assert either.get_by_text("List number 1 once more").is_visible()
    either.goto("/en/directory/?q=আবু মাসুদ রানা")
    assert either.locator(".entries .name").count() == 1
