"""A clerk brings February's list in on top of January's; a visitor sees it."""

import pytest

from innovation_portal.demo.organisation import load_organisation
from innovation_portal.demo.people import make_users
from tests.browser.looking import axe, latin_words, picture
from tests.directory.uploads import FEBRUARY, JANUARY, compared, published

COUNTS = {"Added": "৫", "Removed": "৪", "Changed": "১৫"}


@pytest.fixture
def january(transactional_db):
    """The ministry with January's list; gives the passwords by role."""
    load_organisation()
    users = make_users()
    published(JANUARY, updated_on=None)
    return {role.key: (username, password) for role, username, password in users}


@pytest.fixture(params=["page", "plain_page"], ids=["with-js", "without-js"])
def browser_of_clerk(request):
    return request.getfixturevalue(request.param)


def sign_in_as(page, who):
    page.goto("/")
    page.locator("header a[href^='/accounts/sign-in']").click()
    page.locator("[name=username]").fill(who[0])
    page.locator("[name=password]").fill(who[1])
    page.locator("main button[type=submit]").click()


def counts(page):
    return page.locator(".counts .count").all_inner_texts()


def upload(page, file, run_tasks):
    page.goto("/directory/upload/")
    page.locator("[name=file]").set_input_files(file)
    page.locator("main form button[type=submit]").click()
    page.locator(".waiting").wait_for()
    run_tasks()


def test_from_the_upload_to_the_visitor(
    january, browser_of_clerk, open_page, run_tasks
):
    clerk = browser_of_clerk
    sign_in_as(clerk, january["general_services"])
    upload(clerk, FEBRUARY, run_tasks)
    clerk.locator(".counts").wait_for()
    assert counts(clerk) == ["২৪", "৫", "৪", "১৫", "৬", "১০২", "০"]
    assert clerk.locator("[name=updated_on]").input_value() == "১২/০২/২০১৭"
    clerk.locator("#publish button").click()
    clerk.wait_for_url("**/directory/")
    assert "১২ ফেব্রুয়ারি ২০১৭" in clerk.locator(".notice-success").inner_text()
    visitor = open_page()
    visitor.goto("/directory/")
    assert "১২ ফেব্রুয়ারি ২০১৭" in visitor.locator(".updated").inner_text()


def test_discards_after_a_question(january, browser_of_clerk, run_tasks):
    clerk = browser_of_clerk
    sign_in_as(clerk, january["general_services"])
    upload(clerk, FEBRUARY, run_tasks)
    clerk.locator("a.button-danger").click()
    clerk.locator("main form button.button-danger").click()
    clerk.wait_for_url("**/directory/upload/")
    assert clerk.locator(".uploads").count() == 0


@pytest.mark.parametrize("language", ["", "/en"], ids=["bn", "en"])
@pytest.mark.parametrize(
    "part", ["upload", "all", "changed", "unchanged", "problems", "reading", "discard"]
)
def test_is_good_to_look_at(part, language, january, page, sign_in):
    ready = compared(FEBRUARY, updated_on=None)
    places = {"upload": "", "discard": f"{ready.pk}/discard/"}
    sign_in(page, "general_services")
    place = places.get(part, f"{ready.pk}/?show={part}")
    page.goto(f"{language}/directory/upload/{place}")
    axe(page)
    picture(page, f"edition-{part}-{language[1:] or 'bn'}")
    if not language:
        assert latin_words(page) == []
