import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_portal.bangla.digits import to_ascii, to_bangla


@pytest.mark.parametrize(
    "typed", ["২০১৭", "2017", "２０１７", "٢٠١٧", "۲۰۱۷", "२०१७", 2017]
)
def test_digits_of_any_script_become_ascii(typed):
    assert to_ascii(typed) == "2017"


def test_digits_become_bangla_and_the_rest_stays():
    assert to_bangla("Room 405, ২য় তলা") == "Room ৪০৫, ২য় তলা"


@given(st.text())
def test_there_and_back(text):
    assert to_ascii(to_bangla(text)) == to_ascii(text)
