import hashlib
import inspect
import io
import re
import struct
import unicodedata
from types import SimpleNamespace

import pikepdf
import pydyf
import pytest
import weasyprint
from fontTools.ttLib import TTFont
from weasyprint import document
from weasyprint.draw import text as drawing
from weasyprint.pdf import fonts as pdf_fonts
from weasyprint.pdf import pdfa, stream, tags
from weasyprint.svg.text import text as svg_text
from weasyprint.text import line_break

from benchmarks.readers import pdfium, pdftotext, python
from innovation_portal.paper.codes import Codes
from innovation_portal.paper.pdf import from_html
from innovation_portal.paper.text_layer import _deal, _recode, text_layer

from .papers import HARD_WORDS, fonts, objects, page, paragraphs, pictures, stock

pytestmark = pytest.mark.slow

SERIF = "body {font-family: 'Paper Bangla', 'Paper Latin'}"
SANS = "body {font-family: 'Paper Sans Bangla', 'Paper Sans Latin'}"
BOLD = "p {font-weight: bold}"
# What text_layer.py and codes.py know of other people's sources.
RELIED_ON = (
    drawing.draw_text,  # begin_text, draw_first_line, end_text, in this order
    drawing.draw_first_line,  # a code for each glyph but EMPTY; Tf before TJ
    svg_text,  # takes draw_first_line anew for each text
    line_break.Layout.get_first_line,
    stream.Stream,  # _current_font, _fonts
    pdf_fonts.Font,  # hash, name, widths, missing, glyph_count, bitmap, type
    pdf_fonts.build_fonts_dictionary,
    pdf_fonts._build_vector_font_dictionary,
    document.Document.write_pdf,  # the finisher comes last
    tags._build_box_tree,  # TH have an ID, TH and TD an A: structure.py
    pdfa.pdfa,  # fills AF
    pydyf.Stream,
    pydyf.PDF.write,
)


def normal(text):
    return [
        " ".join(line.split())
        for line in unicodedata.normalize("NFC", text).splitlines()
        if line.strip()
    ]


def letters(text):
    return "".join("".join(normal(text)).split())


@pytest.mark.parametrize("style", [SERIF, SERIF + BOLD, SANS, SANS + BOLD])
@pytest.mark.parametrize("read", [pdftotext, pdfium])
def test_hard_words_come_back_letter_for_letter(style, read):
    text = read(
        from_html(page(paragraphs(HARD_WORDS), f"p {{font-size: 6pt}} {style}"))
    )

    assert normal(text) == normal(HARD_WORDS)


def test_python_reads_them_too():
    text = python(from_html(page(paragraphs(HARD_WORDS))))

    assert letters(text) == letters(HARD_WORDS)


