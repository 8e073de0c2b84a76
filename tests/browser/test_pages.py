"""Every page in both languages: read by axe, in pictures, quiet, in one language."""

import pytest

from innovation_portal.models import User
from tests.browser.looking import axe, latin_words, picture
from tests.browser.pages import PAGES, places


@pytest.mark.parametrize("shown", PAGES, ids=[shown.name for shown in PAGES])
def test_is_good_to_look_at(shown, ministry, page, sign_in):
    if shown.role:
        sign_in(page, shown.role)
    address = shown.address.format(**places())
    # The first picture leaves the window small: axe sees the desk, then the hand.
    for language, prefix in (("en", "/en"), ("bn", "")):
        assert page.goto(prefix + address).ok or shown.name == "error-404"
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("h1").count() == 1
        axe(page)
        picture(page, f"{shown.name}-{language}")
    # The record quotes user names, which are Latin.
    assert set(latin_words(page)) - _user_names() == set()


def _user_names():
    return set(User.objects.values_list("username", flat=True))
