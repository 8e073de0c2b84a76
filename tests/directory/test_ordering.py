"""Sparse keys: what did not move keeps its key."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from directory.ordering import CLOSEST, STEP, longest_rise, place, squeeze

KEYS = [STEP * n for n in range(1, 6)]


def test_the_first_list():
    assert place([None, None]) == [STEP, 2 * STEP]


def test_unmoved_lines_keep_their_keys_around_a_new_one():
    placed = place([KEYS[0], None, KEYS[1], KEYS[2]])
    assert [placed[0], *placed[2:]] == KEYS[:3]
    assert KEYS[0] < placed[1] < KEYS[1]


def test_one_line_moved_up_changes_alone():
    placed = place([KEYS[4], *KEYS[:4]])
    assert placed[1:] == KEYS[:4]
    assert placed[0] < KEYS[0]


def test_no_room_left_spreads_all_anew():
    close = [Decimal(1), Decimal(1) + Decimal("1e-13")]
    assert place([close[0], None, close[1]]) == [STEP, 2 * STEP, 3 * STEP]


def test_longest_rise_of_a_known_row():
    assert longest_rise([3, 1, None, 2, 5, 4]) == [1, 3, 5]


@given(st.lists(st.one_of(st.none(), st.integers(0, 50)), max_size=30))
def test_placed_keys_rise_strictly(keys):
    seen = set()
    keys = [
        None if key is None or key in seen or seen.add(key) else Decimal(key)
        for key in keys
    ]
    placed = place(keys)
    assert placed == sorted(set(placed))
    assert len(placed) == len(keys)


def test_a_new_line_goes_half_way():
    assert squeeze([Decimal(1024), Decimal(2048)]) == [Decimal(1536)]


def test_a_new_line_at_the_end_goes_a_step_on():
    assert squeeze([Decimal(1024)]) == [Decimal(2048)]


def test_lines_that_stand_too_near_make_way():
    near = Decimal(1024) + CLOSEST / 2
    placed = squeeze([Decimal(1024), near, Decimal(4096)])
    assert placed == [Decimal(2048), Decimal(3072)]


def test_where_all_are_too_near_they_go_on_in_steps():
    near = Decimal(1024) + CLOSEST / 2
    assert squeeze([Decimal(1024), near]) == [Decimal(2048), Decimal(3072)]