ROW = "<tr><th>শাখা<td>অগ্নি নির্বাপণ<td>02-9551234</tr>"
PIECES = {
    "hard words": (paragraphs(HARD_WORDS), ""),
    "bold": (f"<b>{paragraphs(HARD_WORDS)}</b>", SANS),
    "headings": ("<h1>কর্মপরিকল্পনা</h1><h2>শ্রেণি ২</h2><p>ভূমি", ""),
    "table": (f"<table>{ROW * 60}</table>", "td {border: 1px solid}"),
    "list": ("<ol><li>প্রথম<li>দ্বিতীয়</ol><ul><li>তৃতীয়</ul>", ""),
    "margins": (
        "<p>এক<p style='break-before:page'>দুই",
        "@page {@bottom-center {content: 'পৃষ্ঠা ' counter(page, bengali) ' / '"
        " counter(pages, bengali)}}",
    ),
    "letter spacing": ("<p>স্মারক নং ০০৫ Memo", "p {letter-spacing: 3px}"),
    "justified": (paragraphs(HARD_WORDS) * 2, "p {text-align: justify; width: 9cm}"),
    "hyphens": (
        "<p lang=en>representatives of extraordinary responsibilities",
        "p {hyphens: auto; width: 2cm}",
    ),
    "soft hyphens": ("<p>repre&shy;sentatives &shy;গণপ্রজা&shy;তন্ত্রী", "p {width: 2cm}"),
    "transform": ("<p lang=en>straße নং memo", "p {text-transform: uppercase}"),
    "runs": ("<p>স্মারক No. ৩৬ of 2017 <b>তারিখ</b> <i>x</i> ৳ 5", ""),
    "right to left": ("<p>ক العربية ‮abc‬ খ שלום (গ) <bdo dir=rtl>কর্ম abc</bdo>", ""),
    "no glyph": ("<p>ক \U0001f9ff খ \ue123 \U00012345 গ", ""),
    "joiners alone": ("<p>\u200d</p><p>\u200c\u200cক্\u200c</p><p>ক\u200d</p>", ""),
    "vowels alone": ("<p>ি ো ৌ ্ ্য র্ ক্ ৗ", ""),
    "emoji": ("<p>ক 😀 খ", ""),
    "ellipsis": (
        "<p>গণপ্রজাতন্ত্রী বাংলাদেশ সরকার",
        "p {overflow: hidden; text-overflow: ellipsis; white-space: pre; width: 3cm}",
    ),
    "underlined": ("<p><u>বিষয়ঃ</u> <s>পুরোনো</s> H<sub>2</sub>O", ""),
    "picture": ("<svg width=90 height=20><text y=15>Memo 7</text></svg>", ""),
    "turned": ("<p>কর্ম", "p {transform: rotate(30deg)}"),
    "kept white space": ("<pre>ক  খ\tগ\n  ঘ</pre>", ""),
    "invisible": ("<p style='visibility: hidden'>ক<p style='font-size: 0'>খ<p>গ", ""),
}


@pytest.mark.parametrize("piece", PIECES)
def test_nothing_looks_different(piece, monkeypatch):
    html = page(*PIECES[piece])

    assert pictures(from_html(html)) == pictures(stock(html, monkeypatch))


@pytest.mark.parametrize(
    ("piece", "text"),
    [
        ("headings", "কর্মপরিকল্পনা শ্রেণি ২ ভূমি"),
        ("list", "1. প্রথম 2. দ্বিতীয় • তৃতীয়"),
        ("margins", "এক পৃষ্ঠা ১ / ২ দুই পৃষ্ঠা ২ / ২"),
        ("letter spacing", "স্মারক নং ০০৫ Memo"),
        ("transform", "STRASSE নং MEMO"),
        ("runs", "স্মারক No. ৩৬ of 2017 তারিখ x ৳ 5"),
        ("underlined", "বিষয়ঃ পুরোনো H2O"),
        ("picture", "Memo 7"),
        ("kept white space", "ক খ গ ঘ"),
        ("invisible", "গ"),
    ],
)
def test_every_kind_of_line_says_its_text(piece, text):
    data = from_html(page(*PIECES[piece]))

    assert sorted(letters(pdftotext(data))) == sorted(letters(text))
    assert sorted(letters(python(data))) == sorted(letters(text))


def test_a_line_is_said_once_in_the_order_it_is_read():
    data = from_html(page("<p>স্মারক No. ৩৬ <b>of</b> 2017", ""))

    assert normal(pdftotext(data)) == ["স্মারক No. ৩৬ of 2017"]


def said(data):
    """The texts of all lines, as the pages say them."""
    pages = (bytes(page.Contents.read_bytes()) for page in objects(data).pages)
    spans = re.findall(rb"ActualText (\(.*?\)|<.*?>)>> BDC", b"".join(pages))
    return [str(pikepdf.Object.parse(span)) for span in spans]


@pytest.mark.parametrize("piece", ["right to left", "joiners alone", "vowels alone"])
def test_odd_lines_say_what_was_written(piece):
    body, style = PIECES[piece]
    written = re.sub("<.*?>", "", body)

    assert letters("".join(said(from_html(page(body, style))))) == letters(written)


def test_places_to_break_a_line_are_not_said():
    data = from_html(page("<p>ds&shy;ict@<wbr>moind.<wbr>gov.bd &shy;ক<wbr>"))

    assert "".join(said(data)) == "dsict@moind.gov.bd ক"
    assert python(data) == "dsict@moind.gov.bd ক"


