"""Elements of WordprocessingML, in the order that its schema asks for.

Word takes the font, size and weight of Bangla letters from the complex-script half of a
run's properties and those of Latin ones from the other half, so a text is cut into runs
of one script each, and every run says all of it.
"""

import re
from dataclasses import dataclass

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

BANGLA_FONT, LATIN_FONT = "Nikosh", "Times New Roman"
LATIN_SHARE = 0.88  # Nikosh is drawn smaller than others of the same size
TWIPS = 1440 / 2.54  # in a centimetre
# From an ASCII letter to the last letter or digit that only ASCII stands before.
LATIN = re.compile(r"([A-Za-z](?:[ -~]*[A-Za-z0-9/])?)")
UNWRITABLE = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Look:
    """How a paragraph stands; indents in centimetres, everything else in points.

    ``keep`` holds it on the page of the next one; ``tab`` is where a tab leads.
    """

    align: str = "left"
    bold: bool = False
    underlined: bool = False
    size: float = 13
    before: float = 0
    after: float = 0
    line: float = 1.15
    left: float = 0
    first: float = 0
    tab: float = 0
    keep: bool = False
    ruled: bool = False
    style: str = ""


def element(tag, *children, **attributes):
    """``w:tag`` with the children that are something; attributes are of ``w:`` too."""
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    made.extend(child for child in children if child is not None)
    return made


def twips(centimetres):
    return round(centimetres * TWIPS)


def paragraph(text, look):
    """A paragraph of the text; a line's end in it is a line's end on the paper."""
    return element("p", paragraph_properties(look), *runs(text, look))


def paragraph_properties(look):
    return element(
        "pPr",
        element("pStyle", val=look.style) if look.style else None,
        element("keepNext") if look.keep else None,
        element("keepLines") if look.keep else None,
        _rule() if look.ruled else None,
        element("tabs", element("tab", val="left", pos=twips(look.tab)))
        if look.tab
        else None,
        element(
            "spacing",
            before=round(look.before * 20),
            after=round(look.after * 20),
            line=round(look.line * 240),
            lineRule="auto",
        ),
        _indent(look),
        element("jc", val=look.align),
    )


def _rule():
    line = element("bottom", val="single", sz=4, space=1, color="auto")
    return element("pBdr", line)


def _indent(look):
    hangs = look.first < 0
    first = {"hanging" if hangs else "firstLine": abs(twips(look.first))}
    return element("ind", left=twips(look.left), **first)


def runs(text, look):
    """One run for each stretch of a script; spaces and digits stay with the Bangla."""
    pieces = LATIN.split(UNWRITABLE.sub("", text))
    for number, piece in enumerate(pieces):
        if piece:
            yield run(look, *_written(piece), latin=bool(number % 2))


def run(look, *content, latin=False):
    return element("r", run_properties(look, latin=latin), *content)


def run_properties(look, *, latin=False):
    half_points = round(look.size * 2)
    return element(
        "rPr",
        fonts(),
        element("b") if look.bold else None,
        element("bCs") if look.bold else None,
        element("sz", val=round(half_points * LATIN_SHARE)),
        element("szCs", val=half_points),
        element("u", val="single") if look.underlined else None,
        None if latin else element("cs"),
        element("lang", val="en-GB", eastAsia="en-US", bidi="bn-BD"),
    )


def fonts():
    latin, bangla = LATIN_FONT, BANGLA_FONT
    return element("rFonts", ascii=latin, hAnsi=latin, eastAsia=bangla, cs=bangla)


def _written(piece):
    """The text with its tabs and line ends as elements of their own."""
    for part in re.split("([\t\n])", piece):
        if part in ("\t", "\n"):
            yield element("tab" if part == "\t" else "br")
        elif part:
            text = element("t")
            text.text = part
            text.set(qn("xml:space"), "preserve")
            yield text
