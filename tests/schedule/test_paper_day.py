"""The day's sheet, read as it is printed."""

from datetime import date, time

import pytest
from django.utils import translation

from schedule.paper.day import day_sheet
from schedule.paper.rows import Row
from tests.papers import lie, pages, picture, tags, words

pytestmark = pytest.mark.slow

DAY = date(2017, 2, 14)
NUMBER = "৩৬.০০.০০০০.০৭৩.১৬.০০৫.১৭.৪১"
OPEN = Row(
    begins=time(10, 30),
    ends=time(12, 0),
    subject="মাসিক সমন্বয় সভা",
    place="মন্ত্রণালয়ের সভাকক্ষ",
    chair="সচিব মহোদয়",
    organiser="প্রশাসন অনুবিভাগ",
    letter=NUMBER,
)
CLOSED = Row(
    begins=time(9, 15),
    subject="পদোন্নতি কমিটি",
    place="কক্ষ নং ৪১২",
    chair="মাননীয় মন্ত্রী",
    organiser="প্রশাসন-১ শাখা",
    letter="৩৬.০০.০০০০.০৭৩.১৬.০০৫.১৭.৪২",
    closed=True,
)


def text(made):
    return "\n".join(pages(made))


def test_the_sheet_reads_line_by_line():
    made = day_sheet(DAY, [CLOSED, OPEN])
    picture(made, "sitting-sheet")
    assert lie(made) == ["A4"]
    assert words(text(made)) == words(
        "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার শিল্প মন্ত্রণালয় দৈনিক সভাসূচি"
        " মঙ্গলবার, ১৪ ফেব্রুয়ারি ২০১৭ ২ ফাল্গুন ১৪২৩ বঙ্গাব্দ"
        " সময় বিষয় স্থান সভাপতি"
        " সকাল ৯:১৫টা ব্যস্ত কক্ষ নং ৪১২ মাননীয় মন্ত্রী"
        " সকাল ১০:৩০টা – দুপুর ১২টা মাসিক সমন্বয় সভা আয়োজক: প্রশাসন অনুবিভাগ"
        f" নোটিশ: {NUMBER} মন্ত্রণালয়ের সভাকক্ষ সচিব মহোদয়"
        " পৃষ্ঠা ১/১"
    )


def test_of_a_closed_sitting_nothing_is_told_but_that_it_is():
    said = text(day_sheet(DAY, [CLOSED]))
    for secret in (CLOSED.subject, CLOSED.organiser, CLOSED.letter):
        assert secret not in said
    assert "ব্যস্ত" in words(said)


def test_a_day_without_sittings_says_so():
    made = day_sheet(DAY, [])
    assert "এ দিনে কোনো সভা নির্ধারিত নেই।" in text(made).splitlines()
    assert "Table" not in tags(made)


@pytest.fixture(scope="module")
def full_day():
    sittings = [
        Row(time(9 + n // 5, n), f"কক্ষ-{n}", "সচিব", f"বিষয়-{n}", f"শাখা-{n}")
        for n in range(45)
    ]
    made = day_sheet(DAY, sittings)
    picture(made, "sitting-sheet-full")
    return sittings, pages(made)


def test_a_loose_second_page_says_whose_day_it_is(full_day):
    _sittings, (first, *others) = full_day
    day = "মঙ্গলবার, ১৪ ফেব্রুয়ারি ২০১৭"
    assert [page.count(day) for page in (first, *others)] == [1] * (1 + len(others))
    assert all("সময় বিষয় স্থান সভাপতি" in " ".join(words(page)) for page in others)


def test_no_sitting_is_cut(full_day):
    sittings, made = full_day
    for sitting in sittings:
        parts = {sitting.subject, sitting.place, sitting.organiser}
        whole = [page for page in made if parts <= {*words(page)}]
        assert len(whole) == 1


def test_the_language_of_the_screen_does_not_change_it():
    with translation.override("en"):
        english = text(day_sheet(DAY, [OPEN]))
    with translation.override("bn"):
        assert text(day_sheet(DAY, [OPEN])) == english
