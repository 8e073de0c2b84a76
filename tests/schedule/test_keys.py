import pytest

from schedule.keys import key


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1", 1),
        ("007", 7),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, None),
        ("", None),
        ("-1", None),
        ("1.0", None),
        ("১", None),
        ("²", None),
        (" 1", None),
        ("1\x00", None),
    ],
)
def test_what_may_be_a_row_s_key(text, found):
    assert key(text) == found
