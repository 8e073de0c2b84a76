from datetime import date, timedelta
from itertools import pairwise

import pytest

from innovation_portal.bangla.bangabda import (
    BanglaDate,
    bangla_date,
    from_gregorian,
    to_gregorian,
)

FIRST, LAST = date(1990, 1, 1), date(2060, 12, 31)
DAYS = [FIRST + timedelta(n) for n in range((LAST - FIRST).days + 1)]


@pytest.mark.parametrize(
    ("day", "written"),
    [
        ("2017-02-14", "২ ফাল্গুন ১৪২৩"),
        ("2017-02-13", "১ ফাল্গুন ১৪২৩"),
        ("2026-04-14", "১ বৈশাখ ১৪৩৩"),
        ("2025-10-17", "১ কার্তিক ১৪৩২"),
        # The change of rule.
        ("2019-10-15", "৩০ আশ্বিন ১৪২৬"),
        ("2019-10-16", "৩১ আশ্বিন ১৪২৬"),
        ("2019-10-17", "১ কার্তিক ১৪২৬"),
        ("2018-10-15", "৩০ আশ্বিন ১৪২৫"),
        ("2018-10-16", "১ কার্তিক ১৪২৫"),
        # Falgun in leap years and others, under both rules.
        ("2016-03-13", "৩০ ফাল্গুন ১৪২২"),
        ("2016-03-14", "৩১ ফাল্গুন ১৪২২"),
        ("2016-03-15", "১ চৈত্র ১৪২২"),
        ("2019-03-15", "১ চৈত্র ১৪২৫"),
        ("2020-03-14", "৩০ ফাল্গুন ১৪২৬"),
        ("2021-03-14", "২৯ ফাল্গুন ১৪২৭"),
        ("2021-03-15", "১ চৈত্র ১৪২৭"),
        # The national days, for whose sake the rule was changed.
        ("2021-02-21", "৮ ফাল্গুন ১৪২৭"),
        ("2021-03-26", "১২ চৈত্র ১৪২৭"),
        ("2021-12-16", "১ পৌষ ১৪২৮"),
        ("2026-04-13", "৩০ চৈত্র ১৪৩২"),
    ],
)
def test_known_days(day, written):
    assert bangla_date(date.fromisoformat(day)) == written


def test_first_days_of_the_months_since_2019():
    starts = [14, 15, 15, 16, 16, 16, 17, 16, 16, 15, 14, 15]
    months_of_2023 = [date(2023, 4 + n, day) for n, day in enumerate(starts[:9])]
    months_of_2024 = [date(2024, 1 + n, day) for n, day in enumerate(starts[9:])]
    days = months_of_2023 + months_of_2024
    months = [BanglaDate(1430, month, 1) for month in range(1, 13)]
    assert [from_gregorian(day) for day in days] == months


def test_each_day_there_and_back():
    assert [to_gregorian(*from_gregorian(day)) for day in DAYS] == DAYS


def test_no_day_is_left_out_or_doubled():
    """Each day is the next of its month, or the first of the next month or year."""
    for before, after in pairwise(map(from_gregorian, DAYS)):
        year, month, day = before
        next_month = (year, month + 1, 1) if month < 12 else (year + 1, 1, 1)
        assert after in ((year, month, day + 1), next_month)


def test_english():
    assert bangla_date(date(2017, 2, 14), "en") == "2 Falgun 1423"


@pytest.mark.parametrize(
    "parts",
    [(1423, 11, 31), (1427, 11, 30), (1425, 6, 31), (1432, 13, 1), (1432, 0, 1)],
)
def test_no_such_day(parts):
    with pytest.raises(ValueError, match="no day of the Bangla calendar"):
        to_gregorian(*parts)


@pytest.mark.parametrize("parts", [(1422, 11, 31), (1426, 6, 31), (1426, 11, 30)])
def test_last_days(parts):
    assert from_gregorian(to_gregorian(*parts)) == parts
