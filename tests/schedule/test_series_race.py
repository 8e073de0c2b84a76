"""A series and a single sitting at one slot, over real connections: one wins, whole."""

import pytest

from schedule.errors import Clashing
from schedule.models import Series, Sitting
from tests.processes import at_once
from tests.schedule.serieses import THURSDAYS, altered, days, rows, start
from tests.schedule.sittings import room, sitting

pytestmark = pytest.mark.django_db(transaction=True)


def outcome(act):
    def attempt():
        try:
            act()
        except Clashing:
            return "clash"
        return "won"

    return attempt


@pytest.mark.parametrize("turn", range(3))
def test_a_series_against_a_single_sitting(turn):
    hall = room()
    single = outcome(lambda: sitting(day=THURSDAYS[3], room=hall))
    series = outcome(lambda: start(room=hall))
    assert sorted(at_once(single, series)) == ["clash", "won"]
    assert Sitting.objects.count() in {1, len(THURSDAYS)}
    assert Series.objects.count() == int(Sitting.objects.count() > 1)


def test_two_series_that_meet_in_one_sitting():
    hall = room()
    one = outcome(lambda: start(room=hall))
    two = outcome(lambda: start(room=hall, first=THURSDAYS[2]))
    assert sorted(at_once(one, two)) == ["clash", "won"]
    assert Series.objects.count() == 1
    assert len(days(Series.objects.get())) in {4, 6}


def test_a_series_that_moves_against_a_single_sitting():
    hall = room()
    series = start(room=hall)
    later = {"begins": "12:00", "ends": "13:00"}
    move = outcome(lambda: altered(rows(series)[0], "all", **later))
    single = outcome(lambda: sitting("12:00", "13:00", day=THURSDAYS[4], room=hall))
    assert sorted(at_once(move, single)) == ["clash", "won"]
    moved = {row.sequence for row in rows(series)}
    assert moved in ({0}, {1})
