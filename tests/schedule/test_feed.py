"""Calendars to subscribe to, as any program reads them: by the icalendar library."""

from datetime import UTC, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from schedule.actions.sitting import cancel, change, hold, postpone
from schedule.details import Details, Part
from schedule.models import Sitting
from tests.factories import AppointmentFactory, OfficeFactory, UserFactory
from tests.schedule.sittings import at, chair, details, in_days, room, sitting

pytestmark = pytest.mark.django_db
ALL = "/schedule/calendar.ics"


def read(client, address=ALL):
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return Calendar.from_ical(response.content)


def only(calendar):
    (event,) = calendar.events
    return event


def said(event, *names):
    return tuple(str(event[name]) if name in event else None for name in names)


def test_sitting_is_told_whole(client):
    entered = sitting(
        "10:30",
        "12:00",
        room=room(name_bn="সম্মেলন কক্ষ"),
        organiser=OfficeFactory(name_bn="পরিকল্পনা অনুবিভাগ", name_en=""),
        letter_number="৩৬.০০.০০০০.০১",
        contact="রহিম ৯৫৫১",
    )
    event = only(read(client, f"/en{ALL}"))
    assert said(event, "UID", "SUMMARY", "LOCATION", "STATUS", "SEQUENCE", "CLASS") == (
        f"{entered.uid}@innovation-portal",
        "মাসিক সমন্বয় সভা",
        "সম্মেলন কক্ষ",
        "CONFIRMED",
        "0",
        None,
    )
    assert (event.start, event.end) == (at("10:30"), at("12:00"))
    assert event["DTSTART"].to_ical() == b"20270214T043000Z"
    changed = entered.changed_at.astimezone(UTC).replace(microsecond=0)
    assert (event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt) == (changed, changed)
    assert event["CONTACT"] == "পরিকল্পনা অনুবিভাগ, রহিম ৯৫৫১"
    assert event["URL"] == f"http://testserver/en/schedule/sittings/{entered.pk}/"
    assert event["DESCRIPTION"].splitlines() == [
        "Chair: সচিব মহোদয়",
        "Organising office: পরিকল্পনা অনুবিভাগ",
        "Memo number: ৩৬.০০.০০০০.০১",
    ]
    assert event.errors == []


def test_calendar_says_what_it_is_and_how_often_to_ask(client):
    calendar = read(client, f"/en{ALL}")
    assert said(calendar, "VERSION", "PRODID", "NAME", "X-WR-CALNAME", "METHOD") == (
        "2.0",
        "-//Ministry of Industries//Innovation Portal//BN",
        "Sittings of the ministry",
        "Sittings of the ministry",
        None,
    )
    lines = client.get(ALL).content.split(b"\r\n")
    assert b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in lines


def states():
    """A sitting in each state, with what a calendar is to call it."""
    kept = hold(
        details=details("09:00", "09:30"),
        until=timezone.now() + timedelta(hours=1),
        by=None,
    )
    off = sitting("12:00", "13:00")
    off = cancel(sitting=off, sequence=0, reason="নির্দেশক্রমে", by=None)
    later = sitting("14:00", "15:00")
    later = postpone(sitting=later, sequence=0, reason="নির্দেশক্রমে", by=None)
    gone = hold(
        details=details("16:00", "17:00"),
        until=timezone.now() + timedelta(hours=1),
        by=None,
    )
    Sitting.objects.filter(pk=gone.pk).update(held_until=timezone.now())
    return {
        kept: ("TENTATIVE", "0", "slot held: মাসিক সমন্বয় সভা"),
        off: ("CANCELLED", "1", "cancelled: মাসিক সমন্বয় সভা"),
        later: ("CANCELLED", "1", "postponed: মাসিক সমন্বয় সভা"),
        gone: ("CANCELLED", "0", "hold ran out: মাসিক সমন্বয় সভা"),
    }


