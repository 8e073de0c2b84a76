"""The words of a text: their keys join to its key, each with its sound."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_portal.bangla.spoken import words
from tests.innovation_portal.bangla.test_folding import messy, syllables


def keys(text):
    return [word.key for word in words(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("মোঃ আব্দুল করিম", "মো আবদুল করিম"),
        ("মোঃআব্দুল", "মো আবদুল"),
        ("শাখা১৭", "সাখা 17"),
        ("ds16@moind.gov.bd", "ds 16 moind gov bd"),
        ("ই-গভঃ (আইসিটি)", "ই গভ আইসিটি"),
        ("র\u200d্যাব ক্\u200cষ", "রজাব কস"),
        ("ঃ ্ — ৳ _", ""),
    ],
)
def test_words_of_a_text(text, found):
    assert " ".join(keys(text)) == found


def test_each_word_has_its_sound():
    assert words("মসিউর 405 Khan") == (
        ("মসিউর", "mosiur"),
        ("405", "-"),
        ("khan", "kan"),
    )


@given(messy)
def test_no_word_is_empty_or_two(text):
    for word in words(text):
        assert word.key.split() == [word.key]
        assert word.sound.split() == [word.sound]


@given(st.lists(syllables, min_size=1), st.data())
def test_a_half_typed_word_is_a_piece_of_the_words(word, data):
    typed = word[: data.draw(st.integers(1, len(word)))]
    assert " ".join(keys("".join(word))).startswith(" ".join(keys("".join(typed))))
