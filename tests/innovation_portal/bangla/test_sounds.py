"""Bangla and Latin spellings of a name sound alike, and are told apart by vowels."""

import pytest
from hypothesis import given

from innovation_portal.bangla.sounds import bones, skeleton, sound, unlikeness
from tests.innovation_portal.bangla.test_folding import messy

# A name and the Latin spelling a colleague would type.
SPELLINGS = """
মসিউর mosiur, মসিউর moshiur, মশিউর mosiur, মশিউর moshiur, রহমান rahman, ইসলাম islam,
শফিকুল shafiqul, আব্দুল abdul, করিম karim, চৌধুরী chowdhury, হোসেন hossain, আহমেদ ahmed,
খাতুন khatun, ভট্টাচার্য bhattacharya, জাহাঙ্গীর jahangir, নাসিমা nasima, ফারহানা farhana,
মোহাম্মদ mohammad, উদ্দিন uddin, সৈয়দ syed, লক্ষ্মী lakshmi, তাসনিম tasnim, বেগম begum,
জোবায়ের zubair, যুঁই jui, শাহনাজ shahnaz, মুস্তাফিজুর mustafizur, কামাল kamal,
রুমানা rumana, সিদ্দিকী siddiqui, আনোয়ারুল anwarul, ওয়াহিদুজ্জামান wahiduzzaman,
ইয়াসমিন yasmin, শাহরিয়ার shahriar, বিশ্বাস biswas, দীপঙ্কর dipankar, ঐশী oishi,
চক্রবর্তী chakraborty, ফাতেমা fatima, খন্দকার khondaker, তৌহিদুল touhidul, গৌতম gautam,
জেসমিন jasmin, স্বপন swapan, মন্ডল mondal, রোকেয়া rokeya, মেহেরুন্নেছা meherunnesa,
পারভীন parveen, সুলতানা sultana, মাহবুব mahbub, হাবিবুর habibur, মজুমদার majumder,
দত্ত datta, সেনগুপ্ত sengupta, জ্যোতি jyoti, উজ্জ্বল ujjal, আশরাফ ashraf, ইউসুফ yusuf,
জাকির zakir, কায়সার kaiser, এনামুল enamul, বদরুল badrul, ঝর্ণা jharna, ঘোষ ghosh,
ছালাম salam, রিক্তা rikta, বাংলা bangla, রঞ্জন ranjan, মঞ্জুর monjur, ক্ষিতীশ kshitish,
আক্তার akter, আখতার akhtar, রাজ্জাক razzak, তাওহীদ tawhid, নওশাদ naushad, ফয়সাল faisal,
হক haque, মুক্তি mukti, অঞ্জলি anjali, রঙ্গন rangan, শ্রাবণী srabani, মির্জা mirza,
খান khan, হুদা huda, জ্ঞানেন্দ্র gyanendra
"""


@pytest.mark.parametrize("pair", SPELLINGS.split(","))
def test_bangla_and_latin_spellings_share_a_skeleton(pair):
    bangla, latin = pair.split()
    assert skeleton(bangla) == skeleton(latin)


def test_skeletons_in_full():
    assert skeleton("মোঃ মশিউর রহমান") == "m msr rhmn"
    assert skeleton("Md. Mostafizur Rahman") == "md mstfjr rhmn"
    assert skeleton("উদ্দিন আব্দুল শাখা-২") == "adn abdl sk 2"


@pytest.mark.parametrize(
    ("one", "other"),
    [("উদ্দিন", "দীন"), ("করিম", "রহিম"), ("বেগম", "খাতুন"), ("রহমান", "রায়হান")],
)
def test_other_names_have_other_skeletons(one, other):
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("মোশাররফ", "moSarorof"),
        ("Mosharraf", "moSaraf"),
        ("জ্যোতি", "joti"),
        ("স্বপন", "sopon"),
        ("বিশ্বাস", "biSas"),
        ("জাহাঙ্গীর", "jahangir"),
        ("ওয়াহিদ", "oahid"),
        ("Wahid", "oahid"),
        ("রায়", "rai"),
        ("Mallick", "malik"),
        ("Hossain হোসেন", "hosen hosen"),
    ],
)
def test_sounds_in_full(text, spoken):
    assert sound(text) == spoken


def test_a_skeleton_is_the_bones_of_the_sounds():
    assert skeleton("চৌধুরী উদ্দিন") == " ".join(map(bones, ["coudhuri", "udin"]))


@pytest.mark.parametrize(
    ("typed", "nearer", "farther"),
    [
        ("mosiur", "মসিউর", "মশিউর"),
        ("moshiur", "মশিউর", "মসিউর"),
        ("hossain", "হোসেন", "হোসাইন"),
        ("rahman", "রহমান", "রহিমন"),
        ("kamal", "কামাল", "কমল"),
        ("mosi", "মসিউর", "মাসুদ"),
    ],
)
def test_vowels_tell_names_of_one_skeleton_apart(typed, nearer, farther):
    near, far = (unlikeness(sound(typed), sound(name)) for name in (nearer, farther))
    assert near < far


def test_what_is_not_typed_yet_costs_next_to_nothing():
    assert unlikeness("mosi", "mosiur") < 0.5 < unlikeness("mosi", "musa")


@given(messy)
def test_any_text_has_a_sound(text):
    for spoken in sound(text).split():
        assert unlikeness(spoken, spoken) == 0
