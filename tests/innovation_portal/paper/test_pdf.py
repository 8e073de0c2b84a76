import os
import shutil
from concurrent.futures import ThreadPoolExecutor

import pytest

from benchmarks.readers import pdftotext
from innovation_portal.paper import pdf
from innovation_portal.paper.pdf import from_html, from_template, page_count

from .papers import page, pictures
from .test_text_layer import letters

pytestmark = pytest.mark.slow


@pytest.fixture(autouse=True)
def press(monkeypatch):
    """A press of the test's own."""
    monkeypatch.setattr(pdf, "_kept", None)


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    """A style sheet that may be changed."""
    sheet = tmp_path / "paper.css"
    sheet.write_text("")
    monkeypatch.setattr(pdf, "SHEET", sheet)
    return sheet


def test_a_template_becomes_a_pdf():
    assert from_template("paper/base.html", {})[:8] == b"%PDF-1.7"


def test_pages_are_counted_without_drawing_them():
    assert page_count("paper/base.html", {}) == 1


def test_fonts_and_style_are_read_once():
    from_html(page("<p>ক"))
    kept = pdf._kept
    from_html(page("<p>খ"))

    assert pdf._kept is kept


def test_another_style_sheet_is_read_anew(sheet):
    before = from_html(page("<p>ক"))
    sheet.write_text("p {margin-left: 5cm}")
    after = from_html(page("<p>ক"))

    assert pictures(before) != pictures(after)


def test_another_size_is_taken_up(settings):
    before = from_html(page("<p>ক"))
    settings.PAPER_SIZE = 30
    after = from_html(page("<p>ক"))

    assert pictures(before) != pictures(after)


def test_a_font_cut_anew_is_read_anew(settings, tmp_path):
    settings.FONTS = shutil.copytree(settings.FONTS, tmp_path / "fonts")
    from_html(page("<p>ক"))
    kept = pdf._kept
    os.utime(settings.FONTS / "noto-serif-400.woff2", (1, 1))
    from_html(page("<p>ক"))

    assert pdf._kept is not kept


def test_fonts_that_were_not_cut_are_named(settings, tmp_path):
    settings.FONTS = tmp_path
    with pytest.raises(FileNotFoundError, match="noto-serif-bengali-400.woff2"):
        from_html(page("<p>ক"))


def test_threads_draw_one_after_the_other():
    words = ["কর্মকর্তা", "শ্রেণি", "ভট্টাচার্য", "উৎসব"] * 3
    with ThreadPoolExecutor(4) as threads:
        drawn = list(threads.map(from_html, map(page, words)))

    assert [letters(pdftotext(data)) for data in drawn] == [letters(w) for w in words]


def test_a_document_that_fails_leaves_the_next_unharmed(monkeypatch):
    def fail(*_):
        raise MemoryError

    with monkeypatch.context() as broken:
        broken.setattr(pdf, "mend", fail)
        with pytest.raises(MemoryError):
            from_html(page("<p>ক"))

    assert letters(pdftotext(from_html(page("<p>কর্ম কি")))) == "কর্মকি"


@pytest.mark.parametrize(
    "html",
    [
        "",
        "<html>",
        "ক" * 30_000,
        "ক্" * 5_000,
        "\u202e\u2066\u0000\ufffe" * 200,
        "ক" + "\u09cd\u200d" * 3_000,
        "<table>" * 60,
        "<td colspan=99999999 rowspan=99999999>ক",
    ],
)
def test_odd_input_makes_a_pdf_all_the_same(html):
    assert from_html(html)[:5] == b"%PDF-"


def lines(many):
    return f'<html lang="bn"><title>ক</title><body>{"<p>ক</p>" * many}</body></html>'


def layouts(monkeypatch, many, sizes):
    """The sizes that were tried and the pages of what was drawn."""
    tried, stock = [], pdf._laid_out
    spy = lambda html, size: tried.append(size) or stock(html, size)  # noqa: E731
    monkeypatch.setattr(pdf, "_laid_out", spy)
    return tried, pdftotext(pdf.from_html(lines(many), sizes=sizes)).count("\f")


def test_the_largest_size_that_needs_no_more_pages(monkeypatch):
    assert layouts(monkeypatch, 60, [5, 7, 9, 11, 13]) == ([5, 11, 9, 7], 1)


def test_where_the_smallest_needs_two_pages_the_largest_of_two(monkeypatch):
    assert layouts(monkeypatch, 150, [5, 6, 8]) == ([5, 8, 6], 2)


def test_one_size_is_laid_out_once(monkeypatch):
    assert layouts(monkeypatch, 1, [8]) == ([8], 1)
