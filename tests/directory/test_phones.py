import json
import re

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from directory.phones import KINDS, Number, doubt, key, parse
from innovation_portal.bangla.digits import to_bangla


def read(typed, kind="office"):
    """What a cell means, short: kind:digits, x extension, (note)."""
    return key(parse(typed, kind))


@pytest.mark.parametrize(
    "typed",
    [
        *("০২-৯৫৮৩৪৭২", "029583472", "9583472", "৯৫৮৩৪৭২", "9583472.0", "02 958 3472"),
        *(9583472, 9583472.0, 29583472, 29583472.0, "+880-2-9583472", "008802 9583472"),
        *("+88 02-9583472", "8802-9583472", "(০২) ৯৫৮৩৪৭২", "02.9583472", "০২–৯৫৮৩৪৭২"),
        *("টেলিফোন: ০২-৯৫৮৩৪৭২", "অফিস ৯৫৮৩৪৭২", "ফোনঃ ৯৫৮৩৪৭২", "\u200b9583472\u00a0"),
        "০২\u2011৯৫৮৩৪৭২",
    ],
)
def test_one_office_number_written_many_ways(typed):
    assert parse(typed, "office") == (Number("office", "029583472", "+88029583472"),)
    assert doubt(typed, "office") is None


@pytest.mark.parametrize(
    "typed",
    [
        *("01712345678", "০১৭১২-৩৪৫৬৭৮", "01712 345 678", "+8801712345678"),
        *(
            "8801712345678",
            "+88 01712-345678",
            "00880 1712 345678",
            "+880 (1712) 345678",
        ),
        *(1712345678, 1712345678.0, "1712345678", "1712345678.0", 8801712345678.0),
        "মোবা: ০১৭১২৩৪৫৬৭৮",
    ],
)
def test_one_mobile_written_many_ways(typed):
    assert parse(typed, "mobile") == (
        Number("mobile", "01712345678", "+8801712345678"),
    )
    assert doubt(typed, "mobile") is None


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("02-47112233", "0247112233"),
        ("47112233", "0247112233"),
        (247112233, "0247112233"),
        ("02-223381234", "02223381234"),
        ("২২৩৩৮১২৩৪", "02223381234"),
        (2223381234, "02223381234"),
        ("02-588812345", "02588812345"),
        ("031-720123", "031720123"),
        ("31720123", "031720123"),
        ("০৭২১-৭৭৫৪৩২", "0721775432"),
        (721775432, "0721775432"),
        ("09612-345678", "09612345678"),
        ("999", "999"),
        ("16122", "16122"),
    ],
)
def test_numbers_of_other_places_and_ages(typed, digits):
    assert [number.digits for number in parse(typed, "office")] == [digits]
    assert doubt(typed, "office") is None


def test_number_abroad():
    [number] = parse("+91 44 2233 4455", "office")
    assert (number.digits, number.e164) == ("00914422334455", "+914422334455")
    assert doubt("+91 44 2233 4455", "mobile") is None


@pytest.mark.parametrize(
    "typed", ["-", "–", "", "  ", None, "নাই", "N/A", "...", "ঐ", '"']
)
def test_nothing_typed_is_no_number_and_no_doubt(typed):
    assert parse(typed, "office") == ()
    assert doubt(typed, "office") is None


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "9551612, 9351234",
            "৯৫৫১৬১২ ও ৯৩৫১২৩৪",
            "9551612/9351234",
            "9551612;9351234",
        ),
        *("9551612\n02-9351234", "9551612 9351234", "02-9551612 02-9351234"),
        *("955 1612 935 1234", "955-1612, 935-1234"),
        *("9551612 এবং 9351234", "9551612 & 9351234", "৯৫৫১৬১২ | ৯৩৫১২৩৪"),
    ],
)
def test_two_numbers_in_a_cell(typed):
    assert read(typed) == "office:029551612 office:029351234"
    assert doubt(typed, "office") is None


