from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_portal.bangla.numbers import grouped, in_digits


@pytest.mark.parametrize(
    ("number", "english"),
    [
        *((0, "0"), (999, "999"), (1000, "1,000"), (99999, "99,999")),
        *((100000, "1,00,000"), (1234567, "12,34,567"), (10**9, "1,00,00,00,000")),
        *((-100, "-100"), (-100000, "-1,00,000"), (1234.5, "1,234.5")),
        *(
            (Decimal("1234567.80"), "12,34,567.80"),
            (1e21, "1,00,00,00,00,00,00,00,00,00,000"),
        ),
    ],
)
def test_lakh_grouping(number, english):
    assert grouped(number, "en") == english


def test_grouped_in_bangla_digits():
    assert grouped(1234567, "bn") == "১২,৩৪,৫৬৭"


def test_digits_follow_the_language_and_are_not_grouped():
    assert in_digits(2017, "bn") == "২০১৭"
    assert in_digits("২০১৭-১৮", "en") == "2017-18"


@given(st.integers())
def test_grouping_only_adds_commas(number):
    assert int(grouped(number, "en").replace(",", "")) == number
