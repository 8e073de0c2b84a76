"""PDFs for tests: the text of each page, how it lies, pictures for our eyes."""

import io
import os
from pathlib import Path

import pikepdf
import pypdfium2

from benchmarks.readers import pdftotext


def pages(data):
    """The text of each page, as poppler reads it in the order of drawing."""
    return pdftotext(data).split("\f")[:-1]


def words(text):
    """A line may end behind a slash, so what follows one is a word of its own."""
    return text.replace("/", "/ ").split()


def lie(data):
    """Whether each page stands ("A4") or lies across ("A4 landscape")."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        boxes = [[float(edge) for edge in page.mediabox] for page in opened.pages]
    named = {(210, 297): "A4", (297, 210): "A4 landscape"}
    return [named[round(x / 72 * 25.4), round(y / 72 * 25.4)] for *_, x, y in boxes]


def tags(data):
    """The text-bearing tags of the structure, in the order they were made."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        found = (o for o in opened.objects if isinstance(o, pikepdf.Dictionary))
        return [str(o.S)[1:] for o in found if o.get("/Type") == "/StructElem"]


def ink(data, page, *, dpi=72):
    """The grey of each pixel of a page, by rows: 0 is black, 255 is white."""
    document = pypdfium2.PdfDocument(data)
    try:
        image = document[page].render(scale=dpi / 72).to_pil().convert("L")
    finally:
        document.close()
    pixels, width = image.tobytes(), image.width
    return [pixels[start : start + width] for start in range(0, len(pixels), width)]


def picture(data, name):
    """Leave every page as a picture where bin/test gathers them."""
    folder = os.environ.get("PORTAL_ARTEFACTS")
    if not folder:
        return
    Path(folder).mkdir(parents=True, exist_ok=True)
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document, 1):
        page.render(scale=1.5).to_pil().save(Path(folder, f"{name}-{number}.png"))
    document.close()
