"""The minutes as they are printed and as Word opens them."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from directory.models import Officer
from schedule.actions.minutes import note_progress
from schedule.minuting import paper_of, plain
from schedule.models import PaperText, Room, Series
from tests.factories import OfficeFactory
from tests.papers import lie, pages, picture, tags, words
from tests.schedule.minutes import ROW, minutes_of
from tests.schedule.papers import drawn, typed
from tests.schedule.sittings import room, sitting
from tests.words import written

pytestmark = pytest.mark.slow

DAY = date(2026, 11, 9)
HEAD = (
    "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার শিল্প মন্ত্রণালয় আইসিটি অধিশাখা ৯১, মতিঝিল বা/ এ, ঢাকা-১০০০।"
    " www.moind.gov.bd"
)
CLOSING = (
    "সভায় আর কোনো আলোচ্য বিষয় না থাকায় সভাপতি উপস্থিত সকলকে ধন্যবাদ জানিয়ে সভার সমাপ্তি ঘোষণা করেন।"
)


def held(day=DAY, **values):
    said = {
        "subject": "ইনোভেশন টিমের মাসিক সভা",
        "room": Room.objects.filter(name_bn="সভাকক্ষ").first()
        or room(name_bn="সভাকক্ষ", whereabouts="কক্ষ ৪১২"),
        "chair": Officer.objects.create(name="সৈয়দ ইকবাল হোসেন"),
        "organiser": OfficeFactory(name_bn="আইসিটি অধিশাখা"),
    }
    return sitting("10:30", "12:00", day=day, **said | values)


def text(minutes):
    made = drawn(paper_of(minutes))
    return " ".join(words("\n".join(pages(made))))


@pytest.fixture
def written_ones(db):
    rows = [
        ROW,
        replace(
            ROW, discussion="শোকেসিং নিয়ে আলোচনা হয়।", text="", responsible="", due=""
        ),
        replace(ROW, text="পত্র দিতে হবে।", responsible="সকলে", due="চলমান"),
    ]
    return minutes_of(
        held(),
        *rows,
        memo_number="৪১",
        memo_date=date(2026, 11, 10),
        opening="স্বাগত জানানো হয়।\n\nদ্বিতীয় অনুচ্ছেদ।",
        present="অতিরিক্ত সচিব\nবিটাক",
    )


PARTICULARS = (
    " বিষয় : ইনোভেশন টিমের মাসিক সভা সভাপতি : সচিব মহোদয়"
    " তারিখ ও বার : ৯ নভেম্বর ২০২৬, সোমবার সময় : সকাল ১০:৩০ ঘটিকা স্থান : সভাকক্ষ, কক্ষ ৪১২"
)
BODY = (
    " স্বাগত জানানো হয়। দ্বিতীয় অনুচ্ছেদ। আলোচনা ও সিদ্ধান্ত ক্রমিক আলোচনা সিদ্ধান্ত বাস্তবায়নকারী সময়সীমা"
)


def test_reads_from_top_to_bottom(written_ones):
    made = drawn(paper_of(written_ones))
    picture(made, "minutes")
    assert lie(made) == ["A4", "A4"]
    first, annex = pages(made)
    said = " ".join(words(first))
    memo = " স্মারক নং-৪১ তারিখঃ ২৫ কার্তিক ১৪৩৩ ১০ নভেম্বর ২০২৬"
    head = f"{HEAD}{memo} সভার কার্যবিবরণী{PARTICULARS} উপস্থিতি : পরিশিষ্ট-ক{BODY}"
    assert said[: len(head)] == head
    assert said[-len(CLOSING) - 50 :].endswith(
        f"{CLOSING} (সৈয়দ ইকবাল হোসেন) সচিব ও সভাপতি পৃষ্ঠা ১/ ২"
    )
    assert words(annex) == words(
        "পরিশিষ্ট-ক সভায় উপস্থিতির তালিকা ১. অতিরিক্ত সচিব ২. বিটাক পৃষ্ঠা ২/২"
    )


def test_the_table_is_a_table_with_headings(written_ones):
    found = tags(drawn(paper_of(written_ones)))
    assert found.count("Table") == 2  # the particulars, and what was decided
    assert found.count("TR") == 6 + 1 + 3


def test_word_gets_the_same(written_ones):
    said = written(typed(paper_of(written_ones)))
    assert "ক্রমিক | আলোচনা | সিদ্ধান্ত | বাস্তবায়নকারী | সময়সীমা" in said
    assert f"১. | {ROW.discussion} | {ROW.text} | {ROW.responsible} | {ROW.due}" in said
    assert said[-4:] == [
        *("পরিশিষ্ট-ক", "সভায় উপস্থিতির তালিকা"),
        *("১.\tঅতিরিক্ত সচিব", "২.\tবিটাক"),
    ]


def test_what_nobody_wrote_leaves_no_heading(db):
    said = text(minutes_of(held()))
    for heading in ("স্মারক", "পরিশিষ্ট", "উপস্থিতি", "বিগত সভার"):
        assert heading not in said


def test_digits_of_a_time_limit_are_bangla(db):
    row = replace(ROW, due="15/12/2026")
    assert "১৫/ ১২/ ২০২৬" in text(minutes_of(held(), row))


def test_the_branch_may_say_it_otherwise(db):
    for key, words_ in (("heading", "কার্যপত্র"), ("closing", "সভা শেষ হয়: {বিষয়}।")):
        PaperText.objects.create(kind="minutes", key=key, text=words_)
    said = text(minutes_of(held()))
    assert "কার্যপত্র" in said
    assert "সভা শেষ হয়: ইনোভেশন টিমের মাসিক সভা।" in said


def test_the_chair_signs_with_the_day_and_without_his_courtesy(db):
    minutes = minutes_of(held(), signed=True)
    assert "২২.১১.২০২৬ (সৈয়দ ইকবাল হোসেন) সচিব ও সভাপতি" in text(minutes)


@pytest.mark.parametrize(
    ("shown", "post"),
    [
        ("সচিব মহোদয়", "সচিব"),
        ("মাননীয় মন্ত্রী", "মন্ত্রী"),
        ("সভাপতি মহোদয়া", "সভাপতি"),
        ("যুগ্মসচিব (প্রশাসন)", "যুগ্মসচিব (প্রশাসন)"),
    ],
)
def test_a_post_is_what_is_left_of_a_courtesy(shown, post):
    assert plain(shown) == post


def test_the_next_sitting_prints_how_far_the_decisions_are(db):
    series = Series.objects.create(
        name="-",
        rule="FREQ=MONTHLY",
        first_on=DAY,
        last_on=date(2026, 12, 31),
        office=OfficeFactory(),
    )
    rows = [held(), held(date(2026, 12, 9))]
    for row in rows:
        row.series, row.occurrence = series, row.begins.date()
        row.save()
    before = minutes_of(rows[0])
    decision = before.decisions.get()
    note_progress(decision=decision, state="done", note="পাঠানো হয়েছে।", by=None)
    said = text(minutes_of(rows[1], replace(ROW, text="নতুন")))
    assert "বিগত সভার সিদ্ধান্ত বাস্তবায়নের অগ্রগতি" in said
    assert "ক্রমিক সিদ্ধান্ত বাস্তবায়নকারী সময়সীমা বাস্তবায়ন অগ্রগতি" in said
    assert "পাঠানো হয়েছে।" in said
    assert "বাস্তবায়িত।" in said


def test_a_discussion_of_pages_is_all_there(db):
    long = "\n".join(f"অনুচ্ছেদ-{number} এর আলোচনা।" for number in range(150))
    made = drawn(paper_of(minutes_of(held(), replace(ROW, discussion=long))))
    picture(made, "minutes-long")
    found = "\n".join(pages(made))
    assert [n for n in range(150) if f"অনুচ্ছেদ-{n} " not in found] == []


def test_the_language_of_the_screen_changes_nothing(written_ones):
    with translation.override("en"):
        english = text(written_ones)
    with translation.override("bn"):
        assert text(written_ones) == english
