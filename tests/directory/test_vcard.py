"""The grammar of a vCard, read back by a reader of our own."""

from hypothesis import given
from hypothesis import strategies as st

from directory.vcard import escaped, folded, written
from tests.directory.vcards import contacts, unfolded, values

CUT_OUT = set(map(chr, (*range(10), 11, 12, *range(14, 32), *range(127, 160))))
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
BANGLA = st.text("কখগঘড়ঢ়্ািী। ,;:\\\n০১২a", max_size=300)


def seen(text):
    """What of a text is left to be seen, in a contact."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(" " if c in CUT_OUT else c for c in text)


@given(TEXT | BANGLA)
def test_a_value_reads_back_as_one_value(text):
    (read,) = values(escaped(text))
    assert read.replace(" ", "") == seen(text).replace(" ", "")


@given(TEXT | BANGLA)
def test_a_value_is_one_line(text):
    assert not set("\r\n") & set(escaped(text))


@given(BANGLA | TEXT)
def test_a_folded_line_unfolds_to_itself(text):
    line = f"FN:{escaped(text)}"
    assert unfolded(folded(line).encode()) == [line]


def test_folds_at_75_octets_and_within_no_character():
    pieces = folded("N:" + "ক" * 60).encode().split(b"\r\n ")
    assert [len(piece) for piece in pieces[:-1]] == [74, 72]
    assert "".join(piece.decode() for piece in pieces) == "N:" + "ক" * 60 + "\r\n"


def test_a_line_of_75_octets_stays_whole():
    assert folded("N:" + "a" * 73) == "N:" + "a" * 73 + "\r\n"
    assert folded("N:" + "a" * 74) == "N:" + "a" * 73 + "\r\n a\r\n"


@given(st.lists(st.tuples(st.sampled_from(["FN", "NOTE", "TITLE"]), TEXT)))
def test_no_text_ends_or_begins_a_contact(properties):
    lines = written([(name, escaped(text)) for name, text in properties])
    assert len(contacts("".join(map(folded, lines)).encode())) == 1


def test_says_nothing_where_there_is_nothing():
    assert written([("FN", "ক"), ("TITLE", "")]) == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "FN:ক",
        "END:VCARD",
    ]
