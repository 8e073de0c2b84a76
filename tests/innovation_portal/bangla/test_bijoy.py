"""What each glyph and each order of glyphs means."""

import csv
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from innovation_portal.bangla.bijoy import (
    CODES,
    READ,
    SOURCE,
    TABLE,
    UNREAD,
    Converted,
    to_unicode,
)
from tests.innovation_portal.bangla import count_bijoy

HERE = Path(__file__).parent
TYPED = HERE.parents[1] / "directory/workbooks/phone_list_sutonnymj.xlsx"
UNICODE = count_bijoy.ROOT / "directory/demo/phone_list_2017-01-15.xlsx"


def rows(path):
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.reader(opened, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]


def read(text):
    """The text, where all of it was read."""
    result = to_unicode(text)
    assert result.unread == ()
    return result.text


def nfc(text):
    return unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(("bijoy", "meant"), rows(HERE / "words/bijoy_words.tsv"))
def test_words_of_every_list(bijoy, meant):
    assert read(bijoy) == nfc(meant)


@pytest.mark.parametrize(
    ("bijoy", "meant"),
    [
        ("Kg©KZ©v", "কর্মকর্তা"),
        ("fÆvPvh©", "ভট্টাচার্য"),
        ("‡kÖwY", "শ্রেণি"),
        ("f‚wg", "ভূমি"),
        ("GKvšÍ", "একান্ত"),
        ("‡gv¯Ídv", "মোস্তফা"),
        ("wgR&", "মিজ্"),
    ],
)
def test_words_that_the_libraries_get_wrong(bijoy, meant):
    assert read(bijoy) == meant


def test_the_list_typed_in_sutonnymj_is_the_unicode_list_cell_by_cell():
    typed, meant = (load_workbook(path).active for path in (TYPED, UNICODE))
    cells = [
        (str(cell.value), str(meant[cell.coordinate].value))
        for row in typed
        for cell in row
        if cell.value and "@" not in str(cell.value)
    ]
    wrong = [(bijoy, meant) for bijoy, meant in cells if read(bijoy) != nfc(meant)]
    assert (len(cells), wrong) == (1057, [])


@pytest.mark.parametrize(
    ("bijoy", "meant"),
    [
        ("wb‡`©wkKv", "নির্দেশিকা"),  # ে before, reph after
        ("‡mŠ`v‡gvnb", "সৌদামোহন"),
        ("‰mq`|ˆmq`", "সৈয়দ।সৈয়দ"),
        ("PuvZ PvuZ", "চাঁত চাঁত"),
        ("Ea©Ÿ", "ঊর্ধ্ব"),  # reph between the letters of its conjunct
        ("fr©mbv", "ভর্ৎসনা"),
        ("h©¨ h¨©", "র্য্য র্য্য"),
        ("i¨ve", "র\u200d্যাব"),  # not reph
        ("A¨vWwgb G¨v", "অ্যাডমিন এ্যা"),
        ("e¨ª eª¨", "ব্র্য ব্র্য"),  # ya-phala last, however typed
        ("¸YMZ ïiæ ûKzg ü`q", "গুণগত শুরু হুকুম হৃদয়"),
        ("bvg t K", "নাম ঃ ক"),  # ঃ for a colon
        ("yy KyyL", "yy কুখ"),
        ("Ò15/01/2017Ó Ñ $500|", "“১৫/০১/২০১৭” — ৳৫০০।"),
    ],
)
def test_order_of_syllables(bijoy, meant):
    assert to_unicode(bijoy).text == nfc(meant)


