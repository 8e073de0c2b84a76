"""Two at once: a chair is never entered twice, and of two moves one counts."""

import threading

import pytest
from django.db import connections

from schedule.actions.block import change_block, enter_block
from schedule.actions.settling import follow_person, follow_post
from schedule.actions.sitting import Override, change
from schedule.errors import Clashing, Stale, TakenBack
from schedule.models import Block, Claim, Move, Sitting
from tests.directory.entries import edition, entry
from tests.factories import OfficerFactory
from tests.schedule.sittings import at, chair, sitting
from tests.schedule.test_sitting_actions import again

pytestmark = pytest.mark.django_db(transaction=True)
REFUSALS = (Clashing, Stale, TakenBack)


def at_once(*deeds):
    """What each deed came to, done from connections of their own at one moment."""
    start, outcomes = threading.Barrier(len(deeds)), []

    def do(deed):
        start.wait()
        try:
            deed()
            outcomes.append("done")
        except REFUSALS as refused:
            outcomes.append(type(refused).__name__)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=do, args=[deed]) for deed in deeds]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.fixture
def kept():
    return chair()


def leave(kept, begins="9:00", ends="17:00", **values):
    said = {"officer": kept.officer, "office": kept.office, "kind": "leave"}
    return enter_block(**said, begins=at(begins), ends=at(ends), by=None, **values)


def test_a_busy_time_and_a_sitting(kept):
    outcomes = at_once(lambda: leave(kept), lambda: sitting(chair=kept.officer))
    assert outcomes == ["Clashing", "done"]
    assert Claim.objects.filter(officer=kept.officer).count() == 1


def test_ten_busy_times(kept):
    outcomes = at_once(*[lambda: leave(kept)] * 10)
    assert outcomes == ["Clashing"] * 9 + ["done"]
    assert Block.objects.standing().count() == 1


def test_one_busy_time_changed_twice(kept):
    block = leave(kept)

    def to(begins, ends):
        return lambda: change_block(
            block=block, kind="own", begins=at(begins), ends=at(ends), by=None
        )

    outcomes = at_once(to("9:00", "10:00"), to("15:00", "16:00"))
    assert outcomes == ["TakenBack", "done"]
    assert Block.objects.standing().count() == 1
    assert Claim.objects.filter(officer=kept.officer).count() == 1


def test_a_sitting_moved_by_two(kept):
    one = sitting(chair=kept.officer)

    def to(begins, ends):
        details = again(one, begins=at(begins), ends=at(ends))
        return lambda: change(sitting=one, sequence=0, details=details, by=None)

    assert at_once(to("14:00", "15:00"), to("15:00", "16:00")) == ["Stale", "done"]
    assert one.moves.filter(kind=Move.Kind.MOVED).count() == 1


def test_left_to_be_settled_while_it_is_moved(kept):
    """Whichever is first, nothing waits in the end: its time is the busy time's."""
    one = sitting(chair=kept.officer)
    left = Override("", frozenset({("sitting", one.pk)}))
    later = again(one, begins=at("17:00"), ends=at("18:00"))
    outcomes = at_once(
        lambda: leave(kept, override=left),
        lambda: change(sitting=one, sequence=0, details=later, by=None),
    )
    assert outcomes == ["done", "done"]
    claims = Claim.objects.filter(officer=kept.officer)
    assert set(claims.values_list("strength", flat=True)) == {"hard"}


def test_a_post_and_a_person_followed_at_once():
    edition(1)
    edition(2)
    old = entry("করিম", officer=OfficerFactory(), post="সচিব", last=1)
    new = entry("রহিম", officer=OfficerFactory(), first=2, line=old.line)
    one = sitting(chair=old.officer, chair_line=old.line)
    outcomes = at_once(
        lambda: follow_post(sitting=one, sequence=0, by=None),
        lambda: follow_person(sitting=one, sequence=0, by=None),
    )
    assert outcomes == ["Stale", "done"]
    now = Sitting.objects.get()
    assert now.sequence == 1
    assert (now.chair == new.officer) == (now.chair_line == old.line)
