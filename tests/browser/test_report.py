"""A visitor reports a mistake on a phone; the clerk accepts it; the list is right."""

import pytest
from django.urls import reverse

from directory.actions.report import answer_report, report_mistake
from directory.models import Entry, Report
from tests.browser.looking import axe, latin_words, picture

PHONE = {"width": 360, "height": 740}
NAME = "দীপঙ্কর"


def person():
    return Entry.objects.current().get(name__contains=NAME)


def test_a_mistake_is_reported_accepted_and_seen_corrected(demo, open_page, sign_in):
    visitor = open_page(java_script_enabled=False)
    visitor.set_viewport_size(PHONE)
    visitor.goto(f"/en/directory/?q={NAME}")
    visitor.locator(".ways").get_by_role("link", name="Report a mistake").click()
    visitor.get_by_label("What is wrong or missing").select_option("mobile")
    visitor.get_by_label("What is right").fill("০১৭১২-০০০০০১")
    visitor.get_by_label("Your name").fill("রহিমা খাতুন")
    visitor.get_by_role("button", name="Send the report").click()
    visitor.get_by_role("status").filter(has_text="Thank you").wait_for()
    own = visitor.url

    clerk = open_page()
    sign_in(clerk, "general_services")
    clerk.goto("/en/directory/")
    clerk.get_by_role("link", name="Reported mistakes").click()
    clerk.get_by_role("button", name="Accept").click()
    clerk.get_by_role("status").filter(has_text="is now in force").wait_for()

    visitor.goto(own)
    visitor.get_by_role("status").filter(has_text="The list was corrected").wait_for()
    visitor.goto(f"/en/directory/?q={NAME}")
    assert visitor.get_by_role("link", name="০১৭১২-০০০০০১").is_visible()


@pytest.fixture
def reports(demo):
    line = person()
    said = {"name": "রহিমা খাতুন", "office": "হিসাব শাখা", "address": "10.0.0.1"}
    first, second, _third = (
        report_mistake(entry=line, field=field, proposed=proposed, **said)
        for field, proposed in (
            ("mobile", "০১৭১২-৩৪৫৬৭৮"),
            ("room", "৪০৫"),
            ("other", "ইনি গত মাসে বদলি হয়েছেন"),
        )
    )
    answer_report(report=second, answer="কক্ষ নম্বরটি সঠিক আছে।", by=None)
    return first, second


def test_is_good_to_look_at(reports, page, sign_in):
    first, second = reports
    public = {
        "create": reverse("directory:report_create", args=[first.entry.line]),
        "status": reverse("directory:report_status", args=[first.token]),
        "answered": reverse("directory:report_status", args=[second.token]),
    }
    _look(page, public)
    sign_in(page, "general_services")
    queue = reverse("directory:report_list")
    detail = reverse("directory:report_detail", args=[first.pk])
    _look(page, {"list": queue, "settled": f"{queue}?show=settled", "detail": detail})
    assert Report.objects.count() == 3


def _look(page, places):
    for name, address in places.items():
        for language in ("/en", ""):
            page.goto(language + address)
            axe(page)
            picture(page, f"report-{name}-{language[1:] or 'bn'}")
        assert latin_words(page) == [], name
