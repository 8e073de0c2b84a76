"""Word documents, read back by python-docx and by their XML."""

import io
import zipfile
from datetime import UTC, datetime
from typing import NamedTuple

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn

from innovation_portal.paper.docx import Column, Document
from innovation_portal.paper.docx_pages import ONES, TENS
from tests.words import misplaced, opened, parts, written

AT = datetime(2017, 2, 12, 4, 30, tzinfo=UTC)
NUMBER = "স্মারক নং-৩৬.০০.০০০০.০৭৩.১৬.০০৫.১৭.৪১"


class Head(NamedTuple):
    text: str
    across: int = 1
    down: int = 1


def document(**options):
    return Document(title="সভার নোটিশ", made_at=AT, **options)


def made_of(*calls, **options):
    """The bytes of a document with the pieces: names of methods and what they take."""
    made = document(**options)
    for name, *values in calls:
        getattr(made, name)(*values)
    return bytes(made)


def every(data, tag, part="word/document.xml"):
    return list(parts(data)[part].iter(qn(f"w:{tag}")))


def values(data, tag, part="word/document.xml"):
    return [found.get(qn("w:val")) for found in every(data, tag, part)]


ALL = (
    ("letterhead", ["গণপ্রজাতন্ত্রী বাংলাদেশ সরকার", "শিল্প মন্ত্রণালয়", "www.moind.gov.bd"]),
    ("memo", NUMBER, ["৩০ মাঘ ১৪২৩", "১২ ফেব্রুয়ারি ২০১৭"]),
    ("heading", "সভার নোটিশ"),
    ("labelled", "বিষয়ঃ", "e-GP বিষয়ে সভা।"),
    ("paragraph", "সভা অনুষ্ঠিত হবে।"),
    ("particulars", [("সভাপতি", "সচিব মহোদয়")]),
    ("subheading", "আলোচ্যসূচি"),
    ("lettered", ["বিগত সভার কার্যবিবরণী", "বিবিধ"]),
    ("table", [Column("ক্রমিক", 1.5, "center"), Column("নাম", 6)], [["১", "ক\nখ"], "সব"]),
    ("listed", [("১.", "অফিস কপি")]),
    ("signature", ["(মসিউর রহমান)", "উপসচিব"]),
    ("tent", ["সচিব"]),
)


@pytest.fixture(scope="module")
def full():
    made = document()
    for name, *given in ALL[:-1]:
        getattr(made, name)(*given)
    made.tent(["সচিব"], height=10, size=40, small=20)
    return bytes(made)


def test_it_reads_from_top_to_bottom(full):
    assert written(full) == [
        "গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
        "শিল্প মন্ত্রণালয়",
        "www.moind.gov.bd",
        f"{NUMBER} | তারিখঃ | ৩০ মাঘ ১৪২৩\n১২ ফেব্রুয়ারি ২০১৭",
        "সভার নোটিশ",
        "বিষয়ঃ\te-GP বিষয়ে সভা।",
        "সভা অনুষ্ঠিত হবে।",
        "সভাপতি\t: সচিব মহোদয়",
        "আলোচ্যসূচি",
        "(ক)\tবিগত সভার কার্যবিবরণী",
        "(খ)\tবিবিধ",
        "ক্রমিক | নাম",
        "১ | ক\nখ",
        "সব",
        "১.\tঅফিস কপি",
        "(মসিউর রহমান)",
        "উপসচিব",
        "সচিব",
    ]


def test_every_element_stands_where_the_schema_has_it(full):
    assert misplaced(full) == []


def test_every_run_of_text_says_its_font_in_both_halves(full):
    fonts = {tuple(found.attrib.items()) for found in every(full, "rFonts")}
    latin, bangla = "Times New Roman", "Nikosh"
    wanted = {"ascii": latin, "hAnsi": latin, "eastAsia": bangla, "cs": bangla}
    assert fonts == {tuple((qn(f"w:{key}"), font) for key, font in wanted.items())}
    assert len(every(full, "rFonts")) == len(every(full, "r"))
    assert {found.get(qn("w:bidi")) for found in every(full, "lang")} == {"bn-BD"}


def test_latin_is_cut_out_of_the_bangla():
    data = made_of(("line", "e-GP ও dsict@moind.gov.bd, কক্ষ 12"))
    found = [
        (run.text, run.font.complex_script)
        for paragraph in opened(data).paragraphs
        for run in paragraph.runs
    ]
    assert found == [
        ("e-GP", None),
        (" ও ", True),
        ("dsict@moind.gov.bd", None),
        (", কক্ষ 12", True),
    ]


def test_both_sizes_and_both_weights_are_said():
    data = made_of(("line", "মোটা"), ("subheading", "মোটা ICT"))
    assert values(data, "szCs") == ["26"] * 3
    assert values(data, "sz") == ["23"] * 3
    assert len(every(data, "b")) == len(every(data, "bCs")) == 2


def test_labels_are_bold_and_what_they_tell_is_not():
    (told,) = opened(made_of(("particulars", [("সভাপতি", "সচিব")]))).paragraphs
    assert [(run.text, run.font.cs_bold) for run in told.runs] == [
        ("সভাপতি", True),
        ("\t: সচিব", None),
    ]


def test_a_sheet_is_a4_and_may_lie():
    made = document(landscape=True, margins=(1, 1, 1, 1))
    assert round(made.width, 1) == 27.7
    made.section(landscape=False)
    assert round(made.width, 1) == 19
    found = [
        (s.orientation, round(s.page_width.cm, 1), round(s.page_height.cm, 1))
        for s in opened(bytes(made)).sections
    ]
    assert found == [
        (WD_ORIENT.LANDSCAPE, 29.7, 21.0),
        (WD_ORIENT.PORTRAIT, 21.0, 29.7),
    ]


