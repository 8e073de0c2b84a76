"""What a search understands: days in words, and all else as words."""

from datetime import date

import pytest

from schedule.asking import Asked, read

TODAY = date(2017, 2, 14)
FEBRUARY = (date(2017, 2, 1), date(2017, 2, 28))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("সমন্বয় সভা", Asked("সমন্বয় সভা")),
        ("১২/০২/২০১৭", Asked("", date(2017, 2, 12), date(2017, 2, 12))),
        ("12-2-2017", Asked("", date(2017, 2, 12), date(2017, 2, 12))),
        (
            "সমন্বয় ১২ ফেব্রুয়ারি ২০১৭",
            Asked("সমন্বয়", date(2017, 2, 12), date(2017, 2, 12)),
        ),
        ("12th february", Asked("", date(2017, 2, 12), date(2017, 2, 12))),
        ("১২ই ফেব্রুয়ারি বাজেট", Asked("বাজেট", date(2017, 2, 12), date(2017, 2, 12))),
        ("ফেব্রুয়ারি ২০১৭", Asked("", *FEBRUARY)),
        ("budget feb 2017", Asked("budget", *FEBRUARY)),
        ("২ ফাল্গুন ১৪২৩", Asked("", TODAY, TODAY)),
        ("আজ", Asked("", TODAY, TODAY)),
        ("tomorrow budget", Asked("budget", date(2017, 2, 15), date(2017, 2, 15))),
        ("আগামীকাল", Asked("", date(2017, 2, 15), date(2017, 2, 15))),
        ("গতকাল", Asked("", date(2017, 2, 13), date(2017, 2, 13))),
        ("মার্চ", Asked("মার্চ")),
        ("৩০ ফেব্রুয়ারি", Asked("30 ফেব্রুয়ারি")),
        ("০ মার্চ", Asked("0 মার্চ")),
        ("ফেব্রুয়ারি ৯৯৯৯", Asked("ফেব্রুয়ারি 9999")),
        ("৩৬.০০.০০০০.০৭৩.১৬.০০৫.১৭.৪১", Asked("36.00.0000.073.16.005.17.41")),
    ],
)
def test_understood(text, asked):
    assert read(text, TODAY) == asked


def test_a_long_text_without_a_date_stays_cheap():
    assert read("১ " * 50, TODAY) == Asked(" ".join("1" * 50))
