import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from innovation_portal.bangla.folding import (
    HASANTA,
    NUKTA,
    clean,
    clean_lines,
    digits_key,
    recompose,
    search_key,
)

BANGLA_SIGNS = [chr(code) for code in range(0x0980, 0x0A00)]
UNSEEN = list("\u200b\u200c\u200d\ufeff\u00ad\u200e\u2060\x00\x07\x1c\x85\u00a0\t\n ")
messy = st.text(st.sampled_from(BANGLA_SIGNS + UNSEEN) | st.characters(), max_size=20)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("  মোঃ   আব্দুল\u00a0করিম\t\n", "মোঃ আব্দুল করিম"),
        ("\ufeffনাম\u200b", "নাম"),
        ("কর্ম\u00adকর্তা", "কর্মকর্তা"),
        ("A\x00B\x07", "AB"),
        ("অাইন", "আইন"),
        ("কাে", "কো"),
        ("কােে", "কো"),
        ("করিিম", "করিম"),
        ("উপসচিব্্", "উপসচিব্"),
        ("বা\u09bcড়ি", "রাড়ি"),
        ("বড\u09bcুয়া", "বড\u09bcুয\u09bcা"),
        ("গাড\u09be\u09bcি", "গাড\u09bc\u09beি"),
        ("গাড\u09beি\u09bc", "গাড\u09bc\u09beি"),
        ("গাড\u09be\u09bcি\u09bc", "গাড\u09bc\u09beি"),
        ("হঠাত\u09cd\u200d", "হঠাৎ"),
        ("মিজ্\u200c রুবি", "মিজ্ রুবি"),
        ("\u200dরহিম\u200c", "রহিম"),
    ],
)
def test_clean_mends_what_looks_the_same(typed, stored):
    assert clean(typed) == unicodedata.normalize("NFC", stored)


@pytest.mark.parametrize(
    "text", ["ক্\u200cষ", "র\u200d্যাব", "র্\u200dযাব", "Md. Karim (PA)"]
)
def test_clean_leaves_what_means_something(text):
    assert clean(text) == text


@given(messy)
@example("ে\u200dা")
@example("াোে")
@example("ব\u200b\u09bc")
def test_clean_twice_is_clean_once(text):
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)


# Each took from minutes to hours where a pass moved each dot by one sign, or where a
# run of marks was sorted whole.
@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("ক" + "াি" * 30_000 + NUKTA, "ক" + NUKTA + "াি" * 30_000),
        ("ক" + f"া{NUKTA}ি{NUKTA}" * 15_000, "ক" + NUKTA + "াি" * 15_000),
        ("ক" + "াি" * 30_000, "ক" + "াি" * 30_000),
    ],
)
def test_clean_of_endless_signs_comes_to_an_end(typed, stored):
    assert clean(typed) == stored


def test_endless_marks_come_to_an_end():
    assert clean("ক" + f"{NUKTA}{HASANTA}" * 100_000)[:2] == f"ক{NUKTA}"
    assert search_key("a" + "\u0316\u0305" * 30_000)[:1] == "a"


@given(messy)
def test_clean_leaves_no_control_and_no_double_space(text):
    cleaned = clean(text)
    assert "  " not in cleaned
    assert cleaned == cleaned.strip()
    assert not [sign for sign in cleaned if unicodedata.category(sign) == "Cc"]


def test_lines_of_a_cell_stay_lines():
    assert clean_lines(" করিম \r\n\n উপসচিব\u200b\n") == "করিম\nউপসচিব"


@pytest.mark.parametrize(
    "spellings",
    [
        "মোঃ আব্দুল করিম|মো: আবদুল করিম|মো. আব্দুল  করিম|মোঃআব্দুল করীম",
        "মসিউর|মশিউর|মষিউর",
        "তাহমিনা|তাহমীনা",
        "নুরুন নাহার|নূরুন নাহার",
        "ফারহানা ইয়াসমিন|ফারহানা ইয়াছমীন",
        "মন্ডল|মণ্ডল",
        "যোবায়ের|জোবায়ের",
        "আক্তার|আকতার",
        "আহমেদ|আহম্মেদ",
        "চাঁদ|চাদ",
        "দীপঙ্কর|দীপংকর",
        "বড়ুয়া|বড\u09bcুয\u09bcা|বরুয়া",
        "পাহাড়|পাহার",
        "শূন্য|শুন্য",
        "মিজ্|মিজ",
        "কক্ষ ৪০৫|কক্ষ 405",
        "এ.কে.এম|এ কে এম",
        "ICT|ict|ＩＣＴ",
        "ই-গভঃ ও আইসিটি|ই গভ ও আইসিটি",
        "মন্ত্রণালয়|মন্ত্রনালয়",
    ],
)
def test_common_slips_meet_in_the_search_key(spellings):
    assert len(set(map(search_key, spellings.split("|")))) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [("করিম", "রহিম"), ("হাসান", "হোসেন"), ("জামাল", "কামাল"), ("আলম", "আলিম")],
)
def test_different_names_keep_different_keys(one, other):
    assert search_key(one) != search_key(other)


def test_search_key_in_full():
    assert search_key("জনাব মোঃ বড়ুয়া (ই-গভঃ), কক্ষ-৪০৫ <A@moind.gov.bd>") == (
        "জনাব মো বরু\u09dfা ই গভ ককস 405 a moind gov bd"
    )


def test_dotted_letters_are_one_character_for_the_trigrams():
    assert recompose(clean("বড়ুয়া গাঢ়")) == "ব\u09dcু\u09dfা গা\u09dd"
    assert "\u09bc" not in search_key("বড়ুয়া গাঢ়")
    assert "\u09cd" not in search_key("মন্ত্রণালয়")


consonants = st.sampled_from([*"কখগঙচছজটডণতদনপবমযরলশষসহৎ", "ড\u09bc", "য\u09bc"])
signs = st.sampled_from(["", "\u09cd", *"ািীুূেোংঁঃ"])
syllables = st.tuples(consonants, signs).map("".join)


@given(st.lists(syllables, min_size=1), st.data())
def test_a_half_typed_word_is_part_of_the_key(word, data):
    typed = word[: data.draw(st.integers(1, len(word)))]
    assert search_key("".join(word)).startswith(search_key("".join(typed)))


@given(messy)
def test_any_text_has_a_key(text):
    key = search_key(text)
    assert key == key.strip()
    assert "  " not in key


def test_all_digits_of_a_text():
    assert digits_key("০২-৯৫৫১৬১২ (Ext. 123)") == "029551612123"
    assert digits_key(1712345678) == "1712345678"
    assert digits_key("নাই") == ""
