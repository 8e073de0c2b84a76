"""The pieces that pages are put together from, all on one page."""

import logging

import pytest

from tests.browser.looking import axe, latin_words, picture


@pytest.fixture(autouse=True)
def urls(settings):
    settings.ROOT_URLCONF = "tests.browser.urls"


def test_every_piece(ministry, page, sign_in):
    sign_in(page, "general_services")
    page.goto("/pieces/")
    axe(page)
    picture(page, "pieces-bn")


def test_errors_stand_by_their_fields(ministry, page, sign_in):
    sign_in(page, "general_services")
    page.goto("/pieces/")
    page.locator(".notice-error a", has_text="নাম").click()
    field = page.locator("[name=name]")
    assert field.evaluate("it => it === document.activeElement")
    told = [
        page.locator(f"#{name}").inner_text()
        for name in field.get_attribute("aria-describedby").split()
    ]
    assert told == ["যেমন: মোঃ আব্দুল করিম", page.locator("#id_name_error").inner_text()]


def test_the_chosen_file_is_named_in_our_words(ministry, page, sign_in):
    sign_in(page, "general_services")
    page.goto("/pieces/")
    page.locator("[type=file]").set_input_files(
        {"name": "তালিকা.xlsx", "mimeType": "text/plain", "buffer": b"x"}
    )
    assert page.locator("[data-chosen]").inner_text() == "তালিকা.xlsx"


def test_a_failure_of_ours(ministry, page, caplog):
    caplog.set_level(logging.CRITICAL)
    for language, address in (("en", "/en/broken/"), ("bn", "/broken/")):
        page.goto(address)
        assert page.locator("h1").count() == 1
        axe(page)
        picture(page, f"error-500-{language}")
    assert latin_words(page) == []
