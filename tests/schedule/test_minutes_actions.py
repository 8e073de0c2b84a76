"""Minutes as they are written, signed, opened and followed up."""

from dataclasses import replace
from datetime import date
from threading import Barrier, Thread

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import connections

from schedule.actions.minutes import (
    Row,
    note_progress,
    open_minutes,
    sign_minutes,
    write_minutes,
)
from schedule.actions.sitting import cancel, postpone
from schedule.errors import NotPossible, StaleMinutes
from schedule.models import Decision, DecisionProgress, Minutes, ScheduleState
from tests.factories import OfficeFactory, UserFactory
from tests.schedule.minutes import ROW, SCAN, minutes_of, write
from tests.schedule.sittings import sitting

pytestmark = pytest.mark.usefixtures("in_english")


def texts(minutes):
    return list(minutes.decisions.in_order().values_list("order", "text"))


def rows_of(minutes):
    """The rows as the form would send them back."""
    return [
        Row(one.pk, one.discussion, one.text, one.responsible, one.due)
        for one in minutes.decisions.in_order()
    ]


def test_the_first_writing_makes_the_minutes(db):
    user = UserFactory()
    minutes = write(sitting(), ROW, opening="স্বাগত", memo_number="৪১", by=user)
    assert (minutes.version, minutes.opening, minutes.memo_number) == (1, "স্বাগত", "৪১")
    assert (minutes.written_by, minutes.is_open) == (user, False)
    assert texts(minutes) == [(1, ROW.text)]


def test_what_is_responsible_and_due_is_understood_where_it_can_be(db):
    office = OfficeFactory(name_bn="হিসাব শাখা")
    decision = minutes_of(sitting()).decisions.get()
    assert (decision.office, decision.officer) == (office, None)
    assert decision.due_on == date(2026, 11, 30)
    assert (decision.responsible, decision.due) == ("হিসাব শাখা", "৩০/১১/২০২৬")


def test_what_cannot_be_understood_is_printed_as_it_was_written(db):
    row = replace(ROW, responsible="সংশ্লিষ্ট সকলে", due="চলমান")
    decision = minutes_of(sitting(), row).decisions.get()
    assert (decision.office, decision.officer, decision.due_on) == (None, None, None)
    assert (decision.responsible, decision.due) == ("সংশ্লিষ্ট সকলে", "চলমান")


def test_an_office_that_was_meant_stays_meant_when_it_is_renamed(db):
    office = OfficeFactory(name_bn="হিসাব শাখা")
    minutes = minutes_of(held := sitting())
    office.name_bn = "হিসাব ও নিরীক্ষা শাখা"
    office.save()
    write(held, *rows_of(minutes))
    assert minutes.decisions.get().office == office


def test_other_words_mean_another(db):
    OfficeFactory(name_bn="হিসাব শাখা")
    minutes = minutes_of(held := sitting())
    (row,) = rows_of(minutes)
    write(held, replace(row, responsible="", due=""))
    decision = minutes.decisions.get()
    assert (decision.office, decision.due_on) == (None, None)


def test_rows_keep_their_decisions_in_a_new_order(db):
    minutes = minutes_of(
        held := sitting(), replace(ROW, text="ক"), replace(ROW, text="খ")
    )
    first, second = rows_of(minutes)
    write(held, second, replace(ROW, text="গ"), first)
    assert texts(minutes) == [(1, "খ"), (2, "গ"), (3, "ক")]
    assert {first.pk, second.pk} < {row.pk for row in rows_of(minutes)}


def test_a_row_goes_only_when_it_is_taken_out(db):
    minutes = minutes_of(
        held := sitting(), replace(ROW, text="ক"), replace(ROW, text="খ")
    )
    first, _second = rows_of(minutes)
    write(held)
    assert len(rows_of(minutes)) == 2
    write(held, removed=[first.pk])
    assert [text for _order, text in texts(minutes)] == ["খ"]


def test_what_was_taken_out_stays_in_the_record(db):
    minutes = minutes_of(held := sitting())
    write(held, removed=[minutes.decisions.get().pk])
    events = Decision.pgh_event_model.objects.order_by("pgh_id")
    assert [event.pgh_label for event in events] == ["insert", "delete"]


def test_a_decision_with_progress_cannot_be_taken_out(db):
    minutes = minutes_of(held := sitting())
    decision = minutes.decisions.get()
    note_progress(decision=decision, state="open", note="শুরু", by=None)
    with pytest.raises(ValidationError) as refused:
        write(held, removed=[decision.pk], opening="x")
    assert refused.value.message == (
        "Progress was noted on decision 1. Do not remove it; note that it was dropped."
    )
    minutes.refresh_from_db()
    assert (minutes.version, minutes.opening) == (1, "")


