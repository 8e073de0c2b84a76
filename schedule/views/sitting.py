"""A sitting at its own address; entered from its letter, moved from state to state."""

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)
from django_htmx.http import trigger_client_event

from innovation_portal.access.guard import get_or_404_for, needs
from innovation_portal.web.revision import public_page
from schedule.actions import approval
from schedule.actions.sitting import postpone
from schedule.agenda import lines_of
from schedule.forms import first
from schedule.forms.letter import kind_of
from schedule.forms.moving import ConfirmForm, ReasonForm
from schedule.forms.sitting import RIGHT, SittingForm
from schedule.judging import Judged
from schedule.keys import key
from schedule.minuting import has_minutes
from schedule.models import Sitting
from schedule.queue import Queue
from schedule.revision import revision_by_clock
from schedule.showing import concerned, shown

# The piece of the form that a step changes, all that htmx asks for.
PIECES = {
    "chair": "schedule/_sitting_chair.html",
    "guest": "schedule/_sitting_chair.html",
    "part": "schedule/_sitting_parts.html",
    "parts": "schedule/_sitting_parts.html",
    "slot": "schedule/_sitting_slot.html",
    "scan": "schedule/_sitting_letter.html",
}
TOLD = {
    Sitting.State.HELD: _("The slot is held; confirm the sitting before it runs out."),
    Sitting.State.CONFIRMED: _("The sitting is entered and final."),
    Sitting.State.POSTPONED: _("The sitting is postponed; its slot is free."),
    Sitting.State.CANCELLED: _("The sitting is cancelled; its slot is free."),
}


@public_page(revision_by_clock)
@require_safe
def sitting_detail(request, pk):
    """Of a closed one, those not concerned see neither its history nor its people."""
    sitting = get_object_or_404(Sitting.objects.with_names(), pk=pk)
    (one,) = shown([sitting], request.user)
    context = {"one": one, "line": lines_of([one])[0]}
    if not one.veiled:
        context |= {
            "moves": sitting.moves.select_related("by"),
            "people": sitting.participants.all(),
            "has_minutes": has_minutes(request.user, sitting),
        }
    return render(request, "schedule/sitting_detail.html", context)


@require_safe
@needs(RIGHT)
def sitting_list(request):
    """What the user's offices have held, asked for, and before them."""
    queue = Queue(request.user, request.GET.get("page"))
    return render(request, "schedule/sitting_list.html", {"queue": queue})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def sitting_create(request):
    """Typed anew, or like another one (?like=), or in a free slot that was found."""
    form = _form(request, initial=_first(request))
    if _to_be_saved(form) and (sitting := form.save()):
        messages.success(request, str(_told(sitting)))
        return redirect("schedule:sitting_detail", sitting.pk)
    return _typed(request, form, "schedule/sitting_create.html")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def sitting_change(request, pk):
    sitting = _sitting(request, pk)
    form = _form(request, sitting=sitting, initial=first.of_sitting(sitting))
    if _to_be_saved(form) and (sitting := form.save()):
        messages.success(request, str(_("Saved.")))
        return redirect("schedule:sitting_detail", pk)
    return _typed(request, form, "schedule/sitting_change.html")


@require_POST
@needs(RIGHT)
def sitting_clash(request):
    """What stands in the way of a sitting that is being typed; nothing is written."""
    pk = key(request.POST.get("sitting", ""))
    form = _form(request, sitting=_sitting(request, pk) if pk else None)
    context = {"form": form, "judged": Judged(form)}
    return render(request, "schedule/_sitting_clash.html", context)


@require_safe
def sitting_letter(request, pk):
    """The scan of the letter, for those whom the sitting concerns and no one else."""
    sittings = Sitting.objects.exclude(letter_file=None).select_related("letter_file")
    sitting = sittings.filter(pk=pk).first()
    if sitting is None or not concerned(request.user, sitting):
        raise Http404
    opened = sitting.letter_file.path.open("rb")
    kind = kind_of(opened.read(16))
    opened.seek(0)
    return FileResponse(opened, content_type=kind, filename=sitting.letter_filename)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def sitting_confirm(request, pk):
    page = "schedule/sitting_confirm.html"
    return _move(request, pk, ConfirmForm, approval.confirm, page)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def sitting_postpone(request, pk):
    page = "schedule/sitting_postpone.html"
    return _move(request, pk, ReasonForm, postpone, page)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def sitting_cancel(request, pk):
    page = "schedule/sitting_cancel.html"
    return _move(request, pk, ReasonForm, approval.cancel, page)


def _move(request, pk, make_form, action, page):
    sent = request.POST if request.method == "POST" else None
    form = make_form(sent, sitting=_sitting(request, pk))
    if form.is_valid() and form.run(action, by=request.user):
        sitting = Sitting.objects.get(pk=pk)
        messages.success(request, str(_told(sitting)))
        return redirect("schedule:sitting_detail", pk)
    return render(request, page, {"form": form, "sitting": form.sitting})


def _sitting(request, pk):
    return get_or_404_for(request.user, RIGHT, Sitting.objects.with_names(), pk=pk)


def _first(request):
    """What the form says before anything is typed."""
    said, pk = first.usual(request.user), key(request.GET.get("like", ""))
    if pk:
        said |= first.like(_sitting(request, pk))
    return said | first.asked(request.GET)


def _form(request, **what):
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    return SittingForm(*sent, by=request.user, **what)


def _to_be_saved(form):
    return form.is_bound and not form.step and form.is_valid()


def _typed(request, form, page):
    """The form as it was typed, or the piece that a step of it changed.

    After a piece the page looks for clashes anew, unless nothing was chosen yet.
    """
    step, _mark, what = form.step.partition("_")
    if not request.htmx or what not in PIECES:
        return render(request, page, {"form": form, "judged": Judged(form)})
    response = render(request, PIECES[what], {"form": form})
    if step != "look":
        trigger_client_event(response, "recheck", after="settle")
    return response


def _told(sitting):
    """What became of it."""
    if sitting.state == Sitting.State.HELD and sitting.approval_asked_at:
        return _("The room is held; the general services branch has been asked for it.")
    return TOLD[sitting.state]
