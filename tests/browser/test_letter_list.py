"""The administrator's page of letters, with one of each kind on it."""

import pytest

from innovation_portal.mail.actions import post
from innovation_portal.models import Letter
from tests.browser.looking import axe, picture

SUBJECTS = ["তালিকা হালনাগাদ হয়েছে", "ভুল জানানোর উত্তর", "নতুন পাসওয়ার্ড"]


@pytest.fixture
def letters(demo):
    sent, failed, waiting = [
        post(
            to=f"officer{number}@moind.gov.bd",
            subject=subject,
            body=subject,
            about=subject,
            by=None,
        )
        for number, subject in enumerate(SUBJECTS)
    ]
    sent.sent()
    failed.began()
    failed.failed("550 5.1.1 No such user here", for_good=True)
    waiting.began()
    waiting.failed("[Errno 111] Connection refused", for_good=False)
    return [sent, failed, waiting]


def test_page_is_for_everybody(letters, page, sign_in):
    sign_in(page, "portal_admin")
    page.goto("/mail/")
    axe(page)
    picture(page, "mail")


@pytest.mark.parametrize("visitor", ["page", "plain_page"])
def test_letter_is_tried_again(letters, visitor, sign_in, request):
    page = request.getfixturevalue(visitor)
    sign_in(page, "portal_admin")
    page.goto("/en/mail/?state=failed")
    page.get_by_role("button", name=f"Try again: {SUBJECTS[1]}").click()
    page.get_by_role("status").filter(has_text="in a moment").wait_for()
    assert Letter.objects.get(subject=SUBJECTS[1]).state == "waiting"
