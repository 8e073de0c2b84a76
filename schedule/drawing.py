"""PDFs that are drawn while one waits, one at a time in each process of the web."""

from concurrent.futures.process import BrokenProcessPool
from threading import BoundedSemaphore, Lock

from django.http import HttpResponse
from django.shortcuts import render

PATIENCE = 20  # seconds for which a reader waits for those before him
# A drawing takes a process of some 150 MB.
_drawing = Lock()
# One is drawn and one waits; all others leave their threads to other pages.
_places = BoundedSemaphore(2)


def pdf(request, name, draw):
    """The PDF that ``draw()`` gives; where too many wait, a page that asks again."""
    if not _places.acquire(blocking=False):
        return _again(request)
    try:
        drawn = _in_turn(draw)
    finally:
        _places.release()
    if drawn is None:
        return _again(request)
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(drawn, content_type="application/pdf", headers=headers)


def _in_turn(draw):
    """None where the one before takes too long, or this one cannot be drawn."""
    if not _drawing.acquire(timeout=PATIENCE):
        return None
    try:
        return draw()
    except (MemoryError, BrokenProcessPool):
        return None
    finally:
        _drawing.release()


def _again(request):
    page = render(request, "schedule/_paper_waits.html", status=503)
    page["Retry-After"] = page["Refresh"] = 10
    page["Cache-Control"] = "no-store"
    return page
