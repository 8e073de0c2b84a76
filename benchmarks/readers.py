"""Four programs that read the text of a PDF, and how far it is from what was drawn."""

import io
import os
import subprocess
import unicodedata
from contextlib import contextmanager
from pathlib import Path

import pypdf
import pypdfium2
from playwright.sync_api import sync_playwright

PDF_JS = Path("/usr/share/javascript/pdf/build")
PAGE = "<!doctype html><title>pdf.js</title><script src=pdf.js></script>"
READ = """
async () => {
  pdfjsLib.GlobalWorkerOptions.workerSrc = "pdf.worker.js";
  const file = await pdfjsLib.getDocument({url: "paper.pdf"}).promise;
  const texts = [];
  for (let number = 1; number <= file.numPages; number++) {
    const page = await file.getPage(number);
    const {items} = await page.getTextContent();
    texts.push(...items.map((item) => item.str + (item.hasEOL ? "\\n" : "")));
  }
  return texts.join("");
}
"""


def pdftotext(data):
    """What poppler reads, in the order it was drawn."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", "-", "-"]
    return subprocess.run(command, input=data, stdout=-1, check=True).stdout.decode()


def pdfium(data):
    """What Chromium's viewer reads."""
    document = pypdfium2.PdfDocument(data)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def python(data):
    """What pypdf reads."""
    pages = pypdf.PdfReader(io.BytesIO(data)).pages
    return "\n".join(page.extract_text() for page in pages)


@contextmanager
def pdf_js():
    """A function that reads as Firefox does: pdf.js of Debian's libjs-pdf."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--headless", "--no-sandbox", "--disable-gpu"],
        )
        page = chromium.new_page()

        def read(data):
            page.unroute("**/*")
            page.route("**/*", lambda route: _answer(route, data))
            page.goto("http://paper.test/")
            return page.evaluate(READ)

        yield read
        chromium.close()


def _answer(route, data):
    """The page, the two scripts and the document; no other address is answered."""
    name = route.request.url.rpartition("/")[2]
    if name == "":
        route.fulfill(body=PAGE, content_type="text/html")
    elif name == "paper.pdf":
        route.fulfill(body=data, content_type="application/pdf")
    elif name in {"pdf.js", "pdf.worker.js"}:
        body = (PDF_JS / name).read_bytes()
        route.fulfill(body=body, content_type="text/javascript")
    else:
        route.abort()


def error(lines, read):
    """Wrong characters in per cent of those drawn; NFC, spaces ignored.

    Either in the order of drawing or, if that is less, with the lines that are found
    whole taken as right wherever they are found: of cells that end at one height PDFium
    puts the left one first, whichever was drawn first.
    """
    lines, read = list(filter(None, map(_characters, lines))), _characters(read)
    drawn, (lost, left) = "".join(lines), _without_whole_lines(lines, read)
    return 100 * min(distance(drawn, read), distance(lost, left)) / len(drawn)


def _without_whole_lines(lines, read):
    """What was drawn and not found as a whole line, and what was read beside those."""
    lost = set()
    for place, line in sorted(enumerate(lines), key=lambda pair: -len(pair[1])):
        if line in read:
            read = read.replace(line, "\0", 1)
        else:
            lost.add(place)
    return "".join(lines[place] for place in sorted(lost)), read.replace("\0", "")


def _characters(text):
    seen = text.replace("\xad", "").replace("\u200b", "")
    return "".join(unicodedata.normalize("NFC", seen).split())


def distance(one, other):
    """Levenshtein's distance, a column of its table at a time (Hyyrö 2003)."""
    if not one:
        return len(other)
    where = {}
    for place, character in enumerate(one):
        where[character] = where.get(character, 0) | 1 << place
    full, last = (1 << len(one)) - 1, 1 << len(one) - 1
    rises, falls, found = full, 0, len(one)
    for character in other:
        same = where.get(character, 0)
        level = (((same & rises) + rises) ^ rises) | same | falls
        up, down = falls | ~(level | rises) & full, rises & level
        found += bool(up & last) - bool(down & last)
        up, down = (up << 1 | 1) & full, down << 1 & full
        rises, falls = down | ~(level | up) & full, up & level
    return found
