"""Two spellings are one person: then he cannot sit in two rooms at once."""

import threading
from datetime import date

import pytest
from django.db import connections

from directory.actions.officer import join, part
from schedule.actions.block import enter_block
from schedule.actions.sitting import cancel
from schedule.details import Part
from schedule.errors import Clashing
from schedule.models import Claim, Policy, ScheduleState, Strength
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import at, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def karim():
    return OfficerFactory(name="করিম")


@pytest.fixture
def kareem():
    return OfficerFactory(name="করীম")


def strengths(one):
    """Of its claims on persons."""
    claims = one.claims.exclude(officer=None).order_by("during")
    return list(claims.values_list("strength", flat=True))


def test_joined_persons_clash_and_are_left_to_be_settled(karim, kareem):
    first, second = sitting(chair=karim), sitting(chair=kareem)
    join(officer=kareem, to=karim, by=None)
    assert sorted(strengths(first) + strengths(second)) == ["hard", "unsettled"]
    assert set(Claim.objects.exclude(officer=None).values_list("officer")) == {
        (karim.pk,)
    }


def test_from_then_on_both_spellings_are_refused(karim, kareem):
    sitting(chair=karim)
    join(officer=kareem, to=karim, by=None)
    with pytest.raises(Clashing):
        sitting(chair=kareem)


def test_parted_again_nothing_is_left_to_be_settled(karim, kareem):
    sittings = sitting(chair=karim), sitting(chair=kareem)
    join(officer=kareem, to=karim, by=None)
    part(officer=kareem, by=None)
    assert [strengths(one) for one in sittings] == [["hard"], ["hard"]]


def test_of_several_spellings_one_is_parted(karim, kareem):
    karimm = OfficerFactory(name="করিমম")
    sittings = [sitting(chair=officer) for officer in (karim, kareem, karimm)]
    join(officer=kareem, to=karim, by=None)
    join(officer=karimm, to=karim, by=None)
    part(officer=kareem, by=None)
    said = [strengths(one) for one in sittings]
    assert said[1] == ["hard"]
    assert sorted([*said[0], *said[2]]) == ["hard", "unsettled"]


def test_blocks_and_those_taking_part_follow(karim, kareem):
    Policy.objects.create(pk=1, taking_part="hard")
    invited = sitting(parts=(Part("করিম", officer=karim),))
    block = enter_block(
        officer=kareem,
        office=OfficeFactory(),
        kind="leave",
        begins=at("9:00"),
        ends=at("17:00"),
        by=None,
    )
    join(officer=kareem, to=karim, by=None)
    unsettled = Claim.objects.filter(strength=Strength.UNSETTLED)
    assert {claim.officer for claim in unsettled} == {karim}
    assert {claim.holder for claim in unsettled} <= {invited, block}


def test_what_is_over_stays_as_it_was(karim, kareem):
    sittings = [
        sitting(chair=officer, day=date(2017, 2, 14)) for officer in (karim, kareem)
    ]
    join(officer=kareem, to=karim, by=None)
    assert [strengths(one) for one in sittings] == [["hard"], ["hard"]]


def test_pages_become_new(karim, kareem):
    before = ScheduleState.objects.filter(pk=1).values_list("number", flat=True)
    before = sum(before)
    join(officer=kareem, to=karim, by=None)
    assert ScheduleState.objects.get(pk=1).number == before + 1


def test_what_waited_is_claimed_when_the_other_goes(karim, kareem):
    first, second = sitting(chair=karim), sitting(chair=kareem)
    join(officer=kareem, to=karim, by=None)
    waiting, other = sorted((first, second), key=lambda one: strengths(one) == ["hard"])
    cancel(sitting=other, sequence=0, reason="স্থগিত", by=None)
    assert strengths(waiting) == ["hard"]


@pytest.mark.django_db(transaction=True)
def test_joining_while_a_sitting_is_entered_leaves_no_double_claim(karim, kareem):
    """Whichever comes first, the two sittings never both hold the person."""
    sitting(chair=karim)
    errors = []

    def enter():
        try:
            sitting(chair=kareem)
        except Clashing as refused:
            errors.append(refused)
        finally:
            connections.close_all()

    other = threading.Thread(target=enter)
    other.start()
    join(officer=kareem, to=karim, by=None)
    other.join()
    claims = Claim.objects.filter(officer__in=[karim, kareem])
    assert claims.filter(strength="hard").count() == 1
