"""What a contact says: as a file, for many, and as a QR code."""

import re
from io import BytesIO
from xml.etree import ElementTree

import pytest
import segno
from hypothesis import given
from hypothesis import strategies as st

from directory.cards import QR_ROOM, card, cards, qr_svg, qr_text
from directory.models import Entry
from tests.directory.entries import edition, entry
from tests.directory.vcards import contacts, read
from tests.factories import OfficerFactory

KARIM = {
    "honorific": "জনাব",
    "post": "উপসচিব (প্রশাসন)",
    "wing": "প্রশাসন অনুবিভাগ",
    "section": "প্রশাসন শাখা",
    "office_phone": "০২-৯৫৮৩৪৭২, ৯৫৫১৬১২",
    "pabx": "২১৭",
    "residence": "৮৯৮৯৮৫৮",
    "mobile": "০১৭১২-৩৪৫৬৭৮",
    "fax": "৯৫৫১৬১৩",
    "email": "karim@moind.example.gov.bd",
    "room": "৯২৭",
}


@pytest.fixture
def first(db):
    return edition()


def told(lines, first):
    (contact,) = contacts(card(lines, first).encode())
    return contact


def test_says_who_where_and_how_to_reach_him(first):
    assert told([entry("মোঃ করিম", **KARIM)], first) == {
        "VERSION": [["3.0"]],
        "N": [["", "মোঃ করিম", "", "জনাব", ""]],
        "FN": [["মোঃ করিম"]],
        "ORG": [["শিল্প মন্ত্রণালয়", "প্রশাসন অনুবিভাগ", "প্রশাসন শাখা"]],
        "TITLE": [["উপসচিব (প্রশাসন)"]],
        "TEL;TYPE=WORK,VOICE": [["+88029583472"], ["+88029551612"]],
        "TEL;TYPE=HOME,VOICE": [["+88028989858"]],
        "TEL;TYPE=CELL,VOICE": [["+8801712345678"]],
        "TEL;TYPE=WORK,FAX": [["+88029551613"]],
        "EMAIL;TYPE=INTERNET": [["karim@moind.example.gov.bd"]],
        "NOTE": [["পিএবিএক্স: ২১৭\nকক্ষ: ৯২৭"]],
        "REV": [["2017-02-12"]],
    }


def test_several_charges_are_one_contact(first):
    main = entry("করিম", post="উপসচিব", mobile="০১৭১২-৩৪৫৬৭৮", email="a@b.bd")
    more = entry(
        "করিম", post="পরিচালক", section="এনপিও", mobile="০১৭১২-৩৪৫৬৭৮", fax="৯৫৫১৬১৩"
    )
    contact = told([main, more], first)
    assert contact["TITLE"] == [["উপসচিব"]]
    assert contact["TEL;TYPE=CELL,VOICE"] == [["+8801712345678"]]
    assert contact["TEL;TYPE=WORK,FAX"] == [["+88029551613"]]
    assert contact["EMAIL;TYPE=INTERNET"] == [["a@b.bd"]]
    assert contact["NOTE"] == [["পরিচালক, এনপিও"]]


def test_an_extension_is_dialled_after_a_pause(first):
    contact = told([entry("করিম", office_phone="9583472 এক্স. ১২৩")], first)
    assert contact["TEL;TYPE=WORK,VOICE"] == [["+88029583472,123"]]


def test_a_number_that_nobody_can_be_sure_of_is_only_noted(first):
    contact = told([entry("করিম", office_phone="9551612-5")], first)
    assert contact["NOTE"] == [["অফিস: 9551612-5"]]
    assert not [name for name in contact if name.startswith("TEL")]


def test_a_service_number_is_named_after_its_post(first):
    desk = entry(post="অভ্যর্থনা", section="নিচতলা", office_phone="০২-৯৫৬০৪৮১")
    contact = told([desk], first)
    assert contact["FN"] == [["অভ্যর্থনা – নিচতলা"]]
    assert contact["N"] == [["", "অভ্যর্থনা – নিচতলা", "", "", ""]]


def test_hostile_names_stay_within_their_value(first):
    name = "ক;খ,গ\\n\r\nEND:VCARD\r\nBEGIN:VCARD\r\nTEL:999\x00"
    contact = told([entry(), Entry(name=name, post=name)][1:], first)
    assert contact["FN"] == [["ক;খ,গ\\n\nEND:VCARD\nBEGIN:VCARD\nTEL:999 "]]
    assert set(contact) == {"VERSION", "N", "FN", "ORG", "TITLE", "REV"}


def test_everybody_who_can_be_reached_once(first):
    karim = OfficerFactory(name="করিম")
    entry("করিম", officer=karim, mobile="০১৭১২-৩৪৫৬৭৮")
    entry(post="অভ্যর্থনা", pabx="১০১")
    entry("করিম", officer=karim, post="পরিচালক")
    entry(post="আইন কর্মকর্তা", vacant=True)
    entry("রহিম", email="a@b.bd")
    made = "".join(cards(Entry.objects.current().by_person(), first))
    names = [contact["FN"] for contact in contacts(made.encode())]
    assert names == [[["করিম"]], [["অভ্যর্থনা"]], [["রহিম"]]]


def test_a_code_says_the_most_useful(first):
    (contact,) = read(qr_text([entry("মোঃ করিম", **KARIM)]).split("\r\n"))
    assert contact == {
        "VERSION": [["3.0"]],
        "N": [["", "মোঃ করিম", "", "জনাব", ""]],
        "FN": [["মোঃ করিম"]],
        "TEL;TYPE=CELL,VOICE": [["+8801712345678"]],
        "TEL;TYPE=WORK,VOICE": [["+88029583472"]],
        "EMAIL": [["karim@moind.example.gov.bd"]],
        "TITLE": [["উপসচিব (প্রশাসন)"]],
    }


def test_a_code_leaves_out_what_has_no_room(first):
    line = Entry(name="করিম", post="ক" * 200, email="a@b.bd")
    text = qr_text([line])
    assert "TITLE" not in text
    assert "EMAIL:a@b.bd" in text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_a_name_of_any_kind_has_a_code(name):
    assert segno.make(qr_text([Entry(name=name, post="সচিব")]), error="l").version < 41


def test_an_ordinary_code_is_small_enough_to_scan(first):
    text = qr_text([entry("এ কে এম তারিকুল ইসলাম চৌধুরী", **KARIM)])
    assert len(text.encode()) <= QR_ROOM
    assert segno.make(text, error="l", encoding="utf-8").version <= 12


def drawn(svg):
    """The dark points of a picture, by its path: h runs along, m jumps."""
    root = ElementTree.parse(BytesIO(svg)).getroot()
    path = root.find("{http://www.w3.org/2000/svg}path[@class='qrline']")
    x, y, dark = 0.0, 0.0, set()
    for command, numbers in re.findall(r"([Mmh])([-\d. ]+)", path.get("d")):
        given = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "h":
            dark |= {(int(x) + step, int(y)) for step in range(int(given[0]))}
            x += given[0]
        else:
            x, y = given if command == "M" else (x + given[0], y + given[1])
    return dark


def test_the_picture_shows_the_text(first):
    text = qr_text([entry("মোঃ করিম", **KARIM)])
    matrix = segno.make(text, error="l", micro=False, encoding="utf-8").matrix
    border = 4
    assert drawn(qr_svg(text)) == {
        (column + border, row + border)
        for row, points in enumerate(matrix)
        for column, point in enumerate(points)
        if point
    }


def test_the_picture_has_no_style_of_its_own():
    assert b"style" not in qr_svg("ক")
