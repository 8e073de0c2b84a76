"""Minutes: written by the organiser, read by those concerned or, if opened, by all."""

from concurrent.futures.process import BrokenProcessPool

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from innovation_portal.access.guard import get_or_404_for, needs
from innovation_portal.access.rights import allowed
from innovation_portal.web.revision import public_page
from schedule.actions.minutes import open_minutes
from schedule.errors import StaleMinutes
from schedule.following import followed_up
from schedule.forms.letter import kind_of
from schedule.forms.merging import over_present
from schedule.forms.minutes import MinutesForm, SignForm
from schedule.minuting import earlier_decisions, may_read, paper_of
from schedule.models import Minutes, Sitting
from schedule.paper import letter
from schedule.revision import revision
from schedule.showing import concerned, shown

RIGHT = "schedule.hold"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@public_page(revision)
@require_safe
def minutes_detail(request, pk):
    """Who may write them and finds none goes on to write."""
    sitting = Sitting.objects.filter(pk=pk, minutes=None).first()
    if sitting and allowed(request.user, RIGHT, sitting):
        return redirect("schedule:minutes_edit", pk)
    return _shown(request, _readable(request.user, pk), SignForm())


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def minutes_edit(request, pk):
    """The table to write in; of what another wrote meanwhile nothing is lost."""
    sittings = Sitting.objects.with_names()
    sitting = get_or_404_for(request.user, RIGHT, sittings, pk=pk)
    form = MinutesForm(sitting, request.POST if request.method == "POST" else None)
    if "add" in request.POST:
        form = form.longer()
    elif request.method == "POST" and form.is_valid():
        try:
            if form.save(by=request.user):
                messages.success(request, _("The minutes were saved."))
                return redirect("schedule:minutes_detail", pk)
        except StaleMinutes as error:
            form = over_present(form)
            form.head.add_error(None, error)
    context = {"form": form, "sitting": sitting, "earlier": followed_up(sitting)}
    return render(request, "schedule/minutes_edit.html", context)


@require_POST
@needs(RIGHT)
def minutes_sign(request, pk):
    """The day on which the chair signed, and the scan."""
    minutes = _own(request.user, pk)
    form = SignForm(request.POST, request.FILES)
    if not form.is_valid():
        return _shown(request, minutes, form)
    form.save(minutes=minutes, by=request.user)
    messages.success(request, _("Saved."))
    return redirect("schedule:minutes_detail", pk)


@require_POST
@needs(RIGHT)
def minutes_open(request, pk):
    """Open to everyone, or closed again."""
    minutes = _own(request.user, pk)
    is_open = request.POST.get("open") == "yes"
    try:
        open_minutes(minutes=minutes, is_open=is_open, by=request.user)
        messages.success(request, _("Saved."))
    except ValidationError as error:
        messages.error(request, error.message)
    return redirect("schedule:minutes_detail", pk)


@require_safe
def minutes_pdf(request, pk):
    """For those concerned; all others read the page, and the signed copy."""
    minutes = _concerning(request.user, pk)
    try:
        made = letter.pdf(paper_of(minutes))
    except (MemoryError, BrokenProcessPool):
        messages.error(
            request, _("These minutes are too long for a PDF; take those for Word.")
        )
        return redirect("schedule:minutes_detail", pk)
    return _sent(made, minutes, "pdf", "application/pdf")


@require_safe
def minutes_docx(request, pk):
    """For Word, where one goes on with it."""
    minutes = _concerning(request.user, pk)
    made = letter.docx(paper_of(minutes), made_at=minutes.written_at)
    return _sent(made, minutes, "docx", WORD)


@public_page(revision)
@require_safe
def minutes_scan(request, pk):
    """The signed copy, as it came."""
    minutes = _readable(request.user, pk)
    if minutes.scan is None:
        raise Http404
    path = minutes.scan.path
    with path.open("rb") as file:
        kind = kind_of(file.read(16))
    return FileResponse(
        path.open("rb"), filename=minutes.scan_filename, content_type=kind
    )


def _sent(made, minutes, ending, kind):
    name = f"minutes_{minutes.sitting.begins:%Y-%m-%d}.{ending}"
    how = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(made, content_type=kind, headers=how)


def _minutes(pk):
    sittings = ("chair", "room", "organiser", "held_by")
    related = (f"sitting__{name}" for name in sittings)
    found = Minutes.objects.select_related("scan", "written_by", *related)
    return get_object_or_404(found, sitting=pk)


def _readable(user, pk):
    """Raises Http404 where they are not open, as if there were none."""
    minutes = _minutes(pk)
    if not may_read(user, minutes):
        raise Http404
    return minutes


def _concerning(user, pk):
    minutes = _minutes(pk)
    if not concerned(user, minutes.sitting):
        raise Http404
    return minutes


def _own(user, pk):
    get_or_404_for(user, RIGHT, Sitting.objects, pk=pk)
    return _minutes(pk)


def _shown(request, minutes, form):
    context = {
        "minutes": minutes,
        "sitting": shown([minutes.sitting], request.user)[0],
        "decisions": minutes.decisions.in_order().with_names(),
        "earlier": earlier_decisions(request.user, minutes.sitting),
        "may_print": concerned(request.user, minutes.sitting),
        "may_write": allowed(request.user, RIGHT, minutes.sitting),
        "form": form,
    }
    return render(request, "schedule/minutes_detail.html", context)
