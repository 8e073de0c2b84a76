"""The families of the print fonts, by name and by picture."""

import pypdfium2
import pytest
from PIL import ImageChops

from innovation_portal.paper.faces import FAMILIES, _ranges, faces, style
from innovation_portal.paper.pdf import from_html

from .papers import fonts, objects, page

SERIF = "'Paper Bangla', 'Paper Latin'"
SANS = "'Paper Sans Bangla', 'Paper Sans Latin'"


def test_each_family_has_two_weights_and_one_script():
    found = [(face.family, face.weight) for face in faces()]

    assert found == [(family, weight) for family in FAMILIES for weight in (400, 700)]
    assert all(face.path.is_file() for face in faces())
    assert not {*FAMILIES["Paper Latin"][1]} & {*range(0x0980, 0x0A00)}


def test_the_size_of_the_text_is_a_setting(settings):
    settings.PAPER_SIZE = 13.5

    assert 'html { font: 13.5pt "Paper Bangla", "Paper Latin", serif; }' in style(
        faces()
    )


def test_neighbouring_letters_are_one_range():
    assert _ranges((0x20, 0x21, 0x22, 0x964, 0x980)) == (
        "U+0020-0022, U+0964-0964, U+0980-0980"
    )


@pytest.mark.parametrize(
    ("families", "names"),
    [
        (SERIF, {"Paper-Bangla", "Paper-Latin"}),
        (SANS, {"Paper-Sans-Bangla", "Paper-Sans-Latin"}),
    ],
)
def test_two_scripts_are_two_fonts(families, names):
    opened = objects(from_html(page("<p>কর্ম Abc", f"p {{font-family: {families}}}")))

    assert fonts(opened).keys() == names


def line(families, weight, **pieces):
    """A picture of one line, its pieces each at a place of its own."""
    placed = "".join(f"<b class={name}>{text}</b>" for name, text in pieces.items())
    rules = f"""
        @page {{size: 12cm 1cm; margin: 0}}
        b {{position: absolute; font: {weight} 12pt {families}}}
        .bangla {{left: 6cm}}
    """
    document = pypdfium2.PdfDocument(from_html(page(f"<p>{placed}", rules)))
    image = document[0].render(scale=3).to_pil().convert("L")
    document.close()
    return image


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize("families", [SERIF, SANS])
def test_latin_and_bangla_in_one_line_look_as_they_do_alone(families, weight):
    """One family for both scripts draws Latin text with random Bangla glyphs."""
    words = {"latin": "Ministry 2017", "bangla": "কর্মকর্তা ভট্টাচার্য"}
    latin, bangla = (line(families, weight, **{name: words[name]}) for name in words)
    both = line(families, weight, **words)

    assert both.getextrema() == (0, 255)
    assert both.tobytes() == ImageChops.darker(latin, bangla).tobytes()