@pytest.mark.parametrize(
    "typed",
    [
        *("9551612 এক্স. ১২৩", "02-9551612 Ext. 123", "9551612 Ext-123", "9551612x123"),
        *("৯৫৫১৬১২ (এক্সটেনশন ১২৩)", "9551612/123", "9551612-123", "9551612 (123)"),
        "9551612 এক্সঃ ১২৩",
    ],
)
def test_extension_of_a_number(typed):
    assert read(typed) == "office:029551612x123"
    assert doubt(typed, "office") is None


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("9551612-5", "office:02955161" + " office:02955161".join("2345")),
        ("9551612-15", "office:02955161" + " office:02955161".join("2345")),
        ("9551612/13", "office:029551612 office:029551613"),
        ("9551612/4", "office:029551612 office:029551614"),
        ("9551612-1", "office:029551612x1"),
        ("9551699-05", "office:029551699x05"),
        ("9551612-55", "office:029551612x55"),
        ("02-955-16-12", "office:029551612"),
        ("9551612 Ext. 123, 124", "office:029551612x123 office:029551612x124"),
        ("9551612 Ext. 123/124", "office:029551612x123 office:029551612x124"),
    ],
)
def test_ranges_and_endings(typed, meaning):
    assert read(typed) == meaning


@pytest.mark.parametrize(
    ("typed", "kind", "meaning"),
    [
        ("৯৫৫১৬১২ (বাসা)", "office", "residence:029551612"),
        (
            "9551612 (অফিস), 9351234 (বাসা)",
            "mobile",
            "office:029551612 residence:029351234",
        ),
        ("9551612 (O) 9351234 (R)", "mobile", "office:029551612 residence:029351234"),
        ("9551612-3 (বাসা)", "office", "residence:029551612 residence:029551613"),
        ("ফ্যাক্সঃ 9551612, 9351234", "office", "fax:029551612 fax:029351234"),
        ("অফিস 9551612 ফ্যাক্স 9351234", "office", "office:029551612 fax:029351234"),
        ("পিএবিএক্স ৯৫৫১৬১২-১২৩", "office", "pabx:029551612x123"),
        ("PABX: 9551612", "office", "pabx:029551612"),
        ("ইন্টারকম ১২৩", "office", "intercom:123"),
        ("ইন্টার কম: ১২৩", "office", "intercom:123"),
        ("আইপি ফোন ০৯৬১২-৩৪৫৬৭৮", "office", "ip_phone:09612345678"),
        ("লাল টেলিফোন: ১২৩৪", "office", "red_phone:1234"),
        ("এক্স. ১২৩", "office", "pabx:123"),
        ("Ext. 123", "intercom", "intercom:123"),
        (
            "৯৫৫১৬১২, মোবাইল: 01712345678",
            "office",
            "office:029551612 mobile:01712345678",
        ),
    ],
)
def test_words_in_the_cell_set_the_kind(typed, kind, meaning):
    assert read(typed, kind) == meaning
    assert doubt(typed, kind) is None


@pytest.mark.parametrize(
    ("typed", "meaning"),
    [
        ("২১৭", "pabx:217"),
        (217.0, "pabx:217"),
        ("২১৭, ২১৮", "pabx:217 pabx:218"),
        ("217/218", "pabx:217 pabx:218"),
        ("217-218", "pabx:217 pabx:218"),
        ("2345 6789", "pabx:2345 pabx:6789"),
        ("955-1612", "pabx:029551612"),
    ],
)
def test_short_numbers_are_right_within_the_house(typed, meaning):
    assert read(typed, "pabx") == meaning
    assert doubt(typed, "pabx") is None


def test_other_words_are_a_note():
    assert parse("৯৫৫১৬১২ (পিএ)", "office")[0].note == "পিএ"
    assert parse("অভ্যর্থনা ৯৫৫১৬১২", "office")[0].note == "অভ্যর্থনা"
    assert parse("9551612 (পিএ) 9351234", "office")[1].note == ""


