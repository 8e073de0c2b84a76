"""PDFs of long lists, each drawn in a process of its own.

WeasyPrint takes some 0.3 MB for a row of a table and gives it back to no one but the
system, with its process. So the worker stays small, and a list that is too long dies
alone: it never takes the worker, or the machine, with it.
"""

import resource
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from django.template.loader import render_to_string

MEMORY = 4 * 1024**3  # bytes of address space; 5,000 rows take about half


def from_template_apart(name, context, *, attachments=()):
    """The bytes of a PDF, as ``paper.pdf.from_template`` makes them.

    Attachments are tuples of name, bytes and description. Raises MemoryError for a
    document that is too long, BrokenProcessPool when its process was killed.
    """
    html = render_to_string(name, context)
    room = get_context("spawn")  # a fork would share the database's connection
    with ProcessPoolExecutor(1, mp_context=room, initializer=_confine) as one:
        return one.submit(_draw, html, tuple(attachments)).result()


def _confine():
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _draw(html, attachments):
    # Only the drawing process carries WeasyPrint: a worker and the web do without.
    from innovation_portal.paper.pdf import Attachment, from_html

    attached = [Attachment(*attachment) for attachment in attachments]
    return from_html(html, attachments=attached)
