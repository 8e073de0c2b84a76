"""How many letters lie between what was typed and what was meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.finding.slips import allowed, edits


@pytest.mark.parametrize(
    ("one", "other", "far"),
    [
        ("করিম", "করিম", 0),
        ("করিম", "করম", 1),
        ("করম", "করিম", 1),
        ("করিম", "কারিম", 1),
        ("করিম", "রকিম", 1),
        ("করিম", "করমি", 1),
        ("করিম", "জামাল", 3),
        ("", "কখ", 2),
    ],
)
def test_edits_between_two_words(one, other, far):
    assert edits(one, other, 2) == far


@given(st.text("কখগ", max_size=8), st.text("কখগ", max_size=8))
def test_the_way_there_is_the_way_back(one, other):
    assert edits(one, other, 2) == edits(other, one, 2) <= 3


@pytest.mark.parametrize(("key", "slips"), [("হক", 0), ("আলি", 1), ("করিমুল", 2)])
def test_longer_words_may_hold_more_slips(key, slips):
    assert allowed(key) == slips
