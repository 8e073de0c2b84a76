import io
import os
import subprocess
from types import SimpleNamespace

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from benchmarks.readers import pdfium, pdftotext, python
from innovation_portal.paper import faces, office_fonts, trial
from innovation_portal.paper.pdf import from_html

from .papers import HARD_WORDS, fonts, objects, page, paragraphs, pictures, stock
from .test_text_layer import letters

pytestmark = pytest.mark.slow  # each font is drawn with in a process of its own
FREE, NO_SUBSETTING, RESTRICTED, BITMAPS_ONLY = 0, 0x0100, 0x0002, 0x0200


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    """The office's own font folder, with no trial remembered."""
    settings.OFFICE_FONTS = tmp_path / "office-fonts"
    settings.OFFICE_FONTS.mkdir()
    office_fonts._weight.cache_clear()
    return settings.OFFICE_FONTS


@pytest.fixture
def put(folder, settings):
    """Puts a font named Nikosh into the folder: our Noto under another name."""

    def made(file="Nikosh.ttf", weight=400, permission=FREE, flavor=None):
        with TTFont(settings.FONTS / f"noto-serif-bengali-{weight}.woff2") as font:
            for record in font["name"].names:
                record.string = "Nikosh"
            font["OS/2"].fsType = permission
            font.flavor = flavor
            font.save(folder / file)
        return folder / file

    return made


def test_an_empty_or_missing_folder_leaves_noto(folder):
    assert office_fonts.office_fonts() == {}
    folder.rmdir()
    assert office_fonts.office_fonts() == {}
    assert all(face.path.name.startswith("noto-") for face in faces.faces())


@pytest.mark.parametrize(
    ("file", "flavor"), [("Nikosh.TTF", None), ("n.woff", "woff"), ("n.woff2", "woff2")]
)
def test_the_offices_font_is_used_for_bangla(put, file, flavor):
    path = put(file, flavor=flavor)
    serif = [face for face in faces.faces() if face.family == "Paper Bangla"]

    assert [(face.weight, face.path) for face in serif] == [(400, path)]
    assert "".join(letters(pdftotext(from_html(page("<p>কর্ম কি"))))) == "কর্মকি"


def test_a_bold_file_is_used_for_bold(put):
    regular, bold = put(), put("NikoshBold.ttf", 700)

    assert office_fonts.office_fonts() == {400: regular, 700: bold}


def test_a_bold_file_alone_is_not_enough(put):
    put("NikoshBold.ttf", 700)

    assert office_fonts.office_fonts() == {}


def test_of_two_files_the_first_by_name_is_used(put):
    put("b.ttf")
    first = put("a.ttf")

    assert office_fonts.office_fonts() == {400: first}


def outlines(font):
    """How many glyphs have one."""
    return sum(font["glyf"][name].numberOfContours != 0 for name in font["glyf"])


def embedded(data):
    opened = objects(data)
    (below,) = fonts(opened)["Paper-Bangla"].DescendantFonts
    return TTFont(io.BytesIO(below.FontDescriptor.FontFile2.read_bytes()))


@pytest.mark.parametrize("permission", [FREE, NO_SUBSETTING])
def test_a_font_that_may_not_be_cut_is_embedded_whole(put, permission):
    whole = outlines(TTFont(put(permission=permission)))
    kept = outlines(embedded(from_html(page("<p>কর্ম কি"))))

    assert kept == (whole if permission == NO_SUBSETTING else 4)


@pytest.mark.parametrize("permission", [FREE, NO_SUBSETTING])
def test_its_text_reads_back_letter_for_letter(put, permission, monkeypatch):
    put(permission=permission)
    html = page(paragraphs(HARD_WORDS))
    data = from_html(html)

    for read in (pdftotext, pdfium, python):
        assert letters(read(data)) == letters(HARD_WORDS)
    assert pictures(data) == pictures(stock(html, monkeypatch))


def with_cubic_outlines(path):
    """The same font as OpenType with a CFF table, as .otf files are."""
    font = TTFont(path)
    glyphs, widths, drawn = font.getGlyphSet(), font["hmtx"].metrics, {}
    for name in font.getGlyphOrder():
        pen = T2CharStringPen(widths[name][0], glyphs)
        glyphs[name].draw(pen)
        drawn[name] = pen.getCharString()
    del font["glyf"], font["loca"]
    FontBuilder(font=font).setupCFF("Nikosh", {}, drawn, {})
    font["maxp"].tableVersion = 0x00005000
    font.sfntVersion = "OTTO"
    font.save(path.with_suffix(".otf"))
    path.unlink()


