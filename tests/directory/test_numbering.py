import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory import numbering


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("01712345678", "01712345678"),
        ("1712345678", "01712345678"),
        ("+8801712345678", "01712345678"),
        ("9551612", "029551612"),
        ("29551612", "029551612"),
        ("8801234", "028801234"),
        ("88029551612", "029551612"),
        ("47112233", "0247112233"),
        ("247112233", "0247112233"),
        ("223381234", "02223381234"),
        ("2223381234", "02223381234"),
        ("588812345", "02588812345"),
        ("31720123", "031720123"),
        ("721775432", "0721775432"),
        ("9612345678", "09612345678"),
        ("+914422334455", "00914422334455"),
        ("217", "217"),
        ("955161", "955161"),
        ("12345678901234", "12345678901234"),
    ],
)
def test_lost_zeros_and_area_codes_come_back(typed, digits):
    assert numbering.national(typed) == digits


@given(st.from_regex("[+]?[0-9]{1,18}", fullmatch=True))
def test_what_is_national_stays_so(typed):
    digits = numbering.national(typed)
    assert digits.isdigit()
    assert not digits.startswith("0") or numbering.national(digits) == digits


@pytest.mark.parametrize(
    "digits",
    ["01012345678", "0171234567", "017123456789", "0295516", "03", "0", "999", ""],
)
def test_no_number_has_no_e164(digits):
    assert numbering.e164(digits) == ""


def test_e164_of_numbers_known_and_looked_up():
    assert numbering.e164("01712345678") == "+8801712345678"
    assert numbering.e164("02588812345") == "+8802588812345"
    assert numbering.e164("0721775432") == "+880721775432"
    assert numbering.e164("00914422334455") == "+914422334455"


@pytest.mark.parametrize(
    ("number", "possible"),
    [
        *(("+8801312345678", True), ("+8801912345678", True), ("+914422334455", True)),
        *(("+8801212345678", False), ("+88029551612", False), ("", False)),
    ],
)
def test_mobiles(number, possible):
    assert numbering.could_be_mobile(number) is possible


def beginning(prefixes, more):
    rest = st.text("0123456789", min_size=more, max_size=more)
    return st.tuples(st.sampled_from(prefixes.split()), rest).map("".join)


@given(
    beginning("010 013 014 015 016 017 018 019", 8)
    | beginning("0295 0298 0299", 5)
    | beginning("024 025 0222 02233", 7)
    | beginning("09612 09638", 6)
    | beginning("031 0721 0821 091", 6)
)
def test_own_rules_agree_with_the_library(digits):
    number = phonenumbers.parse(digits, "BD")
    if phonenumbers.is_valid_number(number):
        e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
        kind = phonenumbers.number_type(number)
        assert numbering.e164(digits) == e164
        assert numbering.could_be_mobile(e164) == (
            kind == phonenumbers.PhoneNumberType.MOBILE
        )
