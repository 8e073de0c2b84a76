"""A clerk brings February's list in on top of January's; a visitor sees it."""

from io import BytesIO

import pytest
from django.core.files import File

from directory.actions.upload import receive
from directory.models import Upload
from innovation_portal.demo.organisation import load_organisation
from innovation_portal.demo.people import make_users
from innovation_portal.models import User
from tests.browser.looking import axe, latin_words, picture
from tests.directory.uploads import (
    FEBRUARY,
    JANUARY,
    SUTONNY,
    compared,
    published,
    unreadable,
)
from tests.directory.workbooks import xlsx

WRONG = [
    ["Sl.", "Name", "Designation", "Wing", "Mobile", "Email", "Blood group"],
    [1, "Karim", "Clerk", "প্রশাসন অনুবিভাগ", "01711111111", None, "A+"],
    [2, "Karim", "Cashier", "প্রশাসন অনুবিভাগ", "01722222222", None, None],
]
WORSE = [
    ["Sl.", "Name", "Designation", "Wing", "Mobile", "Email", "Blood group"],
    [1, "Karim", "Guard", "প্রশাসন অনুবিভাগ", "no phone", "karim@", "A+"],
    [2, None, "Driver", "প্রশাসন ও হিসাব", None, None, None],
    [3, "Rahim", "উপ সচিব", "পরিকল্পনা বিভাগ", "01733333333", None, None],
]
NOTES = [["Remember", "tea"], ["Nasima", "01744444444"]]


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
    page.locator("header a[href='/directory/upload/']").click()
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


def test_a_list_in_sutonnymj_and_its_switches(january, browser_of_clerk, run_tasks):
    clerk = browser_of_clerk
    sign_in_as(clerk, january["general_services"])
    upload(clerk, SUTONNY, run_tasks)
    clerk.locator(".counts").wait_for()
    assert counts(clerk)[:6] == ["০", "০", "০", "০", "০", "১২১"]
    clerk.locator(".notice a[href$='show=bijoy']").click()
    posts = clerk.locator(".bijoy tr", has_text="পদবি")
    assert posts.locator(".examples li").first.inner_text().split("→")[0].strip() == (
        "gvbbxq gš¿x"
    )
    for on, unchanged in (False, "০"), (True, "১২১"):
        clerk.locator(".bijoy tr", has_text="পদবি").locator("input").set_checked(on)
        clerk.locator("main form .button-quiet").click()
        clerk.locator(".waiting").wait_for()
        run_tasks()
        clerk.locator(".counts").wait_for()
        assert counts(clerk)[5] == unchanged
        clerk.locator(".counts a[href$='show=bijoy']").click()


def test_discards_after_a_question(january, browser_of_clerk, run_tasks):
    clerk = browser_of_clerk
    sign_in_as(clerk, january["general_services"])
    upload(clerk, FEBRUARY, run_tasks)
    clerk.locator("a.button-danger").click()
    clerk.locator("main form button.button-danger").click()
    clerk.wait_for_url("**/directory/upload/")
    assert clerk.locator(".uploads").count() == 0


@pytest.fixture
def shown(page, sign_in):
    """Opens a page of an upload in both languages and looks at it from all sides."""

    def look(name, place):
        for language in ("en", "bn"):
            page.goto(f"{'/en' if language == 'en' else ''}/directory/upload/{place}")
            axe(page)
            picture(page, f"edition-{name}-{language}")

    sign_in(page, "general_services")
    return look


@pytest.mark.parametrize("part", ["problems", "reading", "all"])
def test_a_troubled_workbook_is_good_to_look_at(part, january, shown):
    published(xlsx(List=WRONG))
    upload = compared(xlsx(List=WORSE, Notes=NOTES))
    shown(f"troubled-{part}", f"{upload.pk}/?show={part}")


MIXED = [
    ["bvg", "Designation", "Wing", "Mobile", "Email", "Room"],
    [
        "Rbve Kwig DwÏb",
        "Director (ICT)",
        "cÖkvmb AbywefvM",
        "01711111111",
        None,
        "wbPZjv",
    ],
    ["‡mvwbqv †eMg", "Programmer", "cÖkvmb AbywefvM", "01722222222", None, "Room 405"],
]


def test_sutonnymj_is_good_to_look_at(january, shown):
    shown("bijoy", f"{compared(SUTONNY, updated_on=None).pk}/?show=bijoy")
    shown("bijoy-all", f"{compared(SUTONNY, updated_on=None).pk}/")
    suspected = compared(xlsx(List=MIXED))
    shown("bijoy-suspected", f"{suspected.pk}/?show=bijoy")
    shown("bijoy-problems", f"{suspected.pk}/?show=problems")


def test_what_is_closed_is_good_to_look_at(january, shown):
    shown("refused", f"{compared(unreadable()).pk}/")
    shown("published", f"{Upload.objects.get(state='published').pk}/")
    again = compared(JANUARY, by=User.objects.get(username="sheba"), updated_on=None)
    shown("again", f"{again.pk}/")
    shown("uploads", "")


def test_waiting_is_good_to_look_at(january, shown, page):
    upload = receive(
        file=File(BytesIO(JANUARY.read_bytes())), filename="list.xlsx", by=None
    )
    page.route("**/*looks=*", lambda route: route.fulfill(status=204))
    shown("waiting", f"{upload.pk}/")


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
