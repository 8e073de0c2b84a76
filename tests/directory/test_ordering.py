"""Sparse keys: what did not move keeps its key."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from directory.ordering import STEP, longest_rise, place

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
