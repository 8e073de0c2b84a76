import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.names import (
    additional_charge,
    alike,
    is_blank,
    is_ditto,
    is_vacant,
    name_key,
    split_honorific,
    split_name_and_post,
)
from innovation_portal.bangla.folding import clean


@pytest.mark.parametrize(
    ("printed", "honorific", "name"),
    [
        ("জনাব মোঃ আব্দুল করিম", "জনাব", "মোঃ আব্দুল করিম"),
        ("জনাব ড. মোঃ আব্দুল করিম", "জনাব ড.", "মোঃ আব্দুল করিম"),
        ("জনাব ইঞ্জিনিয়ার আলহাজ্ব মোঃ করিম", "জনাব ইঞ্জিনিয়ার আলহাজ্ব", "মোঃ করিম"),
        ("বীর মুক্তিযোদ্ধা প্রকৌশলী শেখ করিম", "বীর মুক্তিযোদ্ধা প্রকৌশলী", "শেখ করিম"),
        ("অধ্যাপক ডা. রোকেয়া বেগম", "অধ্যাপক ডা.", "রোকেয়া বেগম"),
        ("মিজ্\u200c মেহেরুন্নেছা", "মিজ্", "মেহেরুন্নেছা"),
        ("মিজ তানিয়া সুলতানা", "মিজ", "তানিয়া সুলতানা"),
        ("মিসেস  রুবি", "মিসেস", "রুবি"),
        ("ড.করিম", "ড.", "করিম"),
        ("ডঃ করিম", "ডঃ", "করিম"),
        ("Mr. A. K. M. Karim", "Mr.", "A. K. M. Karim"),
        ("Dr.Karim", "Dr.", "Karim"),
        ("ENGR. Md. Karim", "ENGR.", "Md. Karim"),
        ("বেগম রোকেয়া", "বেগম", "রোকেয়া"),
    ],
)
def test_leading_honorifics_are_taken_off(printed, honorific, name):
    assert split_honorific(printed) == (honorific, name)


@pytest.mark.parametrize(
    "name",
    [
        *("রোকেয়া বেগম", "তাহমিনা খাতুন", "বেগম", "মোঃ করিম", "Md. Karim", "মিজানুর রহমান"),
        *("ডালিয়া নওশিন", "মিস্ত্রি আলী", "Drishti", "সৈয়দ করিম", "শেখ করিম", "(শূন্য)", ""),
    ],
)
def test_names_without_honorific_stay_whole(name):
    assert split_honorific(name) == ("", name)


WORDS = ("জনাব", "ড.", "মোঃ", "বেগম", "Dr.", "করিম", "মিজ্", "-", ",")
words = st.lists(st.sampled_from(WORDS))


@given(words.map(" ".join) | st.text())
def test_honorific_and_name_are_the_whole_text(text):
    honorific, name = split_honorific(text)
    assert clean(f"{honorific} {name}") == clean(text)
    assert bool(name) == bool(clean(text))


@pytest.mark.parametrize(
    "text",
    ["(শূন্য)", "শূন্য", "শুন্য", "( শূণ্য )", "পদ শূন্য।", "শূন্যপদ", "খালি", "Vacant", "(VACANT)"],
)
def test_vacant_posts(text):
    assert is_vacant(text)


@pytest.mark.parametrize("text", ["", "-", "খালিদ হোসেন", "শূন্যস্থান", "Vacanti"])
def test_not_vacant(text):
    assert not is_vacant(text)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "-", "–", "—", "--", "…", "...", "নাই", "N/A", "n.a.", "প্রযোজ্য নয়"],
)
def test_cells_that_say_nothing(text):
    assert is_blank(text)
    assert not is_ditto(text)


@pytest.mark.parametrize(
    "text", ["ঐ", "-ঐ-", "〃", "do", "Do.", "- do -", '"', "ditto"]
)
def test_ditto_marks(text):
    assert is_ditto(text)
    assert not is_blank(text)


def test_a_name_is_neither_blank_nor_ditto():
    assert not is_blank("নাইমা")
    assert not is_ditto("ঐশী")


@pytest.mark.parametrize(
    "spellings",
    [
        "জনাব মোঃ মসিউর রহমান|মোহাম্মদ মশিউর রহমান|ড. মুহাম্মদ মশিউর রহমান|মো: মসিউর রহমান",
        "Md. Karim|Mr. Mohammad Karim|MD KARIM|Mohd. Karim",
        "এ.কে.এম. তারিকুল ইসলাম|এ কে এম তারিকুল ইসলাম|এ. কে. এম তারিকুল ইসলাম",
        "A. K. M. Karim|AKM Karim|Mr. A.K.M Karim",
        "মিজ্ ফারহানা ইয়াসমিন|ফারহানা ইয়াছমীন",
    ],
)
def test_spellings_of_one_person_share_a_key(spellings):
    assert len(set(map(name_key, spellings.split("|")))) == 1


