"""The list as PDF: papers that the worker made, and parts drawn while one waits."""

from concurrent.futures.process import BrokenProcessPool
from threading import Lock

from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from directory.actions.paper import ask_for
from directory.counting import counts
from directory.filters import EntryFilter
from directory.hiding import visitors_veil
from directory.models import DailyCount, Edition, EditionPaper
from directory.paper.pdf import LONGEST, LONGEST_PART, part_of_list
from directory.paper.workbook import file_name
from directory.revision import revision
from innovation_portal.web.revision import public_page

Kind = EditionPaper.Kind
NAMES = {Kind.FULL: "phone_list", Kind.ALPHABETICAL: "phone_list_by_name"}
NAMES |= {Kind.DESK: "phone_list_desk"}
PDF = "application/pdf"
LOOK_AGAIN = 5  # seconds until the page of a paper that is being made looks again
LATE_AGAIN = 60  # seconds, where it takes longer than it should
# Each part takes a process of some 150 MB: one at a time, and the others come again.
_drawing = Lock()


@counts(DailyCount.Kind.PDF)
@public_page(revision)
@require_safe
def paper_detail(request, kind):
    """A paper of the whole list; until it is made, a page that looks again."""
    if kind not in NAMES:
        raise Http404
    return _whole(request, kind)


@counts(DailyCount.Kind.PDF)
@public_page(revision)
@require_safe
def paper_download(request):
    """The list, or what is asked of it; the address asks as the list's page does."""
    edition = _edition()
    asked = EntryFilter(request.GET, edition)
    if not asked.asked:
        return _whole(request, Kind.FULL)
    if not asked.form.is_valid():
        return redirect(reverse("directory:entry_list", query=request.GET))
    lines = list(asked.lines[: LONGEST_PART + 1])
    if len(lines) > LONGEST_PART:
        return _none(request, edition, longest=LONGEST_PART)
    return _part(request, edition, visitors_veil().over(lines))


def _edition():
    return get_object_or_404(Edition.objects.order_by("-number")[:1])


def _whole(request, kind):
    edition = _edition()
    if made := EditionPaper.objects.made(edition, kind):
        name = f"{NAMES[kind]}_{edition.updated_on:%Y-%m-%d}.pdf"
        file = made.file.path.open("rb")
        return FileResponse(file, as_attachment=True, filename=name)
    if paper := ask_for(edition=edition, kind=kind):
        again = LATE_AGAIN if paper.late else LOOK_AGAIN
        return _wait(request, edition, again, late=paper.late)
    return _none(request, edition, longest=LONGEST)


def _part(request, edition, lines):
    """Drawn here and now, unless this process is drawing for someone else."""
    if not _drawing.acquire(blocking=False):
        return _wait(request, edition, LOOK_AGAIN, busy=True)
    try:
        drawn = part_of_list(edition, lines)
    except (MemoryError, BrokenProcessPool):
        return _none(request, edition, longest=LONGEST_PART)
    finally:
        _drawing.release()
    name = file_name(edition, "pdf", part=True)
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(drawn, content_type=PDF, headers=disposition)


def _wait(request, edition, seconds, **state):
    """Not yet: a page that looks again by itself."""
    page = _page(request, edition, 503, again=True, **state)
    page["Retry-After"] = page["Refresh"] = seconds
    page["Cache-Control"] = "no-store"
    return page


def _none(request, edition, **state):
    """Never: so many lines are on no such paper."""
    return _page(request, edition, 404, **state)


def _page(request, edition, status, **state):
    context = {"edition": edition} | state
    return render(request, "directory/paper_detail.html", context, status=status)
