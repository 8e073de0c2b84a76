"""What papers say of a sitting."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from schedule.paper.facts import Facts, Invited
from tests.schedule.sittings import at

FACTS = Facts(
    kind="meeting",
    subject="ই-নথি বাস্তবায়ন",
    begins=at("10:30"),
    ends=at("12:00"),
    place="সভাকক্ষ",
    chair="সচিব মহোদয়",
    office="প্রশাসন অনুবিভাগ",
)


@pytest.mark.parametrize(
    ("subject", "kind", "called"),
    [
        ("ই-নথি বাস্তবায়ন", "meeting", "ই-নথি বাস্তবায়ন সংক্রান্ত একটি সভা"),
        ("মাসিক সমন্বয় সভা", "meeting", "মাসিক সমন্বয় সভা"),
        ("মাসিক সমন্বয় সভা।", "meeting", "মাসিক সমন্বয় সভা"),
        ("উদ্ভাবন", "seminar", "উদ্ভাবন সংক্রান্ত একটি সেমিনার"),
        ("৬০ ঘণ্টার প্রশিক্ষণ", "training", "৬০ ঘণ্টার প্রশিক্ষণ"),
        ("নকশা", "workshop", "নকশা সংক্রান্ত একটি কর্মশালা"),
        ("বৃক্ষরোপণ", "other", "বৃক্ষরোপণ সংক্রান্ত একটি অনুষ্ঠান"),
    ],
)
def test_a_sitting_is_called_a_sitting_once(subject, kind, called):
    assert replace(FACTS, subject=subject, kind=kind).called == called


def test_the_words_of_its_time():
    words = FACTS.words
    assert [words[name] for name in ("তারিখ", "বার", "সময়")] == [
        "১৪ ফেব্রুয়ারি ২০২৭",
        "রবিবার",
        "সকাল ১০:৩০ ঘটিকা",
    ]
    assert FACTS.day_and_weekday == "১৪ ফেব্রুয়ারি ২০২৭, রবিবার"


def test_a_training_of_days_tells_both():
    long = replace(FACTS, ends=FACTS.ends + timedelta(days=2))
    assert long.day_and_weekday == "১৪–১৬ ফেব্রুয়ারি ২০২৭"


def test_as_many_come_as_said_or_as_are_invited():
    invited = (Invited("ক"), Invited("খ"))
    assert replace(FACTS, invited=invited).words["জন"] == "২"
    assert replace(FACTS, invited=invited, people=20).words["জন"] == "২০"
    assert FACTS.words["জন"] == "……"


def test_a_letter_refers_to_the_first_only_where_there_is_one():
    known = replace(FACTS, first_number="৩৬.৪১", first_date=date(2027, 2, 1))
    assert known.words["উপর্যুক্ত"] == "উপর্যুক্ত বিষয় ও সূত্রের"
    assert known.words["স্মারকের তারিখ"] == "১ ফেব্রুয়ারি ২০২৭"
    assert FACTS.words["উপর্যুক্ত"] == "উপর্যুক্ত বিষয়ের"


def test_before_a_move_it_was_elsewhere():
    moved = replace(FACTS, before=at("15:00"), place_before="কক্ষ ৪")
    words = moved.words
    assert (words["আগের সময়"], words["আগের স্থান"]) == ("বিকাল ৩ ঘটিকা", "কক্ষ ৪")
    assert not moved.only_elsewhere
    assert replace(FACTS, before=FACTS.begins).only_elsewhere
