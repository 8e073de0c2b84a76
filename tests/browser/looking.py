"""What a page must be for everybody's eyes, and pictures of it for ours."""

import os
from pathlib import Path

import pypdfium2
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings

VAR = Path(os.environ.get("PORTAL_VAR", settings.BASE_DIR / "var"))
ARTEFACTS = Path(os.environ.get("PORTAL_ARTEFACTS") or VAR / "artefacts")
SIZES = {"1366": (1366, 768), "360": (360, 740)}

# Texts and labels that stand on the page in Latin letters without saying in `lang`
# that they are English; names of files and of the Bijoy font, and addresses of e-mail
# and of the web may.
LATIN_ON_THE_PAGE = """
() => {
  const root = document.documentElement;
  const shown = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (shown.nextNode()) {
    const parent = shown.currentNode.parentElement;
    if (parent.closest("script, noscript, style, code, [lang=en]")) continue;
    texts.push(shown.currentNode.data);
  }
  for (const name of ["aria-label", "title", "placeholder", "alt"])
    for (const element of document.querySelectorAll(`[${name}]:not([lang=en])`))
      texts.push(element.getAttribute(name));
  const apart = /@|^www\\.|\\.(xlsx|xls|ods|csv|ics)\\b|SutonnyMJ/;
  return texts.flatMap((text) => text.split(/\\s+/))
    .filter((word) => /[A-Za-z]{2}/.test(word) && !apart.test(word));
}
"""


def axe(page):
    """No accessibility violation on the page as it stands."""
    violations = Axe().run(page).response["violations"]
    assert [
        (violation["id"], [node["html"] for node in violation["nodes"]])
        for violation in violations
    ] == []


def latin_words(page):
    return page.evaluate(LATIN_ON_THE_PAGE)


def picture(page, name):
    """Pictures at the desk, in the hand and on paper; the page fits all three."""
    ARTEFACTS.mkdir(parents=True, exist_ok=True)
    page.evaluate("document.fonts.ready.then(() => true)")
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.screenshot(path=ARTEFACTS / f"{name}-{size}.png", full_page=True)
        assert page.evaluate("document.documentElement.scrollWidth") == width
    _paper(page, name)


def _paper(page, name):
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    document[0].render(scale=1.5).to_pil().save(ARTEFACTS / f"{name}-print.png")
    document.close()
