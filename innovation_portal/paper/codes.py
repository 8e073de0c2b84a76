"""The codes of a PDF's fonts: each stands for a glyph with a text (see text_layer)."""

import io
from collections import defaultdict

import pydyf
from fontTools.ttLib import TTFont

# For a glyph beyond its cluster's characters: no reader shows it or breaks there.
WORD_JOINER = "\u2060"
# A code has two bytes. Texts beyond these are told by ActualText alone.
MOST_TEXTS = 50_000
NO_SUBSETTING = 0x0100  # of fsType in the OS/2 table of OpenType
HEAD = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (%s) /Supplement 0 >> def
/CMapName /%s def
/CMapType %d def
1 begincodespacerange
<0000> <ffff>
endcodespacerange"""
FOOT = b"""endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Codes:
    """The codes of one document; within a font they count from 1, in order of use."""

    def __init__(self):
        self.fonts = defaultdict(dict)
        self.met = set()

    def meet(self, fonts):
        """Let a font whose licence forbids to cut it be embedded whole.

        WeasyPrint does so with the fonts of forms alone.
        """
        for key in fonts.keys() - self.met:
            self.met.add(key)
            fonts[key].used_in_forms |= _must_stay_whole(fonts[key])

    def code(self, font, glyph, text):
        """The code of a glyph with a text; both as four hexadecimal digits."""
        codes = self.fonts[font]
        return codes.get((glyph, text)) or self._new(codes, glyph, text)

    def _new(self, codes, glyph, text):
        if len(codes) >= MOST_TEXTS:
            text = WORD_JOINER
        return codes.setdefault((glyph, text), b"%04x" % (len(codes) + 1))

    def finish(self, document, pdf):
        """Lead the codes to glyphs, widths and texts in the fonts of a pydyf PDF."""
        fonts = {font.name: font for font in document.fonts.values()}
        for found in list(pdf.objects):
            if isinstance(found, dict) and found.get("Subtype") == "/Type0":
                font = fonts[found["BaseFont"]]
                _lead(pdf, found, font, self.fonts[font.hash])


def _must_stay_whole(font):
    source = io.BytesIO(font.file_content)
    with TTFont(source, fontNumber=font.index, lazy=True) as tables:
        return "OS/2" in tables and bool(tables["OS/2"].fsType & NO_SUBSETTING)


def _lead(pdf, found, font, pairs):
    glyphs, texts = [int(glyph, 16) for glyph, _ in pairs], [text for _, text in pairs]
    # WeasyPrint counts glyphs that the font lacks from the end of the font.
    drawn = [glyph if glyph < font.glyph_count else 0 for glyph in glyphs]
    inner = _at(pdf, found["DescendantFonts"][0])
    _at(pdf, found["ToUnicode"]).stream = _to_unicode(texts)
    if font.type == "otf":  # takes no CIDToGIDMap: a CMap leads its codes to glyphs
        found["Encoding"] = _add(pdf, _encoding(drawn))
    else:
        order = b"".join(glyph.to_bytes(2, "big") for glyph in [0, *drawn])
        inner["CIDToGIDMap"] = _add(pdf, pydyf.Stream([order], compress=True))
        inner["W"] = pydyf.Array([1, pydyf.Array(font.widths[g] for g in glyphs)])
        found["Encoding"] = "/Identity-H"


def _to_unicode(texts):
    utf16 = [text.encode("utf-16-be").hex().encode() for text in texts]
    rows = [b"<%04x> <%s>" % row for row in enumerate(utf16, 1)]
    return _cmap(b"UCS", b"Portal-Texts", 2, rows, b"bf")


def _encoding(glyphs):
    rows = [b"<%04x> %d" % row for row in enumerate(glyphs, 1)]
    extra = {
        "Type": "/CMap",
        "CMapName": "/Portal-Codes",
        "CIDSystemInfo": b"<</Registry (Adobe)/Ordering (Identity)/Supplement 0>>",
    }
    lines = _cmap(b"Identity", b"Portal-Codes", 1, rows, b"cid")
    return pydyf.Stream(lines, pydyf.Dictionary(extra), compress=True)


def _cmap(ordering, name, kind, rows, verb):
    """The lines of a CMap (Adobe technical note 5014): at most 100 rows in a block."""
    lines = [HEAD % (ordering, name, kind)]
    for start in range(0, len(rows), 100):
        block = rows[start : start + 100]
        begin = b"%d begin%schar" % (len(block), verb)
        lines += [begin, *block, b"end%schar" % verb]
    return [*lines, FOOT]


def _at(pdf, reference):
    return pdf.objects[int(reference.split()[0])]


def _add(pdf, stream):
    pdf.add_object(stream)
    return stream.reference
