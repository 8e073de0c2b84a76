"""PDFs: how much of their Bangla comes back, how soon memo and list are drawn."""

import json
import subprocess
import sys
import time
from contextlib import contextmanager, nullcontext
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from statistics import median

import weasyprint
from django.conf import settings
from django.core.files.base import ContentFile
from django.template.loader import render_to_string
from weasyprint.draw import text as drawing

from benchmarks import lists, readers
from benchmarks.scratch import result, seconds
from directory.actions.edition import publish
from directory.actions.upload import compare_upload, receive
from directory.models import Edition, Entry
from directory.paper import pdf as list_pdf
from innovation_portal.paper import pdf
from innovation_portal.paper.apart import from_template_apart
from innovation_portal.paper.faces import faces, style
from workplans.paper import package, plan_of_2016, plan_of_2017

HARD_WORDS = Path(__file__).with_name("hard_words.txt")
PLANS = settings.BASE_DIR / "workplans" / "demo"
LIST = settings.BASE_DIR / "directory" / "demo" / "phone_list_2017-02-12.xlsx"
MEMO = """
import django; django.setup()
from benchmarks.paper import memo_times
print(memo_times())
"""


def pdf_text():
    """Wrong characters in per cent, the worst of three documents for each reader."""
    documents = [hard_words, letter, list_of_the_ministry()]
    ours, stock = ([_drawn(make) for make in documents], [])
    with _without_text_layer():
        stock = [_drawn(make) for make in documents]
    with readers.pdf_js() as pdf_js:
        every = {
            "pdftotext": readers.pdftotext,
            "pdfium": readers.pdfium,
            "pypdf": readers.python,
            "pdf_js": pdf_js,
        }
        found, before = _errors(ours, every), _errors(stock, every)
    return result(
        max(found["pdftotext"], found["pdfium"]),
        max(before["pdftotext"], before["pdfium"]),
        "WeasyPrint without our text layer",
        unit="%",
        **found,
        baseline_readers=before,
    )


def memo_warm():
    """The covering memo in a process that has drawn one, and in one that has not."""
    command = [sys.executable, "-c", MEMO]
    done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
    first, *warm = json.loads(done.stdout)
    return result(median(warm), first, "the first memo of a process")


def list_1000():
    """The whole list of 1,000 lines, and the same page by WeasyPrint as it comes."""
    edition = Edition(
        number=1, updated_on=date(2017, 2, 12), published_at=datetime.now(UTC)
    )
    told = list_pdf.context(edition, list(lists.entries(1000)))
    told["wings"] = list(told["wings"])
    html = render_to_string(list_pdf.TEMPLATE, told)
    sheets = [weasyprint.CSS(string=style(faces())), weasyprint.CSS(filename=pdf.SHEET)]
    page = partial(weasyprint.HTML, string=html, base_url=str(pdf.SHEET))
    return result(
        seconds(lambda: from_template_apart(list_pdf.TEMPLATE, told)),
        seconds(lambda: page().write_pdf(stylesheets=sheets)),
        "WeasyPrint alone in a warm process, without tags, PDF/A and our text layer",
    )


def memo_times(times=21):
    """Seconds for one memo after the other."""
    memo, taken = _read("memo_2017.json"), []
    for _time in range(times):
        start = time.perf_counter()
        package(memo, [])
        taken.append(time.perf_counter() - start)
    return taken


def hard_words():
    lines = HARD_WORDS.read_text().splitlines()
    body = "".join(f"<h2>{line}</h2><p>{line}</p>" for line in lines)
    return pdf.from_html(f"<html lang=bn><title>শব্দ</title><body>{body}</body></html>")


def letter():
    plans = [
        plan_of_2017(_read("workplan_2017.json")),
        plan_of_2016(_read("workplan_2016.json")),
    ]
    return package(_read("memo_2017.json"), plans)


def list_of_the_ministry():
    """A function that draws the demo's newest list, here and not in another process."""
    upload = receive(
        file=ContentFile(LIST.read_bytes()),
        filename=LIST.name,
        updated_on=date(2017, 2, 12),
        by=None,
    )
    compare_upload.func(upload.pk)
    upload.refresh_from_db()
    publish(upload=upload, by=None)
    entries = list(Entry.objects.current().in_order())
    context = list_pdf.context(Edition.objects.current(), entries)
    return lambda: pdf.from_template(list_pdf.TEMPLATE, context)


def _read(name):
    return json.loads((PLANS / name).read_text())


def _drawn(make):
    """A PDF with the texts of its lines, in the order they were drawn."""
    lines, stock = [], drawing.draw_first_line

    def draw_first_line(stream, textbox, *options):
        lines.append(textbox.text)
        return stock(stream, textbox, *options)

    drawing.draw_first_line = draw_first_line
    try:
        return make(), lines
    finally:
        drawing.draw_first_line = stock


@contextmanager
def _without_text_layer():
    ours, pdf.text_layer = pdf.text_layer, lambda: nullcontext(lambda *_: None)
    try:
        yield
    finally:
        pdf.text_layer = ours


def _errors(documents, every):
    """For each reader the worst of the documents, in per cent."""
    return {
        name: round(
            max(readers.error(lines, read(file)) for file, lines in documents), 2
        )
        for name, read in every.items()
    }
