"""Fifty at one slot, over real connections: one wins, the rest are told by whom."""

import random
from collections import Counter
from contextlib import contextmanager
from threading import Barrier
from unittest.mock import patch

import pytest
from django.db import connection, connections

from schedule.actions import writing
from schedule.actions.block import enter_block
from schedule.actions.sitting import Override, cancel, enter, hold
from schedule.details import Part
from schedule.errors import Busy, Clashing
from schedule.models import Claim, Policy, Refusal, Sitting, Strength
from tests.factories import OfficeFactory, OfficerFactory
from tests.processes import at_once
from tests.schedule.sittings import at, details, room, sitting
from tests.schedule.test_sitting_actions import run_out, soon

MANY = 50
FEW = 8  # where no lock orders those who wait, each second frees one

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("in_english"),
]


def race(*attempts):
    """What became of each attempt, all begun at one moment by connected rivals."""
    barrier = Barrier(len(attempts))

    def run(attempt):
        connection.ensure_connection()
        barrier.wait()
        try:
            attempt()
        except Clashing as refused:
            return "clash" if refused.clashes else "clash seen by the database"
        except Busy:
            return "busy"
        return "won"

    return Counter(at_once(*(lambda one=one: run(one) for one in attempts)))


def entering(number, **values):
    """So many attempts, each with a room, a chair and an office of its own else."""
    asked = [details(**values) for _number in range(number)]
    return [lambda one=one: enter(details=one, by=None) for one in asked]


def no_two_share():
    """Whether no two hard claims overlap, asked of the rows themselves."""
    claims = list(Claim.objects.filter(strength=Strength.HARD))
    return not any(
        one.resource == other.resource
        and one.during.lower < other.during.upper
        and other.during.lower < one.during.upper
        for place, one in enumerate(claims)
        for other in claims[:place]
    )


@pytest.mark.parametrize("shared", ["room", "chair", "office"])
def test_one_of_fifty_wins(shared):
    Policy.objects.create(pk=1, taking_part=Policy.TakingPart.HARD)
    said = {
        "room": lambda: {"room": room()},
        "chair": lambda: {"chair": OfficerFactory()},
        "office": lambda: {"parts": (Part("ক", office=OfficeFactory()),)},
    }[shared]()
    assert race(*entering(MANY, **said)) == {"won": 1, "clash": MANY - 1}
    assert (Sitting.objects.count(), Refusal.objects.count()) == (1, MANY - 1)


def test_claims_in_random_order_meet_no_deadlock():
    Policy.objects.create(pk=1, taking_part=Policy.TakingPart.HARD)
    rooms = [room() for _number in range(5)]
    offices = [Part(f"{n}", office=OfficeFactory()) for n in range(6)]
    dice = random.Random(14022017)
    attempts = [
        enter_one
        for _number in range(MANY)
        for enter_one in entering(
            1, room=dice.choice(rooms), parts=tuple(dice.sample(offices, 4))
        )
    ]
    outcome = race(*attempts)
    assert outcome == {"won": 1, "clash": MANY - 1}
    assert no_two_share()


def test_slots_that_abut_are_all_won():
    taken, chair = room(), OfficerFactory()
    hours = [f"{hour:02}:00" for hour in range(8, 17)]
    attempts = [
        entering(1, begins=begins, ends=ends, room=taken, chair=chair)[0]
        for begins, ends in zip(hours, hours[1:], strict=False)
    ]
    assert race(*attempts) == {"won": len(attempts)}


def test_a_hold_that_ran_out_is_freed_in_the_race():
    taken = room()
    late = hold(details=details(room=taken), until=soon(hours=1), by=None)
    run_out(late)
    assert race(*entering(MANY, room=taken)) == {"won": 1, "clash": MANY - 1}
    late.refresh_from_db()
    assert (late.state, late.moves.count()) == ("lapsed", 2)


def test_a_block_and_sittings_race_for_a_chair():
    chair, office = OfficerFactory(), OfficeFactory()

    def block():
        enter_block(
            officer=chair,
            office=office,
            kind="tour",
            begins=at("9:00"),
            ends=at("17:00"),
            by=None,
        )

    outcome = race(block, *entering(9, chair=chair))
    assert outcome == {"won": 1, "clash": 9}


def test_overrides_race_with_the_end_of_the_first():
    """Whatever comes first, the slot is never anybody's and never two's."""
    first = sitting()
    over = Override("জরুরি", frozenset({("sitting", first.pk)}))
    asked = [details(room=first.room) for _number in range(6)]
    outcome = race(
        lambda: cancel(sitting=first, sequence=0, reason="x", by=None),
        *(lambda one=one: enter(details=one, by=None, override=over) for one in asked),
    )
    assert outcome == {"won": 2, "clash": 5}
    hard = Claim.objects.filter(room=first.room, strength=Strength.HARD)
    assert hard.count() == 1


@contextmanager
def without_the_lock():
    with patch.object(writing, "lock"):
        yield


@contextmanager
def without_constraints():
    """As if the database did not guard: what the owner's role alone can do."""
    guards = [c for c in Claim._meta.constraints if c.name.startswith("one_sitting")]
    owner = connections["owner"]
    with owner.schema_editor() as editor:
        for guard in guards:
            editor.remove_constraint(Claim, guard)
    try:
        yield
    finally:
        Claim.objects.all().delete()
        with owner.schema_editor() as editor:
            for guard in guards:
                editor.add_constraint(Claim, guard)


def test_the_constraint_alone_lets_no_two_in():
    taken = room()
    with without_the_lock():
        outcome = race(*entering(FEW, room=taken))
    assert outcome["won"] == 1
    assert outcome.total() == FEW


def test_the_harness_sees_the_fault_that_it_looks_for():
    """The control: with neither lock nor constraint several get the same slot."""
    taken = room()
    with without_the_lock(), without_constraints():
        outcome = race(*entering(MANY, room=taken))
        assert not no_two_share()
    assert outcome["won"] > 1
