"""When the Minister calls: a sitting gets another time in two clicks."""

import re
from datetime import timedelta

import pytest

from schedule.actions.sitting import cancel, change
from schedule.models import Move, Sitting
from tests.factories import OfficeFactory
from tests.schedule.sittings import DAY, at, chair, room, sitting
from tests.schedule.test_sitting_actions import again

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(cast):
    """A chair of the ministry; his sitting is organised by an office far away."""
    return chair(office=cast.ministry)


@pytest.fixture
def one(kept):
    return sitting(chair=kept.officer, organiser=OfficeFactory())


@pytest.fixture
def secretary(cast):
    return cast["private_secretary"]


def address(one):
    return f"/en/schedule/sittings/{one.pk}/move/"


def text(answer):
    return " ".join(answer.content.decode().split())


def offers(answer):
    return re.findall(r'name="slot" value="([^"]+)"', text(answer))


def present(one):
    return Sitting.objects.get(pk=one.pk)


def test_two_clicks_move_it_to_an_offered_slot(secretary, one, kept):
    slot = offers(secretary.get(address(one)))[0]
    said = {"slot": slot, "sequence": 0, "reason": "মাননীয় মন্ত্রীর নির্দেশে"}
    answer = secretary.post(address(one), said)
    moved = present(one)
    day = moved.begins.date()
    assert answer.headers["Location"] == f"/en/schedule/diary/{kept.pk}/{day}/"
    assert slot == f"{moved.begins:%Y-%m-%dT%H:%M} {moved.room_id}"
    assert moved.ends - moved.begins == timedelta(hours=1)
    move = moved.moves.last()
    assert (move.kind, move.reason, move.by) == (
        Move.Kind.MOVED,
        "মাননীয় মন্ত্রীর নির্দেশে",
        secretary.user,
    )


def test_its_present_time_is_no_offer(secretary, one):
    assert f"{DAY}T10:00 {one.room_id}" not in offers(secretary.get(address(one)))


def test_the_reason_is_there_already(secretary, one):
    page = text(secretary.get(address(one)))
    assert 'name="reason" value="By instruction of the chair"' in page


def test_an_offer_of_another_room_takes_it_there(secretary, one):
    other = room()
    said = {"slot": f"{DAY}T15:00 {other.pk}", "sequence": 0, "reason": "ক"}
    secretary.post(address(one), said)
    assert (present(one).begins, present(one).room) == (at("15:00"), other)


def test_a_sitting_outside_stays_outside(secretary, kept):
    one = sitting(chair=kept.officer, place="বিয়াম মিলনায়তন", room=None)
    said = {"slot": f"{DAY}T15:00", "sequence": 0, "reason": "ক"}
    secretary.post(address(one), said)
    assert (present(one).begins, present(one).place) == (at("15:00"), "বিয়াম মিলনায়তন")


def typed(**values):
    return {
        "day": "১৫/২/২০২৭",
        "begins": "বিকাল ৩টা",
        "ends": "বিকাল ৪টা",
        "reason": "সফর",
        "sequence": 0,
    } | values


def test_another_time_can_be_written(secretary, one):
    secretary.post(address(one), typed())
    assert present(one).begins == at("15:00", DAY + timedelta(days=1))


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"day": ""}, "Choose a time offered, or write day and times."),
        ({"ends": "বিকাল ৩টা"}, "The end must lie after the beginning."),
        ({"reason": ""}, "This field is required"),
        ({"slot": "tomorrow"}, "Choose one of the times offered."),
        ({"slot": "2027-13-45T10:00"}, "Choose one of the times offered."),
        ({"begins": "দশটা"}, "Write the time like 10:30 am"),
    ],
)
def test_what_is_wrong_is_said(secretary, one, values, sentence):
    assert sentence in text(secretary.post(address(one), typed(**values)))
    assert present(one).sequence == 0


def test_a_taken_time_says_by_whom(secretary, one, kept):
    day = DAY + timedelta(days=1)
    sitting("15:00", "16:00", chair=kept.officer, day=day, subject="অন্য সভা")
    assert "অন্য সভা" in text(secretary.post(address(one), typed()))


def test_of_a_closed_one_in_the_way_only_that_it_is(secretary, one):
    other = sitting(
        "15:00", "16:00", day=DAY + timedelta(days=1), room=one.room, closed=True
    )
    Sitting.objects.filter(pk=other.pk).update(subject="পদোন্নতি কমিটি")
    page = text(secretary.post(address(one), typed()))
    assert "The room is taken" in page
    assert "পদোন্নতি কমিটি" not in page


def test_who_was_quicker_is_told_and_the_page_is_new(secretary, one):
    change(sitting=one, sequence=0, details=again(one, subject="ত্রৈমাসিক সভা"), by=None)
    page = text(secretary.post(address(one), typed()))
    assert "Another person has changed this sitting meanwhile." in page
    assert 'name="sequence" value="1"' in page


def test_a_cancelled_one_is_not_moved(secretary, one):
    cancel(sitting=one, sequence=0, reason="বাতিল", by=None)
    page = text(secretary.post(address(one), typed(sequence=1)))
    assert "This cannot be done any more." in page


def test_his_right_goes_no_further_than_his_chair(secretary):
    assert secretary.get(address(sitting())).status_code == 404
    assert secretary.post(address(sitting()), typed()).status_code == 404


def test_an_organiser_moves_his_own_and_comes_to_its_page(cast):
    one = sitting(organiser=cast.wing)
    answer = cast["wing_organiser"].post(address(one), typed())
    assert answer.headers["Location"] == f"/en/schedule/sittings/{one.pk}/"


def test_what_he_moves_himself_has_his_consent(secretary, one, kept):
    kept.gives_consent = True
    kept.save()
    secretary.post(address(one), typed())
    (consent,) = one.consent_set.all()
    assert (consent.answer, consent.answered_by) == ("given", secretary.user)


def test_only_the_branch_moves_it_to_a_time_that_has_passed(cast, secretary, one):
    said = {"day": "14/02/2017", "begins": "10:00", "ends": "11:00"}
    said |= {"reason": "x", "sequence": 0}
    answer = secretary.post(address(one), said)
    assert "This time has passed; only the branch enters it now." in text(answer)
    assert present(one).begins == one.begins
    cast["general_services"].post(address(one), said)
    assert present(one).begins.year == 2017


@pytest.mark.parametrize("slot", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_no_slot_lies_where_the_row_could_not_be_read(secretary, one, slot):
    said = {"slot": slot, "reason": "x", "sequence": 0}
    answer = secretary.post(address(one), said)
    assert "Choose one of the times offered." in text(answer)
    assert present(one).begins == one.begins
