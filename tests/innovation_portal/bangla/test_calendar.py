from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_portal.bangla.bangabda import bangla_date
from innovation_portal.bangla.calendar import (
    find_date,
    format_date,
    format_dates,
    format_datetime,
    format_short_date,
    month_name,
    parse_date,
    weekday_name,
)

FEBRUARY = date(2017, 2, 12)


def test_dates_in_words_and_short():
    assert format_date(FEBRUARY, "bn") == "১২ ফেব্রুয়ারি ২০১৭"
    assert format_date(FEBRUARY, "en") == "12 February 2017"
    assert format_short_date(FEBRUARY, "bn") == "১২/০২/২০১৭"
    assert format_short_date(date(2017, 10, 1), "en") == "01/10/2017"


def test_names_of_weekday_and_month():
    assert weekday_name(FEBRUARY, "bn") == "রবিবার"
    assert weekday_name(FEBRUARY, "en") == "Sunday"
    assert month_name(8, "bn") == "আগস্ট"
    assert month_name(12, "en") == "December"


@pytest.mark.parametrize(
    ("last", "bangla", "english"),
    [
        ("2017-02-12", "১২ ফেব্রুয়ারি ২০১৭", "12 February 2017"),
        ("2017-02-16", "১২–১৬ ফেব্রুয়ারি ২০১৭", "12–16 February 2017"),
        ("2017-03-02", "১২ ফেব্রুয়ারি – ২ মার্চ ২০১৭", "12 February – 2 March 2017"),
        (
            "2018-02-12",
            "১২ ফেব্রুয়ারি ২০১৭ – ১২ ফেব্রুয়ারি ২০১৮",
            "12 February 2017 – 12 February 2018",
        ),
    ],
)
def test_ranges_of_dates(last, bangla, english):
    assert format_dates(FEBRUARY, date.fromisoformat(last), "bn") == bangla
    assert format_dates(FEBRUARY, date.fromisoformat(last), "en") == english


def test_date_and_time():
    moment = datetime(2017, 2, 12, 15, 0)  # noqa: DTZ001
    assert format_datetime(moment, "bn") == "১২ ফেব্রুয়ারি ২০১৭, বিকাল ৩টা"
    assert format_datetime(moment, "en") == "12 February 2017, 3:00 pm"


@pytest.mark.parametrize(
    "typed",
    [
        *("১২/০২/২০১৭ খ্রিঃ", "12/02/2017", "12-2-2017", "12.02.2017", "১২ / ০২ / ২০১৭"),
        *("2017-02-12", "2017/02/12", "2017-02-12 00:00:00", "১২.০২.২০১৭ খ্রি."),
        *("১২ ফেব্রুয়ারি ২০১৭", "১২ ফেব্রুয়ারী, ২০১৭", "১২ই ফেব্রুয়ারি ২০১৭ খ্রিস্টাব্দ"),
        *("12 February 2017", "12 Feb 2017", "12 FEB. 2017", "12-Feb-2017"),
        *("12th February, 2017", "February 12, 2017", "১২/০২/২০১৭ ইং", " 12/02/2017\n"),
    ],
)
def test_dates_as_people_type_them(typed):
    assert parse_date(typed) == FEBRUARY


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("২১ আগষ্ট ২০২০", 8),
        ("21 Sept 2020", 9),
        ("২১ জানুয়ারী ২০২০", 1),
        ("21 May 2020", 5),
    ],
)
def test_spellings_of_months(typed, month):
    assert parse_date(typed) == date(2020, month, 21)


@pytest.mark.parametrize(
    "typed",
    [
        *("২ ফাল্গুন ১৪২৩", "২রা ফাল্গুন, ১৪২৩ বঙ্গাব্দ", "2 Falgun 1423", "২ ফাল্গুণ ১৪২৩"),
        *("০২ ফাল্গুন ১৪২৩ বঙ্গাব্দ", "২ ফাল্গুন ১৪২৩ বাংলা"),
    ],
)
def test_dates_of_the_bangla_calendar(typed):
    assert parse_date(typed) == date(2017, 2, 14)


@given(st.dates(date(1900, 5, 1), date(2199, 12, 31)), st.sampled_from(["bn", "en"]))
def test_bangla_dates_written_can_be_read(day, language):
    assert parse_date(bangla_date(day, language)) == day


@pytest.mark.parametrize(
    "typed",
    [
        *("৩১ ফাল্গুন ১৪২৩", "১ চৈত্র ৯৪০৬", "২ ফাল্গুন ১২০০", "০ বৈশাখ ১৪২৩"),
        *("", "আজ", "12/02/17", "31/02/2017", "0/1/2017", "12/13/2017", "12/02-2017"),
        *("12/02/20170", "112/02/2017", "1/1/0217", "তারিখ 12/02/2017", "12 ফাল্গুন ২০১৭"),
        *("12/02/2017 পর্যন্ত", "০২-৯৫৫১৬১২", "2017", "12.5"),
    ],
)
def test_what_is_no_date(typed):
    assert parse_date(typed) is None


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["bn", "en"]))
def test_what_is_written_can_be_read(day, language):
    assert parse_date(format_date(day, language)) == day
    assert parse_date(format_short_date(day, language)) == day
    assert find_date(f"হালনাগাদঃ {format_short_date(day, language)} খ্রিঃ") == day


DAYS = [date(1990, 1, 1) + timedelta(n) for n in range(25933)]
WAYS = {
    "long": lambda day: format_date(day, "bn"),
    "in English": lambda day: format_date(day, "en"),
    "short": lambda day: format_short_date(day, "bn"),
    "dashes": lambda day: f"{day:%d-%m-%Y}",
    "ISO": lambda day: f"{day}",
    "Bangla calendar": bangla_date,
}


@pytest.mark.parametrize("write", WAYS.values(), ids=WAYS)
def test_each_day_from_1990_to_2060_is_read_as_it_is_written(write):
    assert DAYS[-1] == date(2060, 12, 31)
    assert [parse_date(write(day)) for day in DAYS] == DAYS


@given(st.text())
def test_any_text_is_a_date_or_not(text):
    assert parse_date(text) is None or find_date(text) is not None


@pytest.mark.parametrize(
    "line",
    [
        "হালনাগাদঃ ১২/০২/২০১৭ খ্রিঃ",
        "Updated: 12 February 2017",
        "(১২ ফেব্রুয়ারি ২০১৭ পর্যন্ত হালনাগাদকৃত)",
        "টেলিফোন নির্দেশিকা ১২-০২-২০১৭",
        "তারিখঃ ১০/০২/২০১৭, হালনাগাদঃ ১২/০২/২০১৭",
        "As on 12.02.2017 (printed 14.02.2017)",
        "৩১/০২/২০১৭ ১২/০২/২০১৭",
    ],
)
def test_update_date_in_a_line(line):
    assert find_date(line) == FEBRUARY


@pytest.mark.parametrize("line", ["শিল্প মন্ত্রণালয়", "হালনাগাদঃ ১২/০২/১৭", "ফোন ০২-৯৫৫১৬১২"])
def test_line_without_a_date(line):
    assert find_date(line) is None
