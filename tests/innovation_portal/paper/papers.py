"""Short documents, and how they look and read."""

import io
from contextlib import nullcontext
from pathlib import Path

import pikepdf
import pypdfium2

from innovation_portal.paper import pdf

HARD_WORDS = Path("benchmarks/hard_words.txt").read_text()


UNNUMBERED = "@page {@bottom-center {content: none}}"


def page(body, style="", head=""):
    """A whole HTML page with this body, and rules of its own; without page numbers."""
    head += f"<title>পরীক্ষা</title><style>{UNNUMBERED}{style}</style>"
    return (
        f'<!DOCTYPE html><html lang="bn"><head>{head}</head><body>{body}</body></html>'
    )


def paragraphs(text):
    return "".join(f"<p>{line}</p>" for line in text.splitlines())


def stock(html, monkeypatch):
    """The same PDF as WeasyPrint makes it, without our text layer."""
    with monkeypatch.context() as plain:
        plain.setattr(pdf, "text_layer", lambda: nullcontext(lambda *_: None))
        return pdf.from_html(html)


def pictures(data, dpi=120):
    """The pixels of every page."""
    document = pypdfium2.PdfDocument(data)
    try:
        bitmaps = [page.render(scale=dpi / 72) for page in document]
        return [bytes(bitmap.buffer) for bitmap in bitmaps]
    finally:
        document.close()


def objects(data):
    return pikepdf.open(io.BytesIO(data))


def fonts(opened):
    """The fonts of an opened PDF by the name that they bear in it."""
    items = (item for item in opened.objects if isinstance(item, pikepdf.Dictionary))
    found = [item for item in items if item.get("/Subtype") == "/Type0"]
    return {str(font.BaseFont)[8:]: font for font in found}