def test_other_people_have_other_keys():
    names = ["মোঃ করিম", "করিম", "মোঃ রহিম", "সৈয়দ করিম", "করিম বেগম"]
    assert len(set(map(name_key, names))) == len(names)
    assert name_key("জনাব মোহাম্মদ করিম") == "md করিম"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("মোঃ ইকবাল হোসেন", "মোঃ ইকবাল হোসাইন"),
        ("জনাব শেখ জিয়াউল হক", "শেখ জিয়াউল হাক"),
        ("মোঃ রফিকুল ইসলাম", "মোহাম্মদ রফিকুল ইসলাম"),
        ("আব্দুল করিম", "মোঃ আব্দুল করিম"),
    ],
)
def test_slips_of_spelling_are_alike(one, other):
    assert alike(one, other) >= 0.85


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("মোঃ আব্দুল করিম", "মোঃ আব্দুর রহিম"),
        ("মাহমুদা বেগম", "মাহমুদা খাতুন"),
        ("শেখ জিয়াউল হক", "মিজ্ তানিয়া সুলতানা"),
        ("শেখ আবুল কালাম আজাদ", "সৈয়দ আবুল কালাম আজাদ"),
        ("এ কে এম তাজুল ইসলাম", "এ কে এম তারিকুল ইসলাম"),
        ("মোঃ মাহবুবুর রহমান", "মোঃ হাবিবুর রহমান"),
        ("", "মোঃ করিম"),
        ("", ""),
    ],
)
def test_other_people_are_not_alike(one, other):
    assert alike(one, other) < 0.85


def test_alike_runs_from_nothing_to_one():
    assert alike("জনাব মোঃ করিম", "মোহাম্মদ করীম") == 1.0
    assert alike("ক", "ল") == 0.0


POSTS = frozenset(("উপসচিব", "অফিস সহায়ক", "ফোকাল পয়েন্ট"))


@pytest.mark.parametrize(
    ("cell", "name", "post"),
    [
        ("জনাব মোঃ করিম\nউপসচিব", "জনাব মোঃ করিম", "উপসচিব"),
        ("উপসচিব\nজনাব মোঃ করিম", "জনাব মোঃ করিম", "উপসচিব"),
        ("জনাব মোঃ করিম, উপসচিব (প্রশাসন)", "জনাব মোঃ করিম", "উপসচিব (প্রশাসন)"),
        ("করিম (উপসচিব)", "করিম", "উপসচিব"),
        ("করিম [অফিস সহায়ক]", "করিম", "অফিস সহায়ক"),
        ("করিম – ফোকাল পয়েন্ট", "করিম", "ফোকাল পয়েন্ট"),
        ("করিম, সিনিয়র সহকারী সচিব", "করিম", "সিনিয়র সহকারী সচিব"),
        ("Mr Karim, Deputy Secretary", "Mr Karim", "Deputy Secretary"),
        ("(শূন্য)\nউপসচিব", "(শূন্য)", "উপসচিব"),
        (
            "জনাব মোঃ\nকরিম\nউপসচিব (ই-গভঃ, আইসিটি)\nঅতিরিক্ত দায়িত্ব",
            "জনাব মোঃ করিম",
            "উপসচিব (ই-গভঃ, আইসিটি) অতিরিক্ত দায়িত্ব",
        ),
    ],
)
def test_name_and_post_in_one_cell(cell, name, post):
    assert split_name_and_post(cell, POSTS) == (name, post)


@pytest.mark.parametrize(
    "cell", ["করিম (সুমন)", "জনাব মোঃ করিম", "করিম, পিএইচডি", "উপসচিব", ""]
)
def test_cell_without_a_post(cell):
    assert split_name_and_post(cell, POSTS) == (cell, "")


def test_name_on_two_lines_is_one_name():
    assert split_name_and_post("জনাব মোঃ\nকরিম", POSTS) == ("জনাব মোঃ করিম", "")


@pytest.mark.parametrize(
    "post",
    [
        *("উপসচিব (অতিরিক্ত দায়িত্ব)", "উপসচিব, চলতি দায়িত্ব", "পরিচালক (অ.দা.)"),
        *("পরিচালক (চঃ দাঃ)", "Director (Additional Charge)", "সচিব (অতিরিক্ত দায়িত্বে)"),
    ],
)
def test_additional_charges(post):
    assert additional_charge(post)


@pytest.mark.parametrize(
    "post",
    ["অতিরিক্ত সচিব", "উপসচিব (ই-গভঃ, আইসিটি ও এমআইএস)", "Additional Secretary", ""],
)
def test_ordinary_posts(post):
    assert not additional_charge(post)


@pytest.mark.parametrize("piece", ["ক\n", "ক, ", "উপসচিব - "])
def test_an_endless_cell_is_left_whole(piece):
    assert split_name_and_post(piece * 10_000, POSTS) == (clean(piece * 10_000), "")
