"""PDFs of long lists, each drawn in a process of its own.

WeasyPrint takes some 0.3 MB for a row of a table and gives it back to no one but the
system, with its process. So the worker stays small, and a list that is too long dies
alone: it never takes the worker, or the machine, with it.
"""

import gc
import os
import resource
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread

from django.template.loader import render_to_string

MEMORY = 4 * 1024**3  # bytes of address space; 5,000 rows take about half
SECONDS = 15 * 60  # of a processor


def from_template_apart(
    name, context, *, attachments=(), sizes=(), memory=MEMORY, seconds=SECONDS
):
    """The bytes of a PDF, as ``paper.pdf.from_html`` makes them of such a template.

    Attachments are tuples of name, bytes and description. Raises MemoryError for a
    document that is too long, BrokenProcessPool when its process was killed, as it is
    after so many seconds of a processor.
    """
    html = render_to_string(name, context)
    limits = {
        "mp_context": get_context("spawn"),  # a fork would share the database
        "initializer": _confine,
        "initargs": (memory, seconds),
    }
    with ProcessPoolExecutor(1, **limits) as one:
        return one.submit(_draw, html, tuple(attachments), tuple(sizes)).result()


def _confine(memory, seconds):
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    gc.disable()  # it takes a quarter of the time, and the process ends anyway
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent():
    """A worker that is killed leaves nobody behind who draws for no one."""
    wait([parent_process().sentinel])
    os._exit(1)


def _draw(html, attachments, sizes):
    # Only the drawing process carries WeasyPrint: a worker and the web do without.
    from innovation_portal.paper.pdf import Attachment, from_html

    attached = [Attachment(*attachment) for attachment in attachments]
    return from_html(html, attachments=attached, sizes=sizes)