@pytest.mark.parametrize(
    ("bijoy", "meant"),
    [
        ("D`&hvcb", "উদ্\u200cযাপন"),
        ("w`K&`k©b", "দিক্\u200cদর্শন"),
        ("D`&‡hvM", "উদ্\u200cযোগ"),
        ("wgR& ‡eMg", "মিজ্ বেগম"),
        ("m¤§vb& (K)", "সম্মান্ (ক)"),
        ("K&lgv", "ক্\u200cষমা"),
        ("K&‹", "ক্ক"),
    ],
)
def test_a_hasanta_that_the_font_shows_stays_seen(bijoy, meant):
    assert read(bijoy) == meant


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("iæ", "i“"),
        ("`ªæZ", "`ª“Z"),
        ("¶", "ÿ"),
        ("¹vb", "Ávb"),
        ("GKvšÍ", "GKvš—"),
        ("e¨e¯’v", "e¨e¯’v"),
        ("cÖ", "cª"),
        ("†Kv", "‡Kv"),
        ("Kw¤úDUvi", "Kw¤cDUvi"),
        ("¯^v¯’¨", "mŸv¯’¨"),
        ("kvwšÍ", "kvwšÍ"),
        ("evOjv", "evOjv"),
        ("`Ð", "`Ê"),
        ("f~wg", "fƒwg"),
        ("K„wl", "K…wl"),
        ("cÖ\u00adv", "cÖ¬v"),
    ],
)
def test_codes_of_either_version_of_bijoy_mean_the_same(one, other):
    assert to_unicode(one).text == to_unicode(other).text
    assert to_unicode(one).unread == to_unicode(other).unread == ()


@pytest.mark.parametrize(
    ("bijoy", "text", "unread"),
    [
        ("K ¨ L", "ক ¨ খ", ("¨",)),
        ("wKx", "wKx", ("wKx",)),  # two vowels in one syllable
        ("Kvv", "কাv", ("v",)),
        ("wA K", "wA ক", ("wA",)),
        ("šš ©", "šš ©", ("šš", "©")),
        ("‡", "‡", ("‡",)),
        ("Ž€\x81", "Ž€\x81", ("Ž€\x81",)),
        ("K& y", "ক্ y", ("y",)),
        ("K&v", "K&v", ("K&v",)),
        ("A©v Kš", "র্আ কš", ("š",)),
    ],
)
def test_what_no_syllable_is_stays_and_is_named(bijoy, text, unread):
    result = to_unicode(bijoy)
    assert (result.text, result.unread) == (text, unread)


def test_marks_that_are_halves_of_conjuncts_are_marks_where_they_stand_alone():
    assert read("• KL … “K” ‘L’ – —") == "• কখ … “ক” ‘খ’ – —"
    assert read("D”P¯’vb kvw¯Í e¯‘ Avš—") == "উচ্চস্থান শাস্তি বস্তু আন্ত"


def test_parts_in_their_order():
    assert to_unicode("K ¨ PL").parts == ((READ, "ক "), (UNREAD, "¨"), (READ, " চখ"))
    assert to_unicode("") == Converted(())


def test_every_code_is_in_the_table_once_and_of_windows_ansi():
    codes = [line.split("\t")[0] for line in SOURCE.read_text().splitlines()[1:]]
    assert len(set(codes)) == len(codes) == len(TABLE)
    assert "".join(codes).encode("cp1252").decode("cp1252") == "".join(codes)
    assert all(unicodedata.is_normalized("NFC", text) for text in TABLE.values())


GLYPHS = st.lists(st.sampled_from([*TABLE, *"Ž€ .,-?\n\u200c\u09cd"])).map("".join)
BANGLA = st.text(st.characters(min_codepoint=0x980, max_codepoint=0x9FF))


@given(st.text() | GLYPHS)
def test_any_text_is_read_or_shown(text):
    result = to_unicode(text)
    assert unicodedata.is_normalized("NFC", result.text)
    at = 0
    for piece in result.unread:
        assert not CODES.isdisjoint(piece)
        at = result.text.index(piece, at) + len(piece)


@given(GLYPHS)
def test_what_was_read_is_read_once(text):
    result = to_unicode(text)
    if not result.unread:
        assert to_unicode(result.text) == Converted(result.parts)


@given(BANGLA | st.text("কখিে্\u200c\u200d ১২।,()“”—", max_size=20))
def test_unicode_bangla_stays(text):
    assert to_unicode(text).text == nfc(text)
    assert to_unicode(text).unread == ()


@pytest.mark.parametrize(
    "piece", ["š", "©", "K©", "w", "‡K", "K&", "”", "\u09cd\u09bc"]
)
def test_long_rows_of_signs_are_no_trouble(piece):
    """A quarter of a second each; what is quadratic takes minutes."""
    row = to_unicode(piece * (100_000 // len(piece)))
    assert len(row.text) > 20_000
