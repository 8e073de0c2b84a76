from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_portal.bangla.words import (
    BANGLA,
    BANGLA_OLD,
    ENGLISH,
    in_words,
    money_in_words,
    with_words,
)

# Written out by number, apart from the table that they prove.
UNDER_A_HUNDRED = """
0 শূন্য, 1 এক, 2 দুই, 3 তিন, 4 চার, 5 পাঁচ, 6 ছয়, 7 সাত, 8 আট, 9 নয়, 10 দশ,
11 এগারো, 12 বারো, 13 তেরো, 14 চৌদ্দ, 15 পনেরো, 16 ষোলো, 17 সতেরো, 18 আঠারো, 19 উনিশ,
20 বিশ, 21 একুশ, 22 বাইশ, 23 তেইশ, 24 চব্বিশ, 25 পঁচিশ, 26 ছাব্বিশ, 27 সাতাশ, 28 আটাশ,
29 উনত্রিশ, 30 ত্রিশ, 31 একত্রিশ, 32 বত্রিশ, 33 তেত্রিশ, 34 চৌত্রিশ, 35 পঁয়ত্রিশ,
36 ছত্রিশ, 37 সাঁইত্রিশ, 38 আটত্রিশ, 39 উনচল্লিশ, 40 চল্লিশ, 41 একচল্লিশ, 42 বিয়াল্লিশ,
43 তেতাল্লিশ, 44 চুয়াল্লিশ, 45 পঁয়তাল্লিশ, 46 ছেচল্লিশ, 47 সাতচল্লিশ, 48 আটচল্লিশ,
49 উনপঞ্চাশ, 50 পঞ্চাশ, 51 একান্ন, 52 বাহান্ন, 53 তিপ্পান্ন, 54 চুয়ান্ন, 55 পঞ্চান্ন,
56 ছাপ্পান্ন, 57 সাতান্ন, 58 আটান্ন, 59 উনষাট, 60 ষাট, 61 একষট্টি, 62 বাষট্টি, 63 তেষট্টি,
64 চৌষট্টি, 65 পঁয়ষট্টি, 66 ছেষট্টি, 67 সাতষট্টি, 68 আটষট্টি, 69 উনসত্তর, 70 সত্তর,
71 একাত্তর, 72 বাহাত্তর, 73 তিয়াত্তর, 74 চুয়াত্তর, 75 পঁচাত্তর, 76 ছিয়াত্তর,
77 সাতাত্তর, 78 আটাত্তর, 79 উনআশি, 80 আশি, 81 একাশি, 82 বিরাশি, 83 তিরাশি, 84 চুরাশি,
85 পঁচাশি, 86 ছিয়াশি, 87 সাতাশি, 88 অষ্টাশি, 89 উননব্বই, 90 নব্বই, 91 একানব্বই,
92 বিরানব্বই, 93 তিরানব্বই, 94 চুরানব্বই, 95 পঁচানব্বই, 96 ছিয়ানব্বই, 97 সাতানব্বই,
98 আটানব্বই, 99 নিরানব্বই
"""
PAIRS = [pair.split() for pair in UNDER_A_HUNDRED.split(",")]


@pytest.mark.parametrize(("number", "words"), PAIRS)
def test_each_number_below_a_hundred(number, words):
    assert in_words(int(number)) == words


def test_the_list_above_is_whole():
    assert [int(number) for number, _words in PAIRS] == list(range(100))
    assert len(set(BANGLA)) == len(set(BANGLA_OLD)) == len(set(ENGLISH)) == 100


@pytest.mark.parametrize(
    ("number", "old"),
    [
        *((11, "এগার"), (12, "বার"), (13, "তের"), (14, "চৌদ্দ"), (15, "পনের")),
        *((16, "ষোল"), (17, "সতের"), (18, "আঠার"), (19, "উনিশ"), (35, "পঁয়ত্রিশ")),
        (1118, "এক হাজার একশত আঠার"),
    ],
)
def test_older_spelling_where_a_document_keeps_it(number, old):
    assert in_words(number, old_spelling=True) == old


@pytest.mark.parametrize(
    ("number", "bangla", "english"),
    [
        (100, "একশত", "one hundred"),
        (101, "একশত এক", "one hundred one"),
        (500, "পাঁচশত", "five hundred"),
        (1000, "এক হাজার", "one thousand"),
        (2017, "দুই হাজার সতেরো", "two thousand seventeen"),
        (100_000, "এক লক্ষ", "one lakh"),
        (
            1_234_567,
            "বারো লক্ষ চৌত্রিশ হাজার পাঁচশত সাতষট্টি",
            "twelve lakh thirty-four thousand five hundred sixty-seven",
        ),
        (10_000_000, "এক কোটি", "one crore"),
        (9_999_999, "নিরানব্বই লক্ষ নিরানব্বই হাজার নয়শত নিরানব্বই", None),
        (10**10, "এক হাজার কোটি", "one thousand crore"),
        (25 * 10**14, "পঁচিশ কোটি কোটি", "twenty-five crore crore"),
        (10**14 + 10**7 + 1, "এক কোটি এক কোটি এক", "one crore one crore one"),
        (-3, "ঋণাত্মক তিন", "minus three"),
        (20, "বিশ", "twenty"),
        (88, "অষ্টাশি", "eighty-eight"),
    ],
)
def test_larger_numbers(number, bangla, english):
    assert in_words(number) == bangla
    assert english is None or in_words(number, "en") == english


SIZES = {"কোটি": 10**7, "লক্ষ": 10**5, "হাজার": 1000, "শত": 100}


def read(words):
    """The number that words below a crore of crores say."""
    total = part = 0
    for word in words.replace("শত", " শত").split():
        if word == "কোটি":
            total, part = (total + part) * SIZES[word], 0
        elif word in SIZES:
            total, part = total + part * SIZES[word], 0
        else:
            part = BANGLA.index(word)
    return total + part


@given(st.integers(0, 10**14 - 1))
def test_words_say_their_number(number):
    assert read(in_words(number)) == number


@pytest.mark.parametrize(
    ("language", "old_spelling", "written"),
    [
        ("bn", True, "১৮ (আঠার)"),
        ("bn", False, "১৮ (আঠারো)"),
        ("en", True, "18 (eighteen)"),
    ],
)
def test_pages_of_a_memo(language, old_spelling, written):
    assert with_words(18, language, old_spelling=old_spelling) == written


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "শূন্য টাকা মাত্র"),
        (1200, "এক হাজার দুইশত টাকা মাত্র"),
        (Decimal("1200.50"), "এক হাজার দুইশত টাকা পঞ্চাশ পয়সা মাত্র"),
        (Decimal("0.05"), "পাঁচ পয়সা মাত্র"),
        (Decimal("250000.00"), "দুই লক্ষ পঞ্চাশ হাজার টাকা মাত্র"),
    ],
)
def test_money(amount, words):
    assert money_in_words(amount) == words


def test_money_in_english_and_in_the_older_spelling():
    assert money_in_words(Decimal("18.75"), "en") == (
        "eighteen taka seventy-five paisa only"
    )
    assert money_in_words(18, old_spelling=True) == "আঠার টাকা মাত্র"


@pytest.mark.parametrize("amount", [Decimal("1.005"), -1])
def test_no_amount_of_money(amount):
    with pytest.raises(ValueError, match="taka is no amount of whole paisas"):
        money_in_words(amount)