def test_a_row_of_other_minutes_is_none_of_these(db):
    theirs = minutes_of(sitting()).decisions.get()
    minutes = minutes_of(held := sitting())
    write(held, Row(theirs.pk, text="মিথ্যা"), removed=[theirs.pk])
    theirs.refresh_from_db()
    assert theirs.text == ROW.text
    assert len(rows_of(minutes)) == 2


@pytest.mark.parametrize("version", [0, 2])
def test_another_version_is_refused(version, db):
    minutes = minutes_of(held := sitting())
    with pytest.raises(StaleMinutes):
        write(held, replace(ROW, text="খ"), version=version)
    assert texts(minutes) == [(1, ROW.text)]


def test_minutes_are_of_a_sitting_that_was_held(db):
    for give_up in (cancel, postpone):
        row = sitting()
        give_up(sitting=row, sequence=row.sequence, reason="-", by=None)
        with pytest.raises(NotPossible):
            write(row, ROW)
    assert Minutes.objects.count() == 0


def test_signing_keeps_the_scan_as_it_came(db):
    minutes = minutes_of(sitting())
    scan = ContentFile(SCAN)
    day = date(2026, 11, 20)
    sign_minutes(minutes=minutes, signed_on=day, file=scan, filename="a.pdf", by=None)
    minutes.refresh_from_db()
    assert (minutes.signed_on, minutes.scan_filename) == (day, "a.pdf")
    assert minutes.scan.path.read_bytes() == SCAN


def test_another_day_leaves_the_scan(db):
    minutes = minutes_of(sitting(), signed=True)
    sign_minutes(minutes=minutes, signed_on=date(2026, 11, 1), by=None)
    minutes.refresh_from_db()
    assert (minutes.signed_on.day, minutes.scan_filename) == (1, "signed.pdf")


def test_signing_and_opening_leave_the_version_to_the_writers(db):
    minutes = minutes_of(sitting(), signed=True)
    assert (minutes.version, minutes.is_open) == (1, True)
    open_minutes(minutes=minutes, is_open=False, by=None)
    minutes.refresh_from_db()
    assert (minutes.version, minutes.is_open) == (1, False)


def test_minutes_of_a_closed_sitting_stay_closed(db):
    minutes = minutes_of(sitting(closed=True))
    with pytest.raises(ValidationError) as refused:
        open_minutes(minutes=minutes, is_open=True, by=None)
    said = "The minutes of a closed sitting cannot be opened."
    assert refused.value.message == said


def test_progress_is_noted_with_who_and_when(db):
    decision, user = minutes_of(sitting()).decisions.get(), UserFactory()
    note_progress(decision=decision, state="open", note="অর্ধেক হয়েছে", by=user)
    told = DecisionProgress.objects.get()
    assert (told.note, told.by, told.state) == ("অর্ধেক হয়েছে", user, "open")
    decision.refresh_from_db()
    assert (decision.state, decision.settled_at) == ("open", None)


@pytest.mark.parametrize("state", ["done", "dropped"])
def test_a_decision_is_settled_and_taken_up_again(state, db):
    decision = minutes_of(sitting()).decisions.get()
    note_progress(decision=decision, state=state, by=None)
    decision.refresh_from_db()
    assert (decision.state, decision.settled_at is None) == (state, False)
    note_progress(decision=decision, state="open", note="আবার", by=None)
    decision.refresh_from_db()
    assert (decision.state, decision.settled_at) == ("open", None)


def test_progress_must_say_something(db):
    decision = minutes_of(sitting()).decisions.get()
    with pytest.raises(ValidationError):
        note_progress(decision=decision, state="open", by=None)
    assert DecisionProgress.objects.count() == 0


def test_each_write_makes_public_pages_new(db):
    held = sitting()
    before = ScheduleState.objects.get().number
    minutes = minutes_of(held, signed=True)
    note_progress(decision=minutes.decisions.get(), state="done", by=None)
    assert ScheduleState.objects.get().number == before + 4


def test_the_record_says_who_wrote(db):
    user = UserFactory(full_name="রহিম")
    write(sitting(), ROW, by=user)
    for model in (Minutes, Decision):
        event = model.pgh_event_model.objects.get()
        assert event.pgh_context["name"] == "রহিম"


@pytest.mark.django_db(transaction=True, databases=["default", "owner"])
def test_of_many_who_write_at_once_one_writes_and_all_others_are_told():
    held, start = sitting(), Barrier(8)
    written, refused = [], []

    def act(number):
        try:
            start.wait()
            row = replace(ROW, text=f"লেখক {number}")
            write_minutes(sitting=held, version=0, said={}, rows=[row], by=None)
            written.append(row.text)
        except StaleMinutes:
            refused.append(number)
        finally:
            connections.close_all()

    threads = [Thread(target=act, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(written), len(refused)) == (1, 7)
    minutes = Minutes.objects.get()
    assert (minutes.version, texts(minutes)) == (1, [(1, written[0])])
