"""A font file is tried in a process of its own: it may be broken, or made to harm.

Run as ``python -m innovation_portal.paper.trial FILE``; answers on standard output
with {"weight": 400} or {"refused": "the reason"}.
"""

import json
import resource
import sys
from pathlib import Path

LIMITS = {"RLIMIT_AS": 1024**3, "RLIMIT_CPU": 20, "RLIMIT_CORE": 0}
LETTERS = {*map(chr, range(0x0995, 0x09A9)), *"অআইপফবভমযরলশষসহািুেো্ৎংঃঁ০১৯"}
LINE = "শিল্প মন্ত্রণালয়, কর্মকর্তা ভট্টাচার্য র‍্যাব উৎক্ষেপণ ১২৩৪"
# Bits of fsType in the OS/2 table of OpenType.
RESTRICTED, EDITABLE, BITMAPS = 0x0002, 0x000C, 0x0200


def tried(path):
    """The weight of a font, 400 or 700; raises ValueError with what is against it."""
    from fontTools.ttLib import TTFont

    with TTFont(path) as font:
        about, letters = font["OS/2"], font.getBestCmap() or {}
        if LETTERS - {chr(letter) for letter in letters}:
            raise ValueError("it lacks Bangla letters of Unicode")
        may = about.fsType & EDITABLE or not about.fsType & RESTRICTED
        if not may or about.fsType & BITMAPS:
            raise ValueError("its licence does not let documents carry it")
        if about.fsSelection & 1:
            raise ValueError("it is slanted")
        weight = 700 if about.usWeightClass >= 600 else 400
    _draw(path)
    return weight


def _draw(path):
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    rule = f'@font-face {{font-family: Trial; src: url("{path.as_uri()}")}}'
    sheet = weasyprint.CSS(string=rule + "p {font-family: Trial}", font_config=fonts)
    page = weasyprint.HTML(string=f"<p>{LINE}")
    document = page.render(stylesheets=[sheet], font_config=fonts)
    document.write_pdf()
    if "Trial" not in {font.family for font in document.fonts.values()}:
        raise ValueError("it cannot be drawn with")


def main():
    for name, most in LIMITS.items():
        kind = getattr(resource, name)
        ceiling = resource.getrlimit(kind)[1]
        most = most if ceiling == resource.RLIM_INFINITY else min(most, ceiling)
        resource.setrlimit(kind, (most, most))
    try:
        answer = {"weight": tried(Path(sys.argv[1]))}
    except Exception as error:  # readers of fonts raise all kinds
        answer = {"refused": str(error) or type(error).__name__}
    print(json.dumps(answer))  # noqa: T201 its parent reads it


if __name__ == "__main__":
    main()
