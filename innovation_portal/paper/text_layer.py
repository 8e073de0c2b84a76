"""The text inside our PDFs, as readers search it and as it is copied out.

The fault: WeasyPrint 70 draws Bangla rightly but gives each glyph one text for the
whole document, that of the cluster it is first met in, and "" to the first glyphs of
a cluster of several. So ক first met in কি stays "কি", and ি vanishes: 15 to 28 % of
the characters come back wrong.

The cure has two layers. Each drawn line carries its text (ActualText, ISO 32000-1
14.9.4), which poppler and PDFium read. And a code on the page stands for a glyph *with*
a text, so that many codes may lead to one glyph: `codes.py`, which pdf.js and pypdf
read. What is drawn stays the same, to the pixel.
"""

import re
import unicodedata
from contextlib import contextmanager
from itertools import groupby, pairwise

import pydyf
from weasyprint.draw import text as drawing
from weasyprint.text.ffi import ffi, pango

from .codes import WORD_JOINER, Codes

SHOWN = re.compile(rb"<([0-9a-f]+)>")
# Where a line may be broken; in what is copied they would only be in the way.
BREAKS = str.maketrans("", "", "\xad\u200b")  # soft hyphen, zero-width space (wbr)


@contextmanager
def text_layer():
    """Within it WeasyPrint draws with a text layer; yields the finisher of write_pdf.

    Not for two threads at once: it replaces the function that draws a line.
    """
    codes, stock = Codes(), drawing.draw_first_line

    def draw_first_line(stream, textbox, *options):
        start, font = len(stream.stream), stream._current_font
        emojis = stock(stream, textbox, *options)
        codes.meet(stream._fonts)
        if len(stream.stream) > start:
            line, _rest = textbox.pango_layout.get_first_line()
            text = textbox.pango_layout.text
            _recode(stream, start, font, codes, _texts(line, text.encode()))
            _say(stream, start, text)
        return emojis

    drawing.draw_first_line = draw_first_line
    try:
        yield codes.finish
    finally:
        drawing.draw_first_line = stock


def _recode(stream, start, font, codes, texts):
    """Each glyph shown since `start` gets the code of it and its text."""
    texts, font = iter(texts), font and font[0]
    bitmaps = {font.hash for font in stream._fonts.values() if font.bitmap}

    def recoded(shown):
        digits, step = shown[1], 2 if font in bitmaps else 4
        glyphs = [digits[at : at + step] for at in range(0, len(digits), step)]
        new = [codes.code(font, glyph, next(texts)) for glyph in glyphs]
        # Those of bitmaps name the procedures that draw them.
        return shown[0] if font in bitmaps else b"<%s>" % b"".join(new)

    for place in range(start, len(stream.stream)):
        operation = stream.stream[place]
        if operation.endswith(b" Tf"):
            font = operation[1 : operation.index(b" ")].decode()
        elif operation.endswith(b" TJ"):
            stream.stream[place] = SHOWN.sub(recoded, operation)


def _say(stream, start, text):
    """Put the line's text around what was drawn since `start`."""
    said = pydyf.String(text.translate(BREAKS)).data
    stream.stream.insert(start, b"/Span <</ActualText %s>> BDC" % said)
    stream.end_marked_content()


def _texts(line, source):
    """The text of each visible glyph of a line, in the order they are drawn.

    What has no glyph goes with the next: pdf.js drops a text that ends in a joiner.
    """
    joined = [("", 0)]
    for text, glyphs in _clusters(line, source):
        before, drawn = joined[-1]
        if not drawn or _belong(before, drawn, text, glyphs):
            joined[-1] = before + text, drawn + glyphs
        else:
            joined.append((text, glyphs))
    if len(joined) > 1 and not joined[-1][1]:
        text, _none = joined.pop()
        joined[-1] = joined[-1][0] + text, joined[-1][1]
    return [text for cluster in joined for text in _deal(*cluster)]


def _clusters(line, source):
    """The clusters of a line as (text, number of visible glyphs); a joiner has none."""
    run = line.runs[0]
    while run != ffi.NULL:
        item, glyphs = run.data.item, run.data.glyphs
        starts = ffi.unpack(glyphs.log_clusters, glyphs.num_glyphs)
        ends = dict(pairwise([*sorted(set(starts)), item.length]))
        for start, places in groupby(range(glyphs.num_glyphs), starts.__getitem__):
            text = source[item.offset + start : item.offset + ends[start]].decode()
            visible = [glyphs.glyphs[at].glyph != EMPTY for at in places]
            yield text.translate(BREAKS), sum(visible)
        run = run.next


EMPTY = pango.PANGO_GLYPH_EMPTY


def _belong(before, drawn, text, glyphs):
    """Is this ক, drawn with the ে of its ো, and then the ো, drawn as া alone?"""
    return len(before) < drawn and len(_apart(before + text)) >= drawn + glyphs


def _deal(text, glyphs):
    """The characters of a cluster over its glyphs, in order, none left without.

    ক্ষি of two glyphs becomes ক and ্ষি.
    """
    if len(text) < glyphs:
        text = _apart(text).ljust(glyphs, WORD_JOINER)
    return [*text[: glyphs - 1], text[glyphs - 1 :]] if glyphs else []


def _apart(text):
    """With the two halves of ো and ৌ as characters of their own."""
    return unicodedata.normalize("NFD", text)