def test_margins_are_as_asked_for():
    (section,) = opened(made_of()).sections
    sides = ("top_margin", "right_margin", "bottom_margin", "left_margin")
    assert [round(getattr(section, s).cm, 1) for s in sides] == [1.8, 1.8, 2.0, 2.5]


def test_headings_are_repeated_and_no_row_is_cut():
    columns = [Column("ক্রমিক", 1), Column("নাম", 5)]
    data = made_of(("table", columns, [["১", "ক"], ["২", "খ"]]))
    rows = every(data, "tr")
    assert [len(row.findall(f".//{qn('w:tblHeader')}")) for row in rows] == [1, 0, 0]
    assert all(row.findall(f".//{qn('w:cantSplit')}") for row in rows)
    assert [g.get(qn("w:w")) for g in every(data, "gridCol")] == ["567", "2835"]


def test_headings_may_span_columns_and_rows():
    columns = [Column("", 1)] * 4
    heads = [
        [Head("ক্রমিক", down=2), Head("কাল", across=2), Head("ফল", down=2)],
        [Head("শুরু"), Head("শেষ")],
    ]
    made = document()
    made.table(columns, [["১", "ক", "খ", "গ"]], heads=heads)
    above, below, _row = opened(bytes(made)).tables[0].rows
    assert [cell.text for cell in above.cells] == ["ক্রমিক", "কাল", "কাল", "ফল"]
    assert [cell.text for cell in below.cells] == ["ক্রমিক", "শুরু", "শেষ", "ফল"]
    assert misplaced(bytes(made)) == []


def test_a_row_of_a_number_too_many_cells_is_refused():
    with pytest.raises(ValueError, match="zip"):
        document().table([Column("ক", 1)], [["১", "২"]])


def test_rows_are_as_high_as_asked_for():
    made = document()
    made.table([Column("ক", 1)], [["১"]], row_height=1.2)
    (height,) = every(bytes(made), "trHeight")
    assert height.get(qn("w:val")) == "680"
    assert height.get(qn("w:hRule")) == "atLeast"


def test_the_faces_of_a_tent_meet_with_their_tops():
    made = document()
    made.tent(["সচিব", "শিল্প মন্ত্রণালয়"], height=14, size=40, small=20)
    data = bytes(made)
    assert values(data, "textDirection") == ["tbRl", "btLr"]
    left, right = opened(data).tables[0].rows[0].cells
    assert left.text == right.text == "সচিব\nশিল্প মন্ত্রণালয়"


def test_the_signature_stands_together():
    made = document()
    made.paragraph("অনুরোধ করা হলো।")
    made.signature(["(ক)", "উপসচিব", "ফোনঃ ৯৫৫১৬১২"])
    made.line("বিতরণ")
    paragraphs = opened(bytes(made)).paragraphs
    kept = [p.paragraph_format.keep_with_next for p in paragraphs]
    assert kept == [True, True, True, None, None]
    assert misplaced(bytes(made)) == []


def test_a_line_end_in_a_text_is_one_on_paper():
    assert len(every(made_of(("line", "এক\nদুই")), "br")) == 1


def test_what_xml_cannot_say_is_left_out():
    assert written(made_of(("line", "ক\x00\x0b\ufffeখ & <গ>"))) == ["কখ & <গ>"]


def asked(code, page):
    """The instruction of a field with its inner fields put in, as Word would."""
    text = "".join(str(page) if isinstance(part, list) else part for part in code)
    return text.replace("INT(", "int(").lstrip("=")


@pytest.mark.parametrize("page", [1, 9, 10, 11, 47, 99])
def test_the_digits_of_a_page_are_found(page):
    tens, ones = (int(eval(asked(code, page))) for code in (TENS, ONES))  # noqa: S307
    assert 10 * tens + ones == page


def test_pages_are_numbered_in_bangla():
    data = made_of(("line", "ক"))
    footer = parts(data)["word/footer1.xml"]
    assert "".join(footer.itertext(qn("w:t"))) == "পৃষ্ঠা ১"
    code = "".join(footer.itertext(qn("w:instrText")))
    assert code.startswith('IF =INT(PAGE/10) = 1 "১" ""IF =INT(PAGE/10) = 2 "২" ""')
    assert code.endswith('IF =PAGE-10*INT(PAGE/10) = 9 "৯" ""')
    kinds = [f.get(qn("w:fldCharType")) for f in footer.iter(qn("w:fldChar"))]
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_a_sheet_may_go_without_a_number():
    assert "word/footer1.xml" not in parts(made_of(numbered=False))


def test_the_same_document_is_the_same_file(full):
    made = document()
    for name, *given in ALL[:-1]:
        getattr(made, name)(*given)
    made.tent(["সচিব"], height=10, size=40, small=20)
    assert bytes(made) == full
    assert bytes(made) == full  # packed twice


def test_it_says_when_it_was_made_and_of_whom_and_nothing_else(full):
    said = opened(full).core_properties
    assert (said.created, said.modified) == (AT, AT)
    assert (said.author, said.last_modified_by) == ("শিল্প মন্ত্রণালয়",) * 2
    assert (said.title, said.comments) == ("সভার নোটিশ", "")
    with zipfile.ZipFile(io.BytesIO(full)) as package:
        assert {entry.date_time for entry in package.infolist()} == {
            (1980, 1, 1, 0, 0, 0)
        }
        assert not [n for n in package.namelist() if "thumbnail" in n or "app" in n]


def test_a_made_time_elsewhere_is_told_in_utc():
    dhaka = datetime.fromisoformat("2017-02-12T10:30:00+06:00")
    said = opened(bytes(Document(title="ক", made_at=dhaka))).core_properties
    assert said.created == AT