def test_what_is_held_is_tentative_and_what_is_off_stays_as_cancelled(client):
    expected = {f"{one.uid}@innovation-portal": told for one, told in states().items()}
    found = {
        str(event["UID"]): said(event, "STATUS", "SEQUENCE", "SUMMARY")
        for event in read(client, f"/en{ALL}").events
    }
    assert found == expected


def test_moved_sitting_keeps_its_identity_and_rises(client):
    entered = sitting("10:00", "11:00")
    first = only(read(client))
    said_now = Details.of(entered)
    moved = details("15:00", "16:00", room=said_now.room, chair=said_now.chair)
    change(sitting=entered, sequence=0, details=moved, by=None)
    second = only(read(client))
    assert second["UID"] == first["UID"]
    assert (first["SEQUENCE"], second["SEQUENCE"]) == (0, 1)
    assert second.start == at("15:00")


SECRET = ("পদোন্নতি", "গোপন-আয়োজক", "৩৬.৯৯", "ফোন-১২৩", "আলোচ্য-এক", "আমন্ত্রিত")


def closed_sitting(**values):
    said = {
        "subject": "পদোন্নতি বোর্ড",
        "organiser": OfficeFactory(name_bn="গোপন-আয়োজক"),
        "letter_number": "৩৬.৯৯",
        "contact": "ফোন-১২৩",
        "agenda": "আলোচ্য-এক",
        "closed": True,
        "parts": (Part("আমন্ত্রিত"),),
    }
    return sitting(**said | values)


def test_closed_sitting_is_busy_with_time_room_and_chair_and_no_more(client):
    entered = closed_sitting(room=room(name_bn="কক্ষ-৭"))
    event = only(read(client, f"/en{ALL}"))
    assert {name: str(event[name]) for name in event if name[:2] != "DT"} == {
        "UID": f"{entered.uid}@innovation-portal",
        "SEQUENCE": "0",
        "LAST-MODIFIED": str(event["LAST-MODIFIED"]),
        "STATUS": "CONFIRMED",
        "SUMMARY": "Busy",
        "LOCATION": "কক্ষ-৭",
        "DESCRIPTION": "Chair: সচিব মহোদয়",
        "CLASS": "PRIVATE",
    }


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_no_feed_tells_more_of_a_closed_sitting_even_to_those_concerned(client, prefix):
    entered = closed_sitting()
    user = UserFactory(office=entered.organiser)
    AppointmentFactory(user=user, office=user.office, role="general_services")
    client.force_login(user)
    for name, key in (
        ("all", None),
        ("room", entered.room_id),
        ("chair", entered.chair_id),
        ("office", entered.organiser_id),
        ("sitting", entered.pk),
    ):
        address = reverse(f"schedule:feed_{name}", args=[key] if key else [])
        events = Calendar.from_ical(client.get(prefix + address).content).events
        text = "".join(str(value) for event in events for value in event.values())
        assert [word for word in SECRET if word in text] == []
        assert len(events) == (name != "office")


def test_feed_of_a_room_a_chair_and_an_office_is_theirs_alone(client):
    mine, other = sitting(), sitting("14:00", "15:00")
    uid = f"{mine.uid}@innovation-portal"
    for address in (
        f"/schedule/rooms/{mine.room_id}/calendar.ics",
        f"/schedule/chairs/{mine.chair_id}/calendar.ics",
        f"/schedule/offices/{mine.organiser_id}/calendar.ics",
        f"/schedule/sittings/{mine.pk}/sitting.ics",
    ):
        assert [str(event["UID"]) for event in read(client, address).events] == [uid]
    assert len(read(client).events) == len([mine, other])


def test_feed_is_named_after_whose_it_is(client):
    board = room(name_bn="সম্মেলন কক্ষ")
    head = chair(shown_as="মাননীয় মন্ত্রী")
    wing = OfficeFactory(name_bn="প্রশাসন অনুবিভাগ")
    assert [
        str(read(client, f"/schedule/{place}/calendar.ics")["X-WR-CALNAME"])
        for place in (
            f"rooms/{board.pk}",
            f"chairs/{head.officer_id}",
            f"offices/{wing.pk}",
        )
    ] == ["সম্মেলন কক্ষ", "মাননীয় মন্ত্রী", "প্রশাসন অনুবিভাগ"]


