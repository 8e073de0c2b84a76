"""Calendars that come in: from Outlook, from a telephone, from the portal itself."""

from uuid import NAMESPACE_URL, uuid5

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.urls import reverse

from schedule.actions.importing import receive, take_import
from schedule.importing.comparing import lines_of
from schedule.models import Import, Sitting
from tests.factories import OfficeFactory
from tests.innovation_portal.sheets.test_calendars import calendar, event
from tests.schedule.sittings import at, chair, room, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch(cast):
    return cast["general_services"].user


@pytest.fixture(autouse=True)
def secretary(cast):
    return chair("মোঃ আব্দুল করিম", office=cast.ministry, shown_as="সচিব মহোদয়")


@pytest.fixture
def taken(branch):
    """Call it with events to upload them; gives the Import."""

    def upload(*events, chosen="মোঃ আব্দুল করিম"):
        data = calendar(*events).encode()
        file = ContentFile(data, name="calendar.ics")
        defaults = {"chair": chosen} if chosen else {}
        return receive(file=file, filename="Calendar.ICS", defaults=defaults, by=branch)

    return upload


@pytest.fixture
def lines(taken, branch):
    def understood(*events, **rest):
        return lines_of(taken(*events, **rest), branch)

    return understood


def told(line):
    return [(problem.code, problem.name) for problem in line.problems]


def test_event_becomes_a_sitting(lines, branch, secretary):
    hall = room(name_bn="সম্মেলন কক্ষ")
    (line,) = lines(
        event(SUMMARY="বাজেট সভা", LOCATION="সম্মেলন কক্ষ\\, ৪র্থ তলা", CONTACT="৯৫৫১")
    )
    said = line.details
    assert told(line) == []
    assert (said.subject, said.begins, said.ends, said.room, said.place) == (
        "বাজেট সভা",
        at("10:30"),
        at("12:00"),
        hall,
        "",
    )
    assert (said.chair, said.organiser) == (secretary.officer, branch.office)
    assert (said.contact, said.closed) == ("৯৫৫১", False)


def test_rooms_are_told_from_places_outside_by_whole_words(lines):
    room(name_bn="কক্ষ ১")
    long = room(name_bn="বড় সম্মেলন কক্ষ", name_en="Conference Room")
    events = [
        event(UID=place, SUMMARY=place, LOCATION=place)
        for place in ("কক্ষ ১২, হোটেল", "Big conference room", "বড় সম্মেলন কক্ষ (নিচতলা)")
    ]
    found = [(line.details.room, line.details.place) for line in lines(*events)]
    assert found == [(None, "কক্ষ ১২, হোটেল"), (long, ""), (long, "")]


def test_places_that_are_no_rooms_are_told_once_and_hinder_nothing(taken, branch):
    upload = taken(
        event(UID="1", SUMMARY="ক", LOCATION="কক্ষ-৭"),
        event(UID="2", SUMMARY="খ", LOCATION="কক্ষ-৭", DTSTART="20270214T050000Z"),
    )
    (note,) = upload.unread
    assert (note.code, note.row, note.details) == (
        "event_places",
        None,
        {"places": "কক্ষ-৭"},
    )
    assert lines_of(upload, branch)[0].is_good


def test_who_has_the_role_of_the_chair_chairs(lines, cast):
    other = chair("জনাব রহিম", office=cast.ministry)
    attendee = "ATTENDEE;ROLE=CHAIR;CN=জনাব রহিম:mailto:r@moind.gov.bd"
    (line,) = lines(event(attendee, SUMMARY="সভা", LOCATION="বাইরে"))
    assert line.details.chair == other.officer


def test_private_event_is_a_closed_sitting(lines):
    (line,) = lines(event(SUMMARY="সভা", LOCATION="বাইরে", CLASS="confidential"))
    assert line.details.closed is True


def test_all_that_is_wrong_is_told_at_once(lines):
    faults = [
        line.problems
        for line in lines(
            event("DTSTART:soon", UID="1", DTSTART=None, SUMMARY="ক", LOCATION="খ"),
            event(UID="2", LOCATION="খ"),
            event(UID="3", SUMMARY="ক"),
            event(UID="4", SUMMARY="গ", LOCATION="খ", STATUS="CANCELLED"),
            event(UID="5", SUMMARY="ঘ", LOCATION="খ", RRULE="FREQ=SECONDLY"),
            chosen=None,
        )
    ]
    assert [{problem.code for problem in problems} for problems in faults] == [
        {"event_untimed", "event_broken", "missing"},
        {"missing"},
        {"where", "missing"},
        {"state", "missing"},
        {"event_rule", "missing"},
    ]
    texts = [str(problem) for problems in faults for problem in problems]
    assert [text for text in texts if "%(" in text] == []


