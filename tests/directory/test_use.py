"""What the counts stand for."""

import datetime

from hypothesis import given
from hypothesis import strategies as st

from directory.models import Assumption
from directory.use import Kind, Use, altogether, uses

OCTOBER, NOVEMBER = datetime.date(2026, 10, 1), datetime.date(2026, 11, 1)
CAUTIOUS = Assumption(copies=50, sheets=6, rounds=100, visits=10)


def test_downloads_stand_for_copies_and_visits():
    use = Use(CAUTIOUS, counts={"xlsx": 3, "pdf": 4, "csv": 2, "vcf": 1, "search": 25})
    assert (use.downloads, use.copies, use.sheets, use.visits) == (10, 5, 30, 7)


def test_a_single_contact_is_no_copy_of_the_list():
    assert Use(CAUTIOUS, counts={"card": 100}).copies == 0


def test_rounds_down():
    assert Use(CAUTIOUS, counts={"pdf": 1, "search": 9}).visits == 0


def test_each_time_once_the_latest_first():
    rows = [(NOVEMBER, "pdf", 2), (OCTOBER, "csv", 1), (NOVEMBER, "search", 5)]
    found = uses(rows, [(OCTOBER, 3)], CAUTIOUS)
    assert [(use.when, use.cells, use.published) for use in found] == [
        (NOVEMBER, [5, 0, 2, 0, 0, 0], 0),
        (OCTOBER, [0, 0, 0, 1, 0, 0], 3),
    ]


def test_a_month_with_a_list_and_no_reader_is_shown():
    (only,) = uses([], [(OCTOBER, 1)], CAUTIOUS)
    assert (only.cells, only.published) == ([0] * len(Kind), 1)


@given(st.lists(st.tuples(st.sampled_from([*Kind]), st.integers(0, 10**6)), max_size=9))
def test_altogether_counts_what_its_parts_count(rows):
    days = [NOVEMBER + datetime.timedelta(n) for n in range(len(rows))]
    parts = uses(
        [(d, k, n) for d, (k, n) in zip(days, rows, strict=True)], [], CAUTIOUS
    )
    total = altogether(parts, CAUTIOUS)
    assert sum(total.cells) == sum(number for _kind, number in rows)
    assert total.copies >= sum(part.copies for part in parts)
