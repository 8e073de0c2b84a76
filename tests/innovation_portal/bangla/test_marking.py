"""Marks are whole signs of the printed text, whatever its key looks like."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_portal.bangla.folding import clean
from innovation_portal.bangla.marking import (
    SIGN,
    marked,
    spans_of_number,
    spans_of_words,
)
from innovation_portal.bangla.spoken import words


def shown(text, *typed, whole=()):
    """The text with what is marked in brackets."""
    text = clean(text)
    pieces = {word.key for one in typed for word in words(one)}
    named = {word for one in whole for word in words(one)}
    cut = marked(text, spans_of_words(text, pieces, named))
    return "".join(f"[{piece}]" if on else piece for piece, on in cut)


@pytest.mark.parametrize(
    ("text", "typed", "brackets"),
    [
        ("মোঃ আব্দুল করিম", "করিম", "মোঃ আব্দুল [করিম]"),
        ("মোঃ আব্দুল করিম", "আবদ", "মোঃ [আব্দু]ল করিম"),
        ("মন্ত্রণালয়", "মনত", "[মন্ত্র]ণালয়"),
        ("মন্ত্রণালয়", "ণাল", "মন্ত্র[ণাল]য়"),
        ("কর্মকর্তা", "কর", "[কর্ম][কর্তা]"),
        ("বড়ুয়া", "ড়ু", "ব[ড়ু]য়া"),
        ("আহম্মেদ", "আহমেদ", "[আহম্মেদ]"),
        ("লক্ষ্মী", "ক্ষ", "ল[ক্ষ্মী]"),
        ("শাখা-১৭, কক্ষ ৪০৫", "17", "শাখা-[১৭], কক্ষ ৪০৫"),
        ("শাখা-১৭", "শাখা-১৭", "[শাখা]-[১৭]"),
        ("ds16@moind.gov.bd", "DS16", "[ds16]@moind.gov.bd"),
        ("ফারহানা ইয়াসমিন", "নেই", "ফারহানা ইয়াসমিন"),
        ("মোঃআব্দুল", "আব্দুল", "মোঃ[আব্দুল]"),
    ],
)
def test_marks_the_typed_piece(text, typed, brackets):
    assert shown(text, typed).replace("][", "") == clean(brackets).replace("][", "")


def test_marks_the_whole_word_that_only_sounds_alike():
    assert shown("মোঃ মসিউর রহমান", whole=["মসিউর"]) == "মোঃ [মসিউর] রহমান"


def test_two_pieces_that_touch_are_one_mark():
    assert shown("করিমুল", "কর", "রিম") == "[করিমু]ল"


@pytest.mark.parametrize(
    ("text", "typed", "brackets"),
    [
        ("০২-৯৫৮৩৪৭২", "83472", "০২-৯৫[৮৩৪৭২]"),
        ("02-9583472", "295", "0[2-95]83472"),
        ("৯৫৮৩৪৭২", "029583472", "[৯৫৮৩৪৭২]"),
        ("০১৭১২ ৩৪৫৬৭৮", "01712345678", "[০১৭১২ ৩৪৫৬৭৮]"),
        ("২১৭", "999217999", "২১৭"),
        ("নাই", "217", "নাই"),
        ("½ ২১৭", "217", "½ [২১৭]"),
    ],
)
def test_marks_digits_over_what_stands_between(text, typed, brackets):
    cut = marked(text, spans_of_number(text, [typed]))
    assert "".join(f"[{piece}]" if on else piece for piece, on in cut) == brackets


letters = st.text(
    st.sampled_from("কখতমরশষসযড\u09bc\u09cd\u200c\u200dািীুেোংঃ ১-a1é\u0301")
)


@given(letters, letters)
def test_pieces_are_the_text_and_end_between_signs(text, typed):
    text = clean(text)
    pieces = {word.key for word in words(typed)}
    cut = list(marked(text, spans_of_words(text, pieces, set())))
    assert "".join(piece for piece, _on in cut) == text
    ends = {found.end() for found in SIGN.finditer(text)} | {0}
    place = 0
    for piece, _on in cut:
        assert place in ends
        place += len(piece)


@given(letters, st.data())
def test_a_piece_of_a_word_is_marked_in_it(text, data):
    spoken = words(clean(text))
    if not spoken:
        return
    key = data.draw(st.sampled_from(spoken)).key
    start = data.draw(st.integers(0, len(key) - 1))
    piece = key[start : data.draw(st.integers(start + 1, len(key)))]
    assert spans_of_words(clean(text), [piece], set())