def test_whole_day_is_no_sitting_until_it_has_hours(lines):
    start = "DTSTART;VALUE=DATE:20270214"
    end = "DTEND;VALUE=DATE:20270215"
    (line,) = lines(
        event(start, end, SUMMARY="ক", LOCATION="খ", DTSTART=None, DTEND=None)
    )
    assert told(line) == [("event_days", "date")]


def test_rule_becomes_sittings_of_their_own(taken, branch):
    weekly = event(SUMMARY="ক", LOCATION="খ", RRULE="FREQ=WEEKLY;COUNT=4")
    upload = taken(weekly)
    sittings = take_import(upload=upload, numbers={1, 2, 4}, by=branch)
    assert len({one.uid for one in sittings}) == 3
    again = lines_of(taken(weekly), branch)
    assert [bool(line.there) for line in again] == [True, True, False, True]


def test_rule_without_an_end_is_told_of_the_file_and_hinders_no_line(taken, branch):
    upload = taken(event(SUMMARY="ক", LOCATION="খ", RRULE="FREQ=MONTHLY"))
    note, _places = upload.unread
    assert (note.code, note.row) == ("event_unending", None)
    assert "“ক”" in str(note)
    assert all(line.is_good for line in lines_of(upload, branch)[1:])


def test_same_event_again_is_there_already(taken, branch):
    said = {"SUMMARY": "ক", "LOCATION": "খ", "UID": "040000008200E00074@outlook"}
    (entered,) = take_import(upload=taken(event(**said)), numbers={1}, by=branch)
    assert entered.uid == uuid5(NAMESPACE_URL, "040000008200E00074@outlook")
    (line,) = lines_of(taken(event(**said | {"SUMMARY": "খ"})), branch)
    assert (line.there, line.problems) == (entered, [])


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_calendar_of_the_portal_comes_back_as_it_went_out(client, branch, cast, prefix):
    wing = OfficeFactory(name_bn="নতুন অনুবিভাগ", parent=cast.ministry)
    kept = sitting(
        "10:30",
        "12:00",
        letter_number="৩৬.০০.০০০০.০১",
        organiser=wing,
        chair=chair("জনাব রহিম", office=cast.ministry, shown_as="মাননীয় মন্ত্রী").officer,
        chair_as="মাননীয় মন্ত্রী",
    )
    data = client.get(f"{prefix}/schedule/calendar.ics").content
    upload = receive(file=ContentFile(data), filename="x.ics", by=branch)
    (line,) = lines_of(upload, branch)
    assert line.there == kept
    Sitting.objects.filter(pk=kept.pk).update(
        uid=uuid5(NAMESPACE_URL, "other"), subject="অন্য"
    )
    (line,) = lines_of(upload, branch)
    said = line.details
    assert (said.chair, said.chair_as, said.organiser, said.room) == (
        kept.chair,
        "মাননীয় মন্ত্রী",
        wing,
        kept.room,
    )
    assert (said.letter_number, said.begins) == (kept.letter_number, kept.begins)


def test_event_on_a_slot_that_is_taken_says_so_before_anything_is_written(lines):
    taken = sitting("10:00", "11:00", room=room(name_bn="সম্মেলন কক্ষ"))
    (line,) = lines(event(SUMMARY="ক", LOCATION="সম্মেলন কক্ষ"))
    assert [clash.other for clash in line.clashes] == [taken]
    assert not line.is_good
    assert Sitting.objects.count() == 1


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"PK\x03\x04", "no calendar"),
        (b"BEGIN:VCALENDAR\r\nX", "cannot be read"),
        (b"BEGIN:VCALENDAR" + b"X" * 2_100_000, "larger than 2 MB"),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 2001, "too many events"),
    ],
)
def test_file_that_cannot_be_taken_says_what_to_do(in_english, branch, data, words):
    with pytest.raises(ValidationError, match=words):
        receive(file=ContentFile(data), filename="x.ics", by=branch)
    assert Import.objects.count() == 0


def test_calendar_without_events_says_so(taken):
    upload = taken()
    assert [problem.code for problem in upload.unread] == ["no_events"]


def test_calendar_is_uploaded_looked_at_and_entered(client, branch):
    """The way of a clerk, from his telephone's calendar to the schedule."""
    client.force_login(branch)
    data = calendar(
        event(SUMMARY="বাজেট সভা", LOCATION="হোটেল", RRULE="FREQ=DAILY;COUNT=2")
    )
    said = {
        "file": ContentFile(data.encode(), name="আমার.ics"),
        "chair": "মোঃ আব্দুল করিম",
    }
    page = client.post(reverse("schedule:import_upload"), said, follow=True)
    assert page.text.count("বাজেট সভা") >= 2
    upload = Import.objects.get()
    take = reverse("schedule:import_take", args=[upload.pk])
    client.post(take, {"rows": [1, 2]})
    assert Sitting.objects.filter(subject="বাজেট সভা", place="হোটেল").count() == 2
    notes = client.get(reverse("schedule:import_notes", args=[upload.pk]))
    assert notes.status_code == 404
