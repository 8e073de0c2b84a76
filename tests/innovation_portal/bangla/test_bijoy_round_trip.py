"""Unicode → what a typist makes of it → Unicode."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from innovation_portal.bangla.bijoy import HASANTA, REPH, to_unicode
from tests.innovation_portal.bangla.count_bijoy import BANGLA, ROOT, vocabulary
from tests.innovation_portal.bangla.typist import typed, ways

CONJUNCTS = Path(__file__).with_name("words").joinpath("conjuncts.txt")
CONJUNCTS = unicodedata.normalize("NFC", CONJUNCTS.read_text()).split()
# The font has no glyph for them: their hasanta is seen on paper, and so in Unicode.
WITHOUT_GLYPH = {"ড়্গ", "ণ্ঢ", "ত্স", "ল্ধ", "ফ্ট", "ফ্ফ"}
PAPERS = sorted((ROOT / "workplans/demo").glob("*.json"))
LETTERS = "কখগঘঙচছজঝঞটঠডঢণতথদধনপফবভমযরলশষসহ"
VOWELS = ["", *"ািীুূৃেৈোৌ"]


def words():
    bangla, _english = vocabulary()
    papers = {word for path in PAPERS for word in BANGLA.findall(path.read_text())}
    return sorted({unicodedata.normalize("NFC", word) for word in papers | set(bangla)})


def test_every_bangla_word_of_the_portal():
    wrong = [
        (word, typed(word))
        for word in words()
        if (to_unicode(typed(word)).text, to_unicode(typed(word)).unread) != (word, ())
    ]
    assert len(words()) > 1500
    assert wrong == []


def test_list_of_conjuncts_is_whole():
    assert len(set(CONJUNCTS)) == len(CONJUNCTS) == 314
    without = {conjunct for conjunct in CONJUNCTS if "&" in ways(conjunct)[0]}
    assert without - {c for c in CONJUNCTS if c.startswith(REPH)} == WITHOUT_GLYPH


@pytest.mark.parametrize("conjunct", CONJUNCTS)
def test_every_way_to_draw_a_conjunct_is_read_the_same(conjunct):
    reph = conjunct.startswith(REPH)
    for row in ways(conjunct.removeprefix(REPH) if reph else conjunct):
        result = to_unicode(row + "©" * reph)
        assert (result.text.replace("\u200c", ""), result.unread) == (conjunct, ())


SYLLABLES = st.builds(
    "{}{}{}{}{}".format,
    st.sampled_from(["", "", "", REPH]),
    st.sampled_from([*LETTERS, *set(CONJUNCTS) - WITHOUT_GLYPH]).filter(
        lambda letters: not letters.startswith(REPH)
    ),
    st.sampled_from(VOWELS),
    st.sampled_from(["", "", "ঁ"]),
    st.sampled_from(["", "", "ং", "ঃ"]),
)
WORDS = st.lists(SYLLABLES | st.sampled_from("অআইঈউঊঋএঐওঔৎ"), min_size=1).map("".join)


@given(WORDS, st.data())
def test_any_word_in_any_codes(word, data):
    word = re.sub(f"^র{HASANTA}র", "র", unicodedata.normalize("NFC", word))
    codes = typed(word, lambda several: data.draw(st.sampled_from(several)))
    result = to_unicode(codes)
    assert (result.text, result.unread) == (word, ())
