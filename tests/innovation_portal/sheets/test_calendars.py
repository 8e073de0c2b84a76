"""Calendars from anywhere, read in a child with limits: sound ones, odd ones, bombs."""

from datetime import date

import pytest

from innovation_portal.sheets import SheetError, calendars, limits, read_calendar

SOUND = {"UID": "1@x", "DTSTART": "20270214T043000Z", "DTEND": "20270214T060000Z"}


def event(*lines, **said):
    said = {name.replace("_", "-"): value for name, value in (SOUND | said).items()}
    told = [f"{name}:{value}" for name, value in said.items() if value is not None]
    return "\r\n".join(["BEGIN:VEVENT", *told, *lines, "END:VEVENT"])


def calendar(*components):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *components, "END:VCALENDAR"])


@pytest.fixture
def read(tmp_path):
    """Call it with a text or bytes to read them as an uploaded file."""

    def reading(data):
        path = tmp_path / "x.ics"
        path.write_bytes(data.encode() if isinstance(data, str) else data)
        return read_calendar(path, zone="Asia/Dhaka", horizon=date(2028, 1, 1))

    return reading


@pytest.fixture
def refused(read):
    """Call it with data that is refused; gives the code."""

    def reading(data):
        with pytest.raises(SheetError) as refusal:
            read(data)
        return refusal.value.code

    return reading


def times(events):
    return [(one["begins"], one["ends"]) for one in events]


def test_event_is_read_with_its_texts(read):
    (one,) = read(
        calendar(
            event(
                "ORGANIZER;CN=Planning Wing:mailto:p@x.bd",
                "ATTENDEE;CN=Rahim;ROLE=REQ-PARTICIPANT:mailto:r@x.bd",
                "ATTENDEE;CN=Secretary;ROLE=CHAIR:mailto:s@x.bd",
                SUMMARY="মাসিক সভা\\, জরুরি",
                LOCATION="কক্ষ ১",
                CLASS="PRIVATE",
                STATUS="CANCELLED",
            )
        )
    )
    assert one == {
        "uid": "1@x",
        "summary": "মাসিক সভা, জরুরি",
        "location": "কক্ষ ১",
        "description": "",
        "contact": "",
        "class": "PRIVATE",
        "status": "CANCELLED",
        "chair": "Secretary",
        "organizer": "Planning Wing",
        "occurrence": None,
        "begins": "2027-02-14T10:30:00",
        "ends": "2027-02-14T12:00:00",
        "codes": [],
    }


@pytest.mark.parametrize(
    ("start", "begins"),
    [
        ("DTSTART:20270214T043000Z", "2027-02-14T10:30:00"),
        ("DTSTART:20270214T103000", "2027-02-14T10:30:00"),
        ("DTSTART;TZID=Asia/Dhaka:20270214T103000", "2027-02-14T10:30:00"),
        ("DTSTART;TZID=Europe/London:20270614T103000", "2027-06-14T15:30:00"),
        (
            "DTSTART;TZID=Bangladesh Standard Time:20270214T103000",
            "2027-02-14T10:30:00",
        ),
    ],
)
def test_times_of_every_kind_are_told_on_the_clock_of_the_office(read, start, begins):
    (one,) = read(calendar(event(start, "DURATION:PT1H", DTSTART=None, DTEND=None)))
    assert (one["begins"], one["codes"]) == (begins, [])


@pytest.mark.parametrize(
    ("start", "end", "code"),
    [
        ("DTSTART;VALUE=DATE:20270214", "DTEND;VALUE=DATE:20270215", "days"),
        ("DTSTART:yesterday", "DTEND:20270214T060000Z", "untimed"),
        ("SUMMARY:x", "DTEND:20270214T060000Z", "untimed"),
        ("DTSTART:20270214T043000Z", "SUMMARY:x", "endless"),
        ("DTSTART;TZID=Nowhere/Land:20270214T103000", "DURATION:PT1H", "zone"),
    ],
)
def test_event_without_a_sound_time_says_what_is_wrong(read, start, end, code):
    (one,) = read(calendar(event(start, end, DTSTART=None, DTEND=None)))
    assert one["codes"][0] == code


def days(events):
    return [one["begins"][:10] for one in events]


def test_rule_is_followed_without_what_it_leaves_out_and_with_what_it_adds(read):
    events = read(
        calendar(
            event(
                "EXDATE;TZID=Asia/Dhaka:20270221T103000",
                "RDATE:20270303T043000Z",
                RRULE="FREQ=WEEKLY;COUNT=3",
            )
        )
    )
    assert days(events) == ["2027-02-14", "2027-02-28", "2027-03-03"]
    assert {one["occurrence"][:10] for one in events} == set(days(events))


def test_occurrence_that_was_moved_or_cancelled_stands_as_it_was_changed(read):
    moved = event(
        RECURRENCE_ID="20270221T043000Z",
        DTSTART="20270222T080000Z",
        DTEND="20270222T090000Z",
    )
    off = event(RECURRENCE_ID="20270228T043000Z", STATUS="CANCELLED")
    events = read(calendar(event(RRULE="FREQ=WEEKLY;COUNT=3"), moved, off))
    assert [
        (one["occurrence"][:10], one["status"], one["begins"]) for one in events
    ] == [
        ("2027-02-14", "", "2027-02-14T10:30:00"),
        ("2027-02-21", "", "2027-02-22T14:00:00"),
        ("2027-02-28", "CANCELLED", "2027-02-14T10:30:00"),
    ]


