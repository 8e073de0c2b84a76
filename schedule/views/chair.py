"""Those who chair: the registry that the branch keeps, and what each of them chairs."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from directory.models import Officer
from innovation_portal.access.guard import needs
from innovation_portal.web.revision import public_page
from schedule.actions.chair import change_chair, create_chair
from schedule.agenda import agenda, with_lines
from schedule.diary import busy
from schedule.forms.chair import ChairForm, OutsiderForm, PersonForm
from schedule.models import Chair, Sitting
from schedule.paths import around_month, at_one_address, last_of_month
from schedule.revision import revision_by_clock

RIGHT = "schedule.keep"


@require_safe
@needs(RIGHT)
def chair_list(request):
    context = {"chairs": Chair.objects.in_order()}
    return render(request, "schedule/chair_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def chair_create(request):
    """First who it is, from the directory or from outside, then all else."""
    who = PersonForm(request.GET)
    entry = who.chosen
    make_form = ChairForm if entry else OutsiderForm
    form = make_form(request.POST or None, initial=_first(entry))
    if form.is_valid() and form.run(
        create_chair, **form.cleaned_data, **_person(entry), by=request.user
    ):
        return _saved(request)
    asked = entry or who.said("outside") or form.is_bound
    context = {"who": who, "entry": entry, "form": form if asked else None}
    return render(request, "schedule/chair_create.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def chair_change(request, pk):
    """Another person or post is searched for on the same page."""
    chair = get_object_or_404(Chair.objects.select_related("officer"), pk=pk)
    who = PersonForm(request.GET)
    entry = who.chosen
    form = ChairForm(request.POST or None, instance=chair)
    person = {"officer": chair.officer, "line": chair.line} | _person(entry)
    if form.is_valid() and form.run(
        change_chair, chair=chair, **person, **form.cleaned_data, by=request.user
    ):
        return _saved(request)
    context = {"who": who, "entry": entry, "form": form, "chair": chair}
    return render(request, "schedule/chair_change.html", context)


def _person(entry):
    return {"officer": entry.officer, "line": entry.line} if entry else {}


def _first(entry):
    return {"shown_as": entry.post, "office": entry.office_id} if entry else {}


def _saved(request):
    messages.success(request, _("Saved."))
    return redirect("schedule:chair_list")


@public_page(revision_by_clock)
@require_safe
def chair_detail(request, pk):
    return _sittings(request, pk, timezone.localdate().replace(day=1))


@public_page(revision_by_clock)
@require_safe
@at_one_address
def chair_month(request, pk, day):
    return _sittings(request, pk, day)


def _sittings(request, pk, day):
    """What an officer chairs, be he written in one way or another."""
    officer = get_object_or_404(Officer.objects.select_related("same_as"), pk=pk)
    sittings = Sitting.objects.chaired_by(officer)
    days = agenda(sittings, day, last_of_month(day), request.user)
    context = around_month(day) | {
        "officer": officer.same_as or officer,
        "chair": Chair.objects.of(officer),
        "busy": busy(officer, day, last_of_month(day)),
        "days": with_lines(days),
    }
    return render(request, "schedule/chair_detail.html", context)
