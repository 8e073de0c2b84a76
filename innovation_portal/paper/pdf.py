"""PDF from HTML: tagged, PDF/A-3b in form, with a text layer that can be read back."""

import io
from importlib.resources import files
from threading import Lock
from typing import NamedTuple

import weasyprint
from django.conf import settings
from django.template.loader import render_to_string
from weasyprint.css import ColorProfile
from weasyprint.text.fonts import FontConfiguration

from .faces import faces, style
from .fetching import FolderFetcher
from .structure import mend
from .text_layer import text_layer

SHEET = settings.BASE_DIR / "static" / "css" / "paper.css"
COLOURS = "portal-srgb"
# Pango's font map is not made for threads; a process draws one document at a time.
_one_at_a_time = Lock()


class Attachment(NamedTuple):
    """A file that travels inside the PDF, as the source it was made from."""

    name: str
    data: bytes
    description: str = ""


def from_template(name, context, *, attachments=()):
    """The bytes of a PDF made of a Django template that extends paper/base.html."""
    return from_html(render_to_string(name, context), attachments=attachments)


def page_count(name, context):
    """How many pages such a template fills."""
    with _one_at_a_time:
        return len(_laid_out(render_to_string(name, context)).pages)


def from_html(html, *, attachments=(), sizes=()):
    """The bytes of a PDF made of a whole HTML page, in the portal's print style.

    Language and title come from ``<html lang>`` and ``<title>``, author and date from
    ``<meta>``. Addresses in it are relative to the static folder. Of `sizes` of type
    (points, rising) it takes the largest that needs no more pages than the smallest.
    """
    with _one_at_a_time:
        document = _fitted(html, sizes) if sizes else _laid_out(html)
        with text_layer() as finish_text:
            return document.write_pdf(
                finisher=lambda document, pdf: (finish_text(document, pdf), mend(pdf)),
                pdf_variant="pdf/a-3b",
                pdf_tags=True,
                output_intent=COLOURS,
                attachments=[_source(attachment) for attachment in attachments],
            )


def _fitted(html, sizes):
    smallest, *larger = sizes
    fitting = _laid_out(html, smallest)
    while larger:
        middle = len(larger) // 2
        tried = _laid_out(html, larger[middle])
        if len(tried.pages) > len(fitting.pages):
            larger = larger[:middle]
        else:
            fitting, larger = tried, larger[middle + 1 :]
    return fitting


def _laid_out(html, size=None):
    press = _press()
    own = [weasyprint.CSS(string=f"html {{ font-size: {size}pt }}")] if size else []
    page = weasyprint.HTML(
        string=html,
        base_url=f"{(settings.BASE_DIR / 'static').as_uri()}/",
        url_fetcher=press.fetcher,
    )
    return page.render(
        stylesheets=[*press.sheets, *own],
        font_config=press.fonts,
        color_profiles={COLOURS: press.colours},
        output_intent=COLOURS,
    )


def _source(attachment):
    return weasyprint.Attachment(
        file_obj=io.BytesIO(attachment.data),
        name=attachment.name,
        description=attachment.description,
        relationship="Source",
    )


class Press(NamedTuple):
    """Fonts and style sheets, read once; `stamp` says of which files."""

    stamp: tuple
    fonts: FontConfiguration
    sheets: list
    fetcher: FolderFetcher
    colours: ColorProfile


_kept = None


def _press():
    """The press in use; made anew when a font file or the style sheet has changed."""
    global _kept
    stamp = _stamp()
    if _kept is None or _kept.stamp != stamp:
        _kept = _set_up(stamp)
    return _kept


def _stamp():
    found = faces()
    seen = [path.stat() for path in (SHEET, *(face.path for face in found))]
    changed = [(file.st_size, file.st_mtime_ns) for file in seen]
    return settings.PAPER_SIZE, *found, *changed


def _set_up(stamp):
    fonts = FontConfiguration()
    folders = settings.BASE_DIR / "static", settings.FONTS, settings.OFFICE_FONTS
    fetcher = FolderFetcher(*folders)
    options = {"font_config": fonts, "url_fetcher": fetcher}
    sheets = [
        weasyprint.CSS(string=style(faces()), **options),
        weasyprint.CSS(filename=SHEET, **options),
    ]
    return Press(stamp, fonts, sheets, fetcher, _colours())


def _colours():
    """WeasyPrint's own profile of sRGB; left to itself it leaves the file open."""
    name = "sRGB2014.icc"
    with (files("weasyprint.pdf") / name).open("rb") as file:
        return ColorProfile(file, name, "relative-colorimetric", (["r"], ["g"], ["b"]))
