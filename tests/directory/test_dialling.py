"""What a click on a telephone cell dials."""

import pytest

from directory.dialling import pieces
from directory.phones import parse


def dialled(typed, kind):
    return pieces(typed, [number.as_json() for number in parse(typed, kind)])


@pytest.mark.parametrize(
    ("typed", "kind", "address"),
    [
        ("০২-৯৫৮৩৪৭২", "office", "tel:+88029583472"),
        ("9583472", "office", "tel:+88029583472"),
        ("০১৭১২-৩৪৫৬৭৮", "mobile", "tel:+8801712345678"),
        ("9583472 এক্স. ১২৩", "office", "tel:+88029583472;ext=123"),
        ("২১৭", "pabx", "tel:217"),
        ("7", "intercom", ""),  # nothing a telephone could be sure of
        ("২১৭", "office", ""),
        ("নাই", "office", ""),
    ],
)
def test_one_number(typed, kind, address):
    assert dialled(typed, kind) == [(typed, address)]


def test_each_of_several_numbers():
    assert dialled("9551612, ০২-৯৫৫১৬১৩", "office") == [
        ("9551612", "tel:+88029551612"),
        ("০২-৯৫৫১৬১৩", "tel:+88029551613"),
    ]


def test_a_range_is_shown_and_not_dialled():
    assert dialled("9551612-5", "office") == [("9551612-5", "")]
