"""Every page in both languages: read by axe, in pictures, quiet, in one language."""

import pytest

from tests.browser.looking import axe, latin_words, picture
from tests.browser.pages import PAGES


@pytest.mark.parametrize("language", ["bn", "en"])
@pytest.mark.parametrize("shown", PAGES, ids=[shown.name for shown in PAGES])
def test_is_good_to_look_at(shown, language, demo, page, sign_in):
    if shown.role:
        sign_in(page, shown.role)
    page.goto(f"/en{shown.address}" if language == "en" else shown.address)
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang") == language
    axe(page)
    picture(page, f"{shown.name}-{language}")
    if language == "bn":
        assert latin_words(page) == []
