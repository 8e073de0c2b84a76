"""Sittings are entered, held, changed, moved and given up, each with its trace."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from schedule.actions.sitting import (
    cancel,
    change,
    confirm,
    enter,
    hold,
    lapse_due,
    postpone,
)
from schedule.details import Details, Part
from schedule.errors import Clashing, NotPossible, Stale
from schedule.models import Claim, Move, ScheduleState, Sitting
from tests.factories import AppointmentFactory, OfficeFactory, UserFactory
from tests.schedule.sittings import at, details, room, sitting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def organiser(role="wing_organiser"):
    user = UserFactory()
    AppointmentFactory(user=user, role=role)
    return user


def moves(one):
    return list(one.moves.values_list("kind", flat=True))


def soon(**how):
    return timezone.now() + timedelta(**how)


def run_out(one):
    """As if the time of a hold were over."""
    Sitting.objects.filter(pk=one.pk).update(held_until=soon(minutes=-1))


def again(one, **values):
    """The details of a row with others in their place."""
    said = vars(Details.of(Sitting.objects.get(pk=one.pk))) | values
    return Details(**said)


def test_what_is_entered_stands_in_the_row():
    asked = details(agenda="ক\nখ", people=12, parts=(Part("বিসিআইসি"),))
    one = enter(details=asked, by=None)
    assert Details.of(Sitting.objects.get(pk=one.pk)) == asked
    assert (one.state, one.sequence, moves(one)) == ("confirmed", 0, ["entered"])


def test_it_claims_its_room_and_its_chair():
    one = sitting()
    claimed = {claim.resource: claim.during for claim in one.claims.all()}
    assert claimed == {
        ("room", one.room_id): one.during,
        ("officer", one.chair_id): one.during,
    }


def test_a_buffer_widens_the_claim_of_the_room_alone():
    one = sitting("10:00", "11:00", room=room(buffer=15))
    ends = {claim.resource[0]: claim.during.upper for claim in one.claims.all()}
    assert ends == {"room": at("11:15"), "officer": at("11:00")}


def test_an_end_before_the_beginning_is_refused():
    with pytest.raises(ValidationError) as refused:
        sitting("11:00", "10:00")
    assert refused.value.messages == ["The end must lie after the beginning."]


def test_a_hold_runs_out():
    one = hold(details=details(), until=soon(hours=1), by=organiser())
    run_out(one)
    lapse_due()
    one.refresh_from_db()
    assert (one.state, one.sequence, one.claims.count()) == ("lapsed", 1, 0)
    assert moves(one) == ["held", "lapsed"]
    assert one.moves.last().by is None


def test_a_hold_that_ran_out_is_freed_by_the_next_who_asks():
    taken = room()
    late = hold(details=details(room=taken), until=soon(hours=1), by=organiser())
    run_out(late)
    sitting(room=taken)
    late.refresh_from_db()
    assert late.state == "lapsed"


def test_a_hold_ends_in_the_time_to_come():
    with pytest.raises(ValidationError) as refused:
        hold(details=details(), until=soon(minutes=-1), by=organiser())
    assert refused.value.messages == ["The hold must end in the time to come."]


def test_the_clock_leaves_holds_that_last():
    one = hold(details=details(), until=soon(hours=1), by=organiser())
    before = ScheduleState.objects.get().number
    lapse_due()
    one.refresh_from_db()
    assert (one.state, ScheduleState.objects.get().number) == ("held", before)


def test_a_held_slot_is_confirmed():
    one = hold(details=details(), until=soon(hours=1), by=organiser())
    one = confirm(sitting=one, sequence=0, by=organiser())
    assert (one.state, one.held_until, moves(one)) == (
        "confirmed",
        None,
        ["held", "confirmed"],
    )


class TestARoomThatNeedsApproval:
    @pytest.fixture
    def asked(self):
        guarded = details(room=room(needs_approval=True))
        return enter(details=guarded, by=organiser())

    def test_an_organiser_asks_and_keeps_the_slot(self, asked):
        assert (asked.state, moves(asked)) == ("held", ["asked"])
        assert asked.held_until == asked.begins

    def test_the_branch_approves(self, asked):
        branch = organiser("general_services")
        one = confirm(sitting=asked, sequence=0, by=branch)
        assert (one.state, one.approval_asked_at) == ("confirmed", None)

    def test_moved_it_waits_until_its_new_time(self, asked):
        later = again(asked, begins=at("15:00"), ends=at("16:00"))
        one = change(sitting=asked, sequence=0, details=later, by=organiser())
        assert (one.state, one.held_until) == ("held", at("15:00"))

    def test_moved_to_another_room_it_waits_no_more(self, asked):
        elsewhere = again(asked, room=room())
        one = change(sitting=asked, sequence=0, details=elsewhere, by=organiser())
        assert (one.state, one.approval_asked_at) == ("confirmed", None)

    def test_an_organiser_cannot_approve(self, asked):
        one = confirm(sitting=asked, sequence=0, by=organiser())
        assert (one.state, moves(one)) == ("held", ["asked", "asked"])

    def test_the_branch_itself_needs_none(self):
        guarded = details(room=room(needs_approval=True))
        one = enter(details=guarded, by=organiser("general_services"))
        assert one.state == "confirmed"

    def test_another_time_is_approved_anew(self, asked):
        branch = organiser("general_services")
        one = confirm(sitting=asked, sequence=0, by=branch)
        later = again(one, begins=at("12:00"), ends=at("13:00"))
        one = change(sitting=one, sequence=1, details=later, by=organiser())
        assert one.state == "held"


class TestChange:
    def test_another_subject_is_a_change(self):
        one = sitting()
        said = again(one, subject="ভিন্ন")
        one = change(sitting=one, sequence=0, details=said, by=None)
        assert (one.subject, one.sequence, moves(one)) == (
            "ভিন্ন",
            1,
            ["entered", "changed"],
        )

    def test_another_time_is_a_move_that_says_how_it_stood(self):
        one = sitting("10:00", "11:00")
        before = one.during
        later = again(one, begins=at("12:00"), ends=at("13:00"))
        one = change(sitting=one, sequence=0, details=later, by=None, reason="মন্ত্রী")
        move = one.moves.get(kind="moved")
        assert (move.during, move.place, move.reason) == (
            before,
            one.room.name,
            "মন্ত্রী",
        )
        assert {claim.during for claim in one.claims.all()} == {one.during}

    def test_it_does_not_clash_with_itself(self):
        one = sitting("10:00", "11:00")
        longer = again(one, ends=at("11:30"))
        one = change(sitting=one, sequence=0, details=longer, by=None)
        assert one.ends == at("11:30")

    def test_two_who_change_at_once_are_told(self):
        one = sitting()
        change(sitting=one, sequence=0, details=again(one, subject="ক"), by=None)
        with pytest.raises(Stale):
            change(sitting=one, sequence=0, details=again(one, subject="খ"), by=None)

    def test_those_taking_part_are_kept_added_and_taken_away(self):
        first, second = Part("ক"), Part("খ", office=OfficeFactory())
        one = sitting(parts=(first, second))
        kept = one.participants.get(name="ক").pk
        said = again(one, parts=(first, Part("গ")))
        one = change(sitting=one, sequence=0, details=said, by=None)
        assert [part.name for part in one.participants.all()] == ["ক", "গ"]
        assert one.participants.get(name="ক").pk == kept

    def test_refused_it_changes_nothing(self):
        first, second = sitting("10:00", "11:00"), sitting("12:00", "13:00")
        wanted = again(second, room=first.room, begins=at("10:30"), ends=at("11:30"))
        with pytest.raises(Clashing):
            change(sitting=second, sequence=0, details=wanted, by=None)
        now = Sitting.objects.get(pk=second.pk)
        assert (now.begins, now.sequence, now.claims.count()) == (at("12:00"), 0, 2)


class TestGivingUp:
    @pytest.mark.parametrize(
        ("action", "state"), [(postpone, "postponed"), (cancel, "cancelled")]
    )
    def test_the_slot_is_free_and_the_reason_stays(self, action, state):
        one = sitting()
        action(sitting=one, sequence=0, reason="অসুস্থতা", by=None)
        one.refresh_from_db()
        move = one.moves.get(kind=state)
        assert (one.state, one.claims.count(), move.reason) == (state, 0, "অসুস্থতা")
        sitting(room=one.room, chair=one.chair)

    def test_a_postponed_one_gets_another_time(self):
        one = postpone(sitting=sitting(), sequence=0, reason="x", by=None)
        later = again(one, begins=at("15:00"), ends=at("16:00"))
        one = change(sitting=one, sequence=1, details=later, by=None)
        assert (one.state, moves(one)[-1], one.claims.count()) == (
            "confirmed",
            "moved",
            2,
        )

    def test_a_cancelled_one_stays_cancelled(self):
        one = cancel(sitting=sitting(), sequence=0, reason="x", by=None)
        for action, values in (
            (change, {"details": again(one)}),
            (cancel, {"reason": "y"}),
            (postpone, {"reason": "y"}),
            (confirm, {}),
        ):
            with pytest.raises(NotPossible):
                action(sitting=one, sequence=1, by=None, **values)


def test_each_write_makes_public_pages_new():
    one = sitting()
    numbers = [ScheduleState.objects.get().number]
    postpone(sitting=one, sequence=0, reason="x", by=None)
    numbers.append(ScheduleState.objects.get().number)
    assert numbers == [1, 2]


def test_who_did_it_stands_in_the_record():
    user = organiser()
    one = sitting(by=user)
    event = Sitting.pgh_event_model.objects.get(pgh_obj=one.pk)
    assert event.pgh_context["name"] == user.full_name
    assert one.moves.get().by == user


def test_moves_are_never_rewritten():
    one = sitting()
    assert Move.objects.filter(sitting=one).count() == 1
    assert Claim.objects.count() == 2


@pytest.mark.parametrize("year", [1, 1899, 2200])
def test_no_row_lies_in_a_year_that_cannot_be_read(year):
    asked = again(sitting())
    moments = {n: getattr(asked, n).replace(year=year) for n in ("begins", "ends")}
    with pytest.raises(ValidationError):
        enter(details=replace(asked, **moments), by=None)