def test_text_without_a_number_is_kept_as_a_note():
    assert parse(" নিচতলা ", "office") == (Number("office", "", note="নিচতলা"),)


TOO_SHORT = "This telephone number is too short: {}"
TOO_LONG = "This telephone number is too long: {}"
NO_PHONE = "This is no telephone number: {}"
UNKNOWN = "There is no such telephone number: {}"
NO_MOBILE = "A mobile number has 11 digits and begins with 013 to 019: {}"


@pytest.mark.parametrize(
    ("typed", "kind", "sentence"),
    [
        ("নিচতলা", "office", NO_PHONE),
        ("মোবাইল", "mobile", NO_PHONE),
        ("217", "office", TOO_SHORT),
        ("955161", "residence", TOO_SHORT),
        ("12345678901234", "office", TOO_LONG),
        ("0295516123", "office", UNKNOWN),
        ("9551612, 217", "office", TOO_SHORT),
        ("1", "pabx", TOO_SHORT),
        ("01012345678", "mobile", NO_MOBILE),
        ("01712-34567", "mobile", NO_MOBILE),
        ("017123456789", "mobile", NO_MOBILE),
        ("9551612", "mobile", NO_MOBILE),
        ("1.71E+09", "mobile", NO_MOBILE),
    ],
)
def test_doubt_says_what_is_wrong(typed, kind, sentence):
    with translation.override("en"):
        assert str(doubt(typed, kind)) == sentence.format(typed)


def test_equal_numbers_have_equal_keys_and_others_have_not():
    assert read("02-9551612") == read(9551612.0)
    assert read("9551612") != read("9551613")
    assert read("9551612") != read("9551612 (বাসা)")
    assert read("9551612") != read("9551612-123")
    assert read("9551612") != read("9551612 (পিএ)")


def test_number_becomes_json_and_comes_back():
    [number] = parse("৯৫৫১৬১২ এক্স. ১২৩", "office")
    stored = json.loads(json.dumps(number.as_json()))
    assert stored == {
        "kind": "office",
        "digits": "029551612",
        "e164": "+88029551612",
        "extension": "123",
        "note": "",
    }
    assert Number(**stored) == number


cells = st.text(
    st.sampled_from('0123456789০১২৯+-–/,; ()\n.xএক্সটবাসাওঅফিমোইল\u200b।"ঐ')
    | st.characters(),
    max_size=24,
)


@given(cells | st.floats() | st.integers(), st.sampled_from(KINDS))
def test_whatever_is_typed_is_read(typed, kind):
    numbers = parse(typed, kind)
    assert all(re.fullmatch(r"[0-9]*", number.digits) for number in numbers)
    assert all(re.fullmatch(r"(\+[0-9]{8,15})?", number.e164) for number in numbers)
    assert {number.kind for number in numbers} <= set(KINDS)
    str(doubt(typed, kind))


@given(st.from_regex(r"0[1-9][0-9]{5,9}", fullmatch=True))
def test_digit_scripts_and_spaces_make_no_difference(digits):
    assert read(to_bangla(digits)) == read(digits)
    assert read(f" {digits[:2]} {digits[2:]} ") == read(digits)


@pytest.mark.parametrize("digits", ["01712345678", "029551612", "02223381234"])
def test_country_code_is_taken_off_however_it_is_written(digits):
    for prefix in ("+88", "0088", "88", "+88 ", "+880", "00880", "+88 (0)", "+88-0-"):
        typed = prefix + (digits[1:] if "0" in prefix[2:] else digits)
        assert read(typed) == "office:" + digits


@pytest.mark.parametrize("typed", ["1 " * 16_000, "1-" * 16_000, "9551612, " * 5_000])
def test_an_endless_cell_is_no_number(typed):
    (number,) = parse(typed, "office")
    assert (number.digits, len(number.note) <= 500) == ("", True)
    assert doubt(typed, "office")
