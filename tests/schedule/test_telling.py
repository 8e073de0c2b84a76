"""Who is told what of a sitting, by letters that a real mail server takes."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from icalendar import Calendar

from innovation_portal.mail.models import Letter
from innovation_portal.work.jobs import unfinished
from schedule.actions.sitting import cancel, change, confirm, hold, postpone
from schedule.actions.telling import nobody_told, tell_all
from schedule.details import Details, Part
from schedule.models import Move
from tests.factories import (
    OfficeFactory,
    UserFactory,
)
from tests.processes import at_once
from tests.schedule.sittings import at, details, in_days, room, sitting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
RAHIM, KARIM = "rahim@moind.gov.bd", "karim@moind.gov.bd"


def parts(*emails):
    return tuple(Part(email.split("@")[0], email=email) for email in emails)


def edited(sitting, **values):
    """Details of the sitting with some of them changed."""
    said = {name: getattr(Details.of(sitting), name) for name in vars(details())}
    return Details(**said | values)


def altered(one, reason="", by=None, **values):
    said = edited(one, **values)
    return change(
        sitting=one, sequence=one.sequence, details=said, reason=reason, by=by
    )


def told():
    """Address, method and sequence of each letter, in their order."""
    return [
        (letter.to, str(calendar["METHOD"]), calendar.events[0]["SEQUENCE"])
        for letter in Letter.objects.order_by("pk")
        for calendar in [Calendar.from_ical(letter.data)]
    ]


def test_those_who_take_part_are_invited_once(run_tasks):
    sitting(parts=parts(RAHIM, KARIM))
    run_tasks()
    assert told() == [(RAHIM, "REQUEST", 0), (KARIM, "REQUEST", 0)]
    tell_all.func(Move.objects.get().pk)
    assert Letter.objects.count() == 2


def test_letter_says_in_bangla_what_when_where_and_who_chairs(run_tasks, settings):
    settings.ADDRESS = "https://portal.moind.gov.bd"
    user = UserFactory()
    entered = sitting(
        "10:30",
        "12:00",
        by=user,
        room=None,
        place="হোটেল সোনারগাঁও",
        parts=parts(RAHIM),
        agenda="অগ্রগতি পর্যালোচনা\nবিবিধ",
        organiser=OfficeFactory(name_bn="পরিকল্পনা অনুবিভাগ"),
    )
    run_tasks()
    letter = Letter.objects.get()
    assert (letter.language, letter.by) == ("bn", user)
    lines = [line.partition(": ")[2] for line in letter.body.splitlines()]
    assert letter.subject.endswith(": মাসিক সমন্বয় সভা")
    assert [line for line in lines if line] == [
        "মাসিক সমন্বয় সভা",
        "১৪ ফেব্রুয়ারি ২০২৭ (রবিবার), সকাল ১০:৩০টা থেকে দুপুর ১২টা",
        "হোটেল সোনারগাঁও",
        "সচিব মহোদয়",
        "পরিকল্পনা অনুবিভাগ",
        f"https://portal.moind.gov.bd/schedule/sittings/{entered.pk}/",
    ]
    assert "- অগ্রগতি পর্যালোচনা\n- বিবিধ\n" in letter.body


def test_invitation_is_what_a_calendar_program_asks_for(run_tasks, settings):
    settings.DEFAULT_FROM_EMAIL = "সভাসূচি <portal@moind.gov.bd>"
    wing = OfficeFactory(name_bn='পরিকল্পনা "অনুবিভাগ"')
    entered = sitting("10:30", "12:00", parts=parts(RAHIM), organiser=wing)
    run_tasks()
    letter = Letter.objects.get()
    calendar = Calendar.from_ical(letter.data)
    (event,) = calendar.events
    assert letter.data_type == "text/calendar; method=REQUEST"
    assert (event["UID"], event["STATUS"], event["CLASS"]) == (
        f"{entered.uid}@innovation-portal",
        "CONFIRMED",
        "PUBLIC",
    )
    assert (event.start, event.end) == (at("10:30"), at("12:00"))
    assert event["ORGANIZER"] == "mailto:portal@moind.gov.bd"
    assert event["ORGANIZER"].params == {"CN": "পরিকল্পনা  অনুবিভাগ "}
    assert event["ATTENDEE"] == f"mailto:{RAHIM}"
    assert event["ATTENDEE"].params == {
        "CN": "rahim",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "FALSE",
    }
    assert "URL" not in event


def test_moved_sitting_is_told_with_time_before_and_reason(run_tasks):
    entered = sitting("10:00", "11:00", parts=parts(RAHIM))
    run_tasks()
    altered(entered, "মন্ত্রী মহোদয়ের নির্দেশে", begins=at("15:00"), ends=at("16:00"))
    run_tasks()
    assert told() == [(RAHIM, "REQUEST", 0), (RAHIM, "REQUEST", 1)]
    letter = Letter.objects.latest("pk")
    assert Calendar.from_ical(letter.data).events[0].start == at("15:00")
    assert "সকাল ১০টা থেকে ১১টা, " + entered.where in letter.body
    assert ": মন্ত্রী মহোদয়ের নির্দেশে\n" in letter.body


@pytest.mark.parametrize(
    "values",
    [
        {"contact": "জনাব করিম"},
        {"people": 12},
        {"letter_number": "৩৬.০০"},
        {"agenda": "বিবিধ"},
    ],
)
def test_what_does_not_matter_to_those_who_come_is_not_told(run_tasks, values):
    altered(sitting(parts=parts(RAHIM)), **values)
    run_tasks()
    assert len(told()) == 1


@pytest.mark.parametrize(
    "values",
    [
        {"subject": "বিশেষ সভা"},
        {"chair_as": "অতিরিক্ত সচিব"},
        {"online": "https://meet.gov.bd/1"},
    ],
)
def test_what_matters_to_those_who_come_is_told(run_tasks, values):
    entered = sitting(parts=parts(RAHIM))
    run_tasks()
    altered(entered, **values)
    run_tasks()
    assert told()[1:] == [(RAHIM, "REQUEST", 1)]


def test_cancelled_sitting_is_taken_out_of_the_calendar(run_tasks):
    entered = sitting(parts=parts(RAHIM))
    run_tasks()
    cancel(sitting=entered, sequence=0, reason="অনিবার্য কারণে", by=None)
    run_tasks()
    letter = Letter.objects.latest("pk")
    (first,), (event,) = (
        Calendar.from_ical(one.data).events for one in Letter.objects.order_by("pk")
    )
    assert letter.data_type == "text/calendar; method=CANCEL"
    assert told()[1:] == [(RAHIM, "CANCEL", 1)]
    assert event["STATUS"] == "CANCELLED"
    assert (event["UID"], event["ORGANIZER"]) == (first["UID"], first["ORGANIZER"])
    assert "অনিবার্য কারণে" in letter.body


def test_postponed_sitting_that_gets_a_new_time_is_told_anew(run_tasks):
    entered = sitting("10:00", "11:00", parts=parts(RAHIM))
    run_tasks()
    entered = postpone(sitting=entered, sequence=0, reason="নির্দেশক্রমে", by=None)
    run_tasks()
    altered(entered, begins=at("15:00"), ends=at("16:00"))
    run_tasks()
    assert [(method, number) for _to, method, number in told()] == [
        ("REQUEST", 0),
        ("CANCEL", 1),
        ("REQUEST", 2),
    ]


def test_who_is_left_out_is_told_alone_and_who_comes_to_it_is_invited(run_tasks):
    entered = sitting(parts=parts(RAHIM))
    run_tasks()
    altered(entered, parts=parts(KARIM))
    run_tasks()
    assert told()[1:] == [(KARIM, "REQUEST", 1), (RAHIM, "CANCEL", 1)]
    released = Letter.objects.get(data_type__endswith="CANCEL")
    assert "STATUS" not in Calendar.from_ical(released.data).events[0]


def test_slot_held_is_told_to_nobody_until_it_is_confirmed(run_tasks):
    until = timezone.now() + timedelta(hours=1)
    kept = hold(details=details(parts=parts(RAHIM)), until=until, by=None)
    run_tasks()
    assert told() == []
    confirm(sitting=kept, sequence=0, by=None)
    run_tasks()
    assert told() == [(RAHIM, "REQUEST", 1)]


def test_sitting_moved_to_where_it_waits_for_approval_is_off_until_then(
    run_tasks, in_english
):
    """Those invited to the time before would come at that."""
    user = UserFactory()
    entered = sitting("10:00", "11:00", parts=parts(RAHIM))
    run_tasks()
    hall = room(needs_approval=True)
    moved = altered(
        entered, by=user, begins=at("15:00"), ends=at("16:00"), room=hall, place=""
    )
    altered(moved, parts=parts(RAHIM, KARIM), by=user)
    run_tasks()
    letter = Letter.objects.latest("pk")
    assert (moved.state, told()[1:]) == ("held", [(RAHIM, "CANCEL", 2)])
    assert hall.name not in letter.body
    confirm(sitting=moved, sequence=2, by=None)
    run_tasks()
    assert told()[2:] == [(RAHIM, "REQUEST", 3), (KARIM, "REQUEST", 3)]


def test_slot_held_that_is_given_up_is_told_to_nobody(run_tasks):
    until = timezone.now() + timedelta(hours=1)
    kept = hold(details=details(parts=parts(RAHIM)), until=until, by=None)
    cancel(sitting=kept, sequence=0, reason="প্রয়োজন নেই", by=None)
    run_tasks()
    assert told() == []


def test_sitting_that_is_over_is_told_to_nobody(run_tasks):
    sitting(day=in_days(-1), parts=parts(RAHIM))
    run_tasks()
    assert told() == []


def test_example_is_told_to_nobody(run_tasks):
    with nobody_told():
        sitting(parts=parts(RAHIM))
    run_tasks()
    assert told() == []


def test_two_changes_before_the_worker_comes_are_told_as_one(run_tasks):
    entered = sitting(parts=parts(RAHIM))
    altered(entered, begins=at("15:00"), ends=at("16:00"))
    run_tasks()
    assert told() == [(RAHIM, "REQUEST", 1)]


def test_closed_sitting_is_told_whole_but_not_in_the_list_of_letters(run_tasks):
    sitting(parts=parts(RAHIM), closed=True, subject="পদোন্নতি বোর্ড")
    run_tasks()
    letter = Letter.objects.get()
    (event,) = Calendar.from_ical(letter.data).events
    assert "পদোন্নতি" not in letter.subject
    assert ": পদোন্নতি বোর্ড\n" in letter.body
    assert (event["SUMMARY"], event["CLASS"]) == ("পদোন্নতি বোর্ড", "PRIVATE")


def test_refused_sitting_is_told_to_nobody(run_tasks):
    first = sitting(parts=parts(RAHIM))
    with pytest.raises(Exception, match="taken"):
        sitting(room=first.room, parts=parts(KARIM))
    run_tasks()
    assert [to for to, *_rest in told()] == [RAHIM]


def test_subject_with_line_breaks_and_of_full_length_is_one_line(run_tasks):
    sitting(subject="সভা\r\nBcc: all@moind.gov.bd " + "ক" * 270, parts=parts(RAHIM))
    run_tasks()
    letter = Letter.objects.get()
    assert (len(letter.subject), letter.subject.splitlines()) == (300, [letter.subject])


def test_two_workers_with_the_same_job_write_one_letter_to_each(transactional_db):
    sitting(parts=parts(RAHIM, KARIM))
    (move,) = Move.objects.all()
    at_once(*[lambda: tell_all.func(move.pk)] * 3)
    assert [to for to, *_rest in told()] == [RAHIM, KARIM]


def test_move_that_is_taken_back_leaves_no_job(transactional_db):
    with transaction.atomic():
        sitting(parts=parts(RAHIM))
        transaction.set_rollback(True)
    assert unfinished(tell_all) == []
