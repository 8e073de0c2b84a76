"""Bijoy with Latin in it, word by word."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from innovation_portal.bangla.bijoy import LATIN, READ, UNREAD
from innovation_portal.bangla.bijoy_reading import read_bijoy
from tests.innovation_portal.bangla.test_bijoy import TYPED, UNICODE


def test_the_whole_list_with_its_addresses():
    typed, meant = (load_workbook(path).active for path in (TYPED, UNICODE))
    cells = [cell for row in typed for cell in row if cell.value]
    wrong = [
        cell.value
        for cell in cells
        if read_bijoy(str(cell.value)).text
        != unicodedata.normalize("NFC", str(meant[cell.coordinate].value))
    ]
    assert (len(cells), wrong) == (1156, [])


@pytest.mark.parametrize(
    "text",
    [
        *("PABX", "ICT", "Room 405", "Room-405", "A4", "R&D", "MIS Section", "e-GP"),
        *("moind.gov.bd", "www.moind.gov.bd/list", "minister1@moind.gov.bd", "Fax: 12"),
        *("Deputy Secretary", "Md. Abdul Karim", "Café", "“Ministry’s list”"),
        *("উপসচিব", "শাখা 1", "ICT শাখা", ""),
    ],
)
def test_stays(text):
    assert read_bijoy(text).text == text


@pytest.mark.parametrize(
    ("bijoy", "meant", "latin"),
    [
        ("ICT kvLv-1", "ICT শাখা-১", ("ICT",)),
        ("B-Mft, ICT I GgAvBGm", "ই-গভঃ, ICT ও এমআইএস", ("ICT",)),
        ("DcmwPe (BCIC)", "উপসচিব (BCIC)", ("BCIC",)),
        ("e-GP wm‡÷g", "e-GP সিস্টেম", ("e", "GP")),
        ("Level-4, K¶ 12", "Level-4, কক্ষ ১২", ("Level",)),
        ("evmv 9551612, PABX 217", "বাসা ৯৫৫১৬১২, PABX 217", ("PABX",)),
        ("Gg. G. Kwig", "এম. এ. করিম", ()),
        ("G ‡K Gg", "এ কে এম", ()),
        ("405", "৪০৫", ()),
        ("RR ‡KvU©", "জজ কোর্ট", ()),
        ("DcmwPe (প্রশাসন)", "উপসচিব (প্রশাসন)", ()),
        ("÷vd D”P¯’vb", "স্টাফ উচ্চস্থান", ()),
    ],
)
def test_mixed(bijoy, meant, latin):
    result = read_bijoy(bijoy)
    assert (result.text, result.latin, result.unread) == (meant, latin, ())


def test_each_line_is_judged_by_itself():
    assert read_bijoy("Room\n405\r\nmwPe\n").text == "Room\n৪০৫\r\nসচিব\n"


def test_parts_in_their_order():
    assert read_bijoy("K ¨ PABX 12 kvLv").parts == (
        *((READ, "ক "), (UNREAD, "¨"), (READ, " "), (LATIN, "PABX")),
        (READ, " 12 শাখা"),
    )


def test_a_bangla_word_that_looks_english_stays_and_is_named():
    """A limit, written down: জবাব is `Reve`, as English as it is Bijoy."""
    assert read_bijoy("Reve cÎ").parts == ((LATIN, "Reve"), (READ, " পত্র"))


@given(st.text())
def test_any_text(text):
    result = read_bijoy(text)
    assert unicodedata.is_normalized("NFC", result.text)
    assert read_bijoy(result.text).unread == () or result.unread


@pytest.mark.parametrize("piece", ["A ", "a@ ", "a.", "\n", "GK mwPe ", "\u0301\u0323"])
def test_long_texts_are_no_trouble(piece):
    assert len(read_bijoy(piece * 30_000).text) >= 30_000