def test_rule_keeps_the_clock_of_its_own_zone(read):
    start = "DTSTART;TZID=Europe/London:20270321T100000"
    rule = "RRULE:FREQ=WEEKLY;UNTIL=20270328T090000Z"
    events = read(
        calendar(event(start, rule, "DURATION:PT1H", DTSTART=None, DTEND=None))
    )
    assert [one["begins"] for one in events] == [
        "2027-03-21T16:00:00",
        "2027-03-28T15:00:00",
    ]


def test_rule_without_an_end_is_followed_to_the_horizon(read):
    events = read(calendar(event(RRULE="FREQ=MONTHLY")))
    assert (days(events)[-1], len(events)) == ("2027-12-14", 11)
    assert {tuple(one["codes"]) for one in events} == {("unending",)}


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("FREQ=DAILY;COUNT=201", "many"),
        ("FREQ=DAILY;COUNT=999999999", "many"),
        ("FREQ=SECONDLY", "rule"),
        ("FREQ=HOURLY;COUNT=2", "rule"),
        ("FREQ=WEEKLY;BYDAY=XX", "rule"),
        ("FREQ=FORTNIGHTLY", "rule"),
        ("COUNT=3", "rule"),
    ],
)
def test_rule_that_cannot_be_followed_is_told_once(read, rule, code):
    (one,) = read(calendar(event(RRULE=rule)))
    assert code in one["codes"]


def test_two_hundred_occurrences_are_allowed(read):
    assert len(read(calendar(event(RRULE="FREQ=DAILY;COUNT=200")))) == 200


def test_change_of_all_that_follows_is_told(read):
    (one,) = read(calendar(event("RECURRENCE-ID;RANGE=THISANDFUTURE:20270214T043000Z")))
    assert one["codes"] == ["range"]


@pytest.mark.parametrize("line", ["EXDATE:nonsense", "no colon", "DTEND:20279999T0"])
def test_damaged_line_that_may_be_a_time_is_told(read, line):
    (one,) = read(calendar(event(line, DTEND=None, DURATION="PT1H")))
    assert one["codes"][-1] == "broken"


def test_damaged_line_that_matters_to_nobody_is_passed_over(read):
    (one,) = read(calendar(event("SEQUENCE:many", "PRIORITY:high")))
    assert one["codes"] == []


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty"),
        (b"PK\x03\x04", "disguised"),
        (b"<html>BEGIN:VCALENDAR</html>", "disguised"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:cut", "damaged"),
        (b"BEGIN:VCALENDAR\r\nX:\xff\xfe\xff\r\nEND:VCALENDAR", "damaged"),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nEND:VCALENDAR", "damaged"),
        (b"BEGIN:VCALENDAR\r\n" + b"X" * calendars.BYTES, "big"),
    ],
)
def test_what_is_no_calendar_is_refused(refused, data, code):
    assert refused(data) == code


def test_calendar_in_utf16_or_with_a_bom(read, refused):
    sound = calendar(event())
    assert len(read(b"\xef\xbb\xbf" + sound.encode())) == 1
    assert refused(sound.encode("utf-16")) == "disguised"


def test_too_many_events_are_refused_before_they_are_read(refused):
    assert refused(calendar(*["BEGIN:VEVENT\nEND:VEVENT"] * 2001)) == "rows"


def test_rules_that_give_too_many_together_are_refused(refused):
    many = [event(UID=f"{n}", RRULE="FREQ=DAILY;COUNT=200") for n in range(11)]
    assert refused(calendar(*many)) == "rows"


def test_components_within_components_are_only_events(read):
    nested = "BEGIN:VEVENT\r\n" * 900 + "END:VEVENT\r\n" * 900
    assert len(read(calendar(nested.strip()))) == 900


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYSETPOS=300;COUNT=9;BYDAY=MO",
        "FREQ=DAILY;INTERVAL=99999999999999999999",
    ],
)
def test_rule_without_any_day_ends(read, rule):
    (one,) = read(calendar(event(RRULE=rule)))
    assert one["begins"] == "2027-02-14T10:30:00"


def test_reading_that_takes_too_long_is_ended(refused, monkeypatch):
    monkeypatch.setattr(limits, "CHILD_CPU_SECONDS", 1)
    rule = "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    many = [event(UID=f"{n}", RRULE=rule) for n in range(50)]
    assert refused(calendar(*many)) == "heavy"


@pytest.mark.parametrize(
    "line",
    [
        "SUMMARY:" + "ক\\n,;" * 90_000,
        "SUMMARY" + ';X="a"' * 90_000 + ":x",
        "X" * 900_000 + ":x",
        "ATTENDEE:mailto:a@b\r\n" * 40_000 + "SUMMARY:x",
    ],
)
def test_endless_lines_are_read_or_refused_and_hold_nobody_up(read, line):
    (one,) = read(calendar(event(line)))
    assert one["begins"] == "2027-02-14T10:30:00"


def test_text_repeated_by_a_rule_beyond_all_bounds_is_refused(refused):
    long = "ক" * 400_000
    assert refused(calendar(event(SUMMARY=long, RRULE="FREQ=DAILY;COUNT=99"))) == "text"


def test_names_of_zones_lead_to_no_file(read):
    start = "DTSTART;TZID=../../../etc/passwd:20270214T103000"
    (one,) = read(calendar(event(start, "DURATION:PT1H", DTSTART=None, DTEND=None)))
    assert one["codes"] == ["zone"]


def test_control_signs_are_taken_out_of_texts(read):
    (one,) = read(calendar(event(SUMMARY="স\x00ভ\x1bা")))
    assert one["summary"] == "সভা"
