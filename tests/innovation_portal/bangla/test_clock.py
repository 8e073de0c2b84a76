from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_portal.bangla.clock import format_time, format_times, parse_time


@pytest.mark.parametrize(
    ("clock", "bangla", "english"),
    [
        ("00:00", "রাত ১২টা", "12:00 am"),
        ("03:59", "রাত ৩:৫৯টা", "3:59 am"),
        ("04:00", "ভোর ৪টা", "4:00 am"),
        ("06:00", "সকাল ৬টা", "6:00 am"),
        ("10:30", "সকাল ১০:৩০টা", "10:30 am"),
        ("12:00", "দুপুর ১২টা", "12:00 pm"),
        ("14:59", "দুপুর ২:৫৯টা", "2:59 pm"),
        ("15:00", "বিকাল ৩টা", "3:00 pm"),
        ("18:00", "সন্ধ্যা ৬টা", "6:00 pm"),
        ("20:00", "রাত ৮টা", "8:00 pm"),
    ],
)
def test_time_with_its_part_of_the_day(clock, bangla, english):
    assert format_time(time.fromisoformat(clock), "bn") == bangla
    assert format_time(time.fromisoformat(clock), "en") == english


@pytest.mark.parametrize(
    ("begins", "ends", "bangla", "english"),
    [
        ("10:30", "12:00", "সকাল ১০:৩০টা থেকে দুপুর ১২টা", "10:30 am to 12:00 pm"),
        ("10:00", "11:30", "সকাল ১০টা থেকে ১১:৩০টা", "10:00 am to 11:30 am"),
        ("15:30", "18:00", "বিকাল ৩:৩০টা থেকে সন্ধ্যা ৬টা", "3:30 pm to 6:00 pm"),
        # Through the night: "রাত ১১টা থেকে ১টা" would sound like noon.
        ("23:00", "01:00", "রাত ১১টা থেকে রাত ১টা", "11:00 pm to 1:00 am"),
    ],
)
def test_from_one_time_to_another(begins, ends, bangla, english):
    times = time.fromisoformat(begins), time.fromisoformat(ends)
    assert format_times(*times, "bn") == bangla
    assert format_times(*times, "en") == english


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "10:30",
            "১০:৩০",
            "10.30",
            "১০.৩০",
            "১০ঃ৩০",
            "10:30:00",
            "১০টা ৩০",
            "১০ টা ৩০ মিনিট",
        ),
        *("সকাল ১০:৩০টা", "সকাল ১০.৩০ টায়", "সকাল ১০:৩০ ঘটিকায়", "সকাল১০টা ৩০ মিনিটে"),
        *("পূর্বাহ্ণ ১০:৩০ ঘটিকা", "10:30 am", "10.30 A.M.", "10:30AM", " ১০ : ৩০ "),
    ],
)
def test_half_past_ten_as_people_type_it(typed):
    assert parse_time(typed) == time(10, 30)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("সকাল ১০টা", "10:00"),
        ("10 am", "10:00"),
        ("১০টা", "10:00"),
        ("8:00", "08:00"),
        ("12:00", "12:00"),
        ("15:30", "15:30"),
        ("03:30", "03:30"),
        ("00:15", "00:15"),
        ("বিকাল ৩:৩০টা", "15:30"),
        ("বিকেল ৫টা", "17:00"),
        ("বিকাল ১৫:৩০", "15:30"),
        ("অপরাহ্ন ২.৩০ ঘটিকা", "14:30"),
        ("দুপুর ১২টা", "12:00"),
        ("দুপুর ২:৩০টা", "14:30"),
        ("সন্ধ্যা ৭টা", "19:00"),
        ("রাত ১২টা", "00:00"),
        ("রাত ২টা", "02:00"),
        ("রাত ৮:৩০টা", "20:30"),
        ("ভোর ৫টা", "05:00"),
        ("3:30 pm", "15:30"),
        ("12 am", "00:00"),
        ("সাড়ে ১০টা", "10:30"),
        ("সকাল সাড়ে ১০টা", "10:30"),
        ("সোয়া ১১টা", "11:15"),
        ("পৌনে ১১ টায়", "10:45"),
        ("দুপুর পৌনে ১টা", "12:45"),
        ("বিকেল সাড়ে ৩ ঘটিকায়", "15:30"),
        ("বেলা ১১টা", "11:00"),
        ("বেলা ২.৩০টায়", "14:30"),
        ("12:00 pm", "12:00"),
    ],
)
def test_times_as_people_type_them(typed, meant):
    assert parse_time(typed) == time.fromisoformat(meant)


@pytest.mark.parametrize(
    "typed",
    [
        *("", "সকাল", "24:00", "10:60", "10:3", "1030", "10:30:15", "-1:30"),
        *("সকাল ৩টা", "বিকাল ১০টা", "সকাল ১৫:৩০", "13:00 am", "কাল ১০টা", "10:30 xm"),
        # Nobody can tell whether it is morning or afternoon.
        *("3:30", "৩টা", "7", "সাড়ে ৩টা"),
        # Half past, and ten minutes.
        "সাড়ে ১০:১০",
    ],
)
def test_what_is_no_time(typed):
    assert parse_time(typed) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2.30", "14:30"),
        ("৩টা", "15:00"),
        ("সাড়ে ৩টা", "15:30"),
        ("6", "18:00"),
        ("10.30", "10:30"),
        ("03:30", "03:30"),
        ("সকাল ৬টা", "06:00"),
    ],
)
def test_an_office_does_not_meet_before_dawn(typed, meant):
    assert parse_time(typed, of_office=True) == time.fromisoformat(meant)


def test_seven_stays_in_doubt_in_an_office_too():
    assert parse_time("7", of_office=True) is None


@pytest.mark.parametrize("language", ["bn", "en"])
def test_each_minute_is_read_as_it_is_written(language):
    day = [time(hour, minute) for hour in range(24) for minute in range(60)]
    assert [parse_time(format_time(moment, language)) for moment in day] == day


@given(st.text() | st.from_regex(r"[সকাল১০: .টা0-9apm]+", fullmatch=True))
def test_any_text_is_a_time_or_not(text):
    assert isinstance(parse_time(text), time | None)


def test_a_long_text_stays_cheap():
    assert parse_time("সকাল " * 100_000) is None
    assert parse_time("১" * 100_000) is None
