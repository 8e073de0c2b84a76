"""The print fonts as style: two families for two scripts, and the size of the text."""

from typing import NamedTuple

from django.conf import settings

from .fonts import BANGLA, LATIN
from .office_fonts import office_fonts

# One family for two scripts would make WeasyPrint draw Latin text with Bangla glyphs:
# it keeps one embedded font for each name, weight and slant.
FAMILIES = {
    "Paper Bangla": ("noto-serif-bengali", BANGLA),
    "Paper Latin": ("noto-serif", LATIN),
    "Paper Sans Bangla": ("noto-sans-bengali", BANGLA),
    "Paper Sans Latin": ("noto-sans", LATIN),
}
SERIF = "Paper Bangla"
WEIGHTS = (400, 700)
BODY = """
html {{ font: {size}pt "Paper Bangla", "Paper Latin", serif; }}
html:lang(en) {{ font-family: "Paper Latin", "Paper Bangla", serif; }}
"""


class Face(NamedTuple):
    """One file of a family; `letters` are the code points it is asked for."""

    family: str
    weight: int
    path: object
    letters: tuple


def faces():
    """All faces that a document may be set in; the office's own fonts are serifs."""
    own = [Face(SERIF, weight, path, BANGLA) for weight, path in office_fonts().items()]
    return own + [face for face in _cut() if not (own and face.family == SERIF)]


def _cut():
    return [
        Face(family, weight, settings.FONTS / f"{name}-{weight}.woff2", letters)
        for family, (name, letters) in FAMILIES.items()
        for weight in WEIGHTS
    ]


def style(faces):
    """The text of a style sheet: the faces, and the size in points from PAPER_SIZE."""
    return "\n".join(map(_rule, faces)) + BODY.format(size=settings.PAPER_SIZE)


def _rule(face):
    return (
        f'@font-face {{ font-family: "{face.family}"; font-weight: {face.weight};'
        f' src: url("{face.path.as_uri()}"); unicode-range: {_ranges(face.letters)} }}'
    )


def _ranges(letters):
    """Code points as CSS writes them, neighbours together."""
    starts = [letter for letter in letters if letter - 1 not in letters]
    ends = [letter for letter in letters if letter + 1 not in letters]
    pairs = zip(sorted(starts), sorted(ends), strict=True)
    return ", ".join(f"U+{start:04X}-{end:04X}" for start, end in pairs)