@pytest.mark.parametrize("permission", [FREE, NO_SUBSETTING])
def test_an_otf_file_is_drawn_and_read_as_well(put, permission, monkeypatch):
    with_cubic_outlines(put(permission=permission))
    html = page(paragraphs(HARD_WORDS))
    data = from_html(html)

    for read in (pdftotext, pdfium):
        assert letters(read(data)) == letters(HARD_WORDS)
    assert pictures(data) == pictures(stock(html, monkeypatch))


@pytest.mark.parametrize(
    ("permission", "reason"),
    [(RESTRICTED, "licence"), (BITMAPS_ONLY, "licence"), (BITMAPS_ONLY | 4, "licence")],
)
def test_a_font_that_documents_may_not_carry_is_refused(put, permission, reason):
    with pytest.raises(ValueError, match=reason):
        trial.tried(put(permission=permission))


def test_a_font_without_bangla_is_refused(settings):
    with pytest.raises(ValueError, match="lacks Bangla letters of Unicode"):
        trial.tried(settings.FONTS / "noto-serif-400.woff2")


def test_a_slanted_font_is_refused(put):
    with TTFont(path := put()) as font:
        font["OS/2"].fsSelection |= 1
        font.save(path)

    with pytest.raises(ValueError, match="slanted"):
        trial.tried(path)


def refusals(caplog):
    return [record.getMessage() for record in caplog.records]


def broken(path):
    """A file whose tables are cut off half way."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def nonsense(path):
    path.write_bytes(b"not a font at all")


def scrambled(path):
    """The right table directory, and noise for its tables."""
    data = path.read_bytes()
    path.write_bytes(data[:400] + bytes(range(256)) * (len(data) // 256))


@pytest.mark.parametrize("spoil", [broken, nonsense, scrambled])
def test_a_file_that_is_no_font_is_logged_once_and_passed_over(put, spoil, caplog):
    spoil(put())

    for _time in range(2):
        assert letters(pdftotext(from_html(page("<p>কর্ম")))) == "কর্ম"
    (said,) = refusals(caplog)
    assert said.startswith("the font Nikosh.ttf is not used: ")
    assert len(said) > len("the font Nikosh.ttf is not used: ")


def test_a_good_file_beside_a_bad_one_is_used(put):
    nonsense(put("a.ttf"))
    good = put("b.ttf")

    assert office_fonts.office_fonts() == {400: good}


@pytest.mark.parametrize(
    ("ending", "reason"),
    [
        (subprocess.TimeoutExpired("it", 40), "'it' timed out after 40 seconds"),
        (
            subprocess.CalledProcessError(-11, "it"),
            "'it' died with <Signals.SIGSEGV: 11>.",
        ),
    ],
)
def test_a_font_that_kills_its_reader_is_passed_over(
    put, monkeypatch, caplog, ending, reason
):
    def run(*_, **__):
        raise ending

    put()
    monkeypatch.setattr(subprocess, "run", run)

    assert office_fonts.office_fonts() == {}
    assert refusals(caplog) == [
        "the font Nikosh.ttf is not used: its trial ended without an answer "
        f"(Command {reason})"
    ]


def test_a_child_that_says_nothing_is_no_answer(put, monkeypatch):
    silent = SimpleNamespace(stdout=b"")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: silent)
    put()

    assert office_fonts.office_fonts() == {}


def test_a_file_too_large_is_not_even_opened(put, monkeypatch, caplog):
    monkeypatch.setattr(office_fonts, "LARGEST", 1000)
    put()

    assert office_fonts.office_fonts() == {}
    assert refusals(caplog) == [
        "the font Nikosh.ttf is not used: it is larger than 10 MB"
    ]


def test_a_link_out_of_the_folder_is_refused(folder, settings, caplog):
    target = settings.FONTS / "noto-serif-bengali-400.woff2"
    os.symlink(target, folder / "Nikosh.woff2")

    assert office_fonts.office_fonts() == {}
    assert refusals(caplog)[0].endswith("it is a link to another folder")


def test_a_font_put_in_while_the_portal_runs_is_taken_up(put):
    before = from_html(page("<p>কর্ম"))
    path = put()
    with TTFont(path) as font:
        font["head"].unitsPerEm = 2000  # half the size
        font.save(path)
    during = from_html(page("<p>কর্ম"))
    path.unlink()

    assert pictures(during) != pictures(before)
    assert pictures(from_html(page("<p>কর্ম"))) == pictures(before)