def texts_of_codes(opened):
    """What ToUnicode gives for the codes of each font."""
    for font in fonts(opened).values():
        rows = re.findall(
            rb"<([0-9a-f]{4})> <([0-9a-f]*)>", font.ToUnicode.read_bytes()
        )
        yield [
            bytes.fromhex(text.decode()).decode("utf-16-be")
            for code, text in rows
            if code != b"0000"
        ]


@pytest.mark.parametrize("piece", PIECES)
def test_no_code_is_without_a_text(piece):
    found = list(texts_of_codes(objects(from_html(page(*PIECES[piece])))))

    assert found
    assert all(map(all, found))


def test_a_glyph_has_a_code_for_each_of_its_texts():
    opened = objects(from_html(page("<p>ক কি কু ক")))
    (font,) = fonts(opened).values()
    (below,) = font.DescendantFonts
    glyphs = below.CIDToGIDMap.read_bytes()
    (texts,) = texts_of_codes(opened)

    assert len(texts) == len(glyphs) / 2 - 1 == len(below.W[1])
    assert sorted(texts)[:2] == [" ", "ক"]
    assert len(set(zip(glyphs[2::2], glyphs[3::2], texts, strict=True))) == len(texts)


def test_a_joiner_goes_with_what_follows_it():
    """pdf.js drops a text that ends in one."""
    (texts,) = texts_of_codes(objects(from_html(page("<p>র\u200d্যাব বাক্\u200cসং"))))

    assert {text for text in texts if {*text} & {"\u200c", "\u200d"}} == {
        "\u200d্য",
        "\u200cস",
    }


def test_every_code_leads_to_a_glyph_that_the_font_has():
    opened = objects(from_html(page(*PIECES["no glyph"])))
    for font in fonts(opened).values():
        (below,) = font.DescendantFonts
        embedded = TTFont(io.BytesIO(below.FontDescriptor.FontFile2.read_bytes()))
        glyphs = struct.iter_unpack(">H", below.CIDToGIDMap.read_bytes())

        assert max(glyphs) < (embedded["maxp"].numGlyphs,)


def test_a_font_of_bitmaps_keeps_the_codes_that_name_its_glyphs():
    font = SimpleNamespace(hash="BITMAP", bitmap=True)
    drawn = [b"/BITMAP 1 Tf", b"[<0507>-3<09>] TJ"]
    stream = SimpleNamespace(stream=[*drawn], _fonts={1: font})
    _recode(stream, 0, None, Codes(), ["ক", "খ", "গ"])

    assert stream.stream == drawn


@pytest.mark.parametrize(
    ("cluster", "glyphs", "dealt"),
    [
        ("ক", 1, ["ক"]),
        ("ক্ষি", 2, ["ক", "্ষি"]),
        ("কো", 3, ["ক", "ে", "া"]),
        ("ি", 2, ["ি", "\u2060"]),
        ("", 0, []),
    ],
)
def test_characters_are_dealt_over_glyphs(cluster, glyphs, dealt):
    assert _deal(cluster, glyphs) == dealt


def test_beyond_the_codes_of_two_bytes_only_the_line_says_its_text(monkeypatch):
    monkeypatch.setattr("innovation_portal.paper.codes.MOST_TEXTS", 3)
    html = page(paragraphs(HARD_WORDS))
    data = from_html(html)

    assert letters(pdftotext(data)) == letters(HARD_WORDS)
    assert pictures(data) == pictures(stock(html, monkeypatch))


def test_weasyprint_is_left_as_it_was():
    before = drawing.draw_first_line
    with text_layer():
        assert drawing.draw_first_line is not before
    assert drawing.draw_first_line is before


def test_the_sources_relied_on_are_those_that_were_read():
    """When this fails, read the diff of RELIED_ON between the two versions.

    Hold it against what stands beside each name there and in text_layer.py, codes.py
    and structure.py; look at a page of hard words; then put in the new hash.
    """
    sources = "".join(map(inspect.getsource, RELIED_ON))

    assert weasyprint.VERSION == "70.0"
    assert pydyf.VERSION == "0.13.0"
    assert hashlib.sha256(sources.encode()).hexdigest()[:16] == "5a8b3a755c11faa5"