def test_feed_of_an_office_has_those_where_it_takes_part(client):
    wing = OfficeFactory()
    sitting(parts=(Part("অনুবিভাগ", office=wing),))
    assert len(read(client, f"/schedule/offices/{wing.pk}/calendar.ics").events) == 1


@pytest.mark.parametrize("place", ["rooms/0", "chairs/0", "offices/0"])
def test_feed_of_nobody_is_not_found(client, place):
    assert client.get(f"/schedule/{place}/calendar.ics").status_code == 404


def test_sitting_for_a_telephone_is_a_file(client):
    entered = sitting()
    answer = client.get(f"/schedule/sittings/{entered.pk}/sitting.ics")
    name = f'attachment; filename="sitting-{entered.pk}.ics"'
    assert answer["Content-Disposition"] == name


@pytest.mark.parametrize(("days", "count"), [(-364, 1), (-367, 0), (400, 1)])
def test_feed_goes_a_year_back_and_ahead_without_end(client, days, count):
    sitting(day=in_days(days))
    assert len(read(client).events) == count


def test_lines_have_at_most_75_octets_and_whole_characters(client):
    sitting(subject="উদ্ভাবন কার্যক্রমের অগ্রগতি পর্যালোচনা; বাজেট, ব্যয় ও সময়সীমা " * 4)
    lines = client.get(ALL).content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert [line for line in lines if line.decode() != str(line, "utf-8")] == []
    assert b"\n" not in b"".join(lines)


def test_text_cannot_begin_a_line_or_an_event_of_its_own(client):
    evil = "সভা\r\nEND:VEVENT\nBEGIN:VEVENT\u2028X\x0bY\x85Z"
    entered = sitting(contact="x\x0by", place="বাইরে", room=None)
    Sitting.objects.filter(pk=entered.pk).update(subject=evil)
    event = only(read(client))
    assert event["SUMMARY"] == "সভা \nEND:VEVENT\nBEGIN:VEVENT X Y Z"
    assert client.get(ALL).content.count(b"\r\nBEGIN:VEVENT") == 1


def test_same_schedule_gives_the_same_bytes(client):
    for hour in range(9, 14):
        sitting(f"{hour:02}:00", f"{hour:02}:30")
    assert client.get(ALL).content == client.get(ALL).content


def test_known_feed_is_answered_with_304_from_one_query(
    client, django_assert_num_queries
):
    sitting()
    etag = client.get(ALL)["ETag"]
    with django_assert_num_queries(1):
        answer = client.get(ALL, headers={"If-None-Match": etag})
    assert (answer.status_code, answer.content) == (304, b"")
    sitting("14:00", "15:00")
    answer = client.get(ALL, headers={"If-None-Match": etag})
    assert (answer.status_code, answer["ETag"] == etag) == (200, False)


def test_feed_asks_as_often_for_one_sitting_as_for_many(
    client, django_assert_num_queries
):
    for hour in range(9, 17):
        closed_sitting(
            begins=f"{hour:02}:00", ends=f"{hour:02}:30", closed=hour % 2 == 0
        )
    with django_assert_num_queries(3):  # the state for the answer and for what is kept
        client.get(ALL)


def test_feed_sets_no_cookie_and_is_open_to_caches(client):
    answer = client.get(ALL)
    assert (answer.cookies, answer["Cache-Control"]) == ({}, "no-cache")


def test_it_is_written_once_for_a_state_whatever_is_asked(client, monkeypatch):
    """A question in the address makes no work."""
    sitting()
    first = read(client).to_ical()
    monkeypatch.setattr("schedule.views.feed.feed", None)
    assert read(client, f"{ALL}?anew=1").to_ical() == first
