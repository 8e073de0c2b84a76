"""Sittings that come again: begun from one, changed in part, cancelled, looked at.

What is asked for stands in the address, so the plan is looked at before it is done.
"""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from innovation_portal.access.guard import get_or_404_for, needs
from innovation_portal.access.rights import offices_in_reach
from innovation_portal.web.revision import public_page
from schedule.actions.series import cancel_series, change_series, repeat
from schedule.actions.sitting import Override
from schedule.forms.series import CancelForm, ChangeForm, PlanForm, RuleForm
from schedule.models import Series, Sitting
from schedule.occurrences import of_change, of_rule
from schedule.revision import revision_by_clock
from schedule.showing import shown

RIGHT = "schedule.hold"


@public_page(revision_by_clock)
@require_safe
def series_detail(request, pk):
    """All sittings of a series; of closed ones strangers see no name, here either."""
    series = get_object_or_404(Series.objects.select_related("office"), pk=pk)
    sittings = series.sittings.with_names().order_by("occurrence")
    found = shown(sittings, request.user)
    if not found:
        raise Http404
    now, seen = timezone.now(), [one for one in found if not one.veiled]
    whole = len(seen) == len(found)  # the name may be that of a closed one
    context = {
        "series": series,
        "name": series.name if whole else (seen or found)[0].subject,
        "veiled": not seen,
        "sittings": found,
        "next": next((one for one in found if one.stands and one.ends > now), None),
        "keeps": request.user.is_authenticated and _keeps(request.user, series),
        "now": now,
    }
    return render(request, "schedule/series_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def series_create(request, pk):
    """By which rule a sitting comes again, or its series from it on; then the plan."""
    sitting = _sitting(request.user, pk)
    asked = RuleForm(request.GET if request.GET else None, sitting=sitting)

    def steps():
        return of_rule(sitting, asked.cleaned_data["order"])

    def act(**how):
        return repeat(sitting=sitting, order=asked.cleaned_data["order"], **how)

    return _planned(request, sitting, asked, steps, act, "schedule/series_create.html")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def series_change(request, pk):
    """What several sittings of a series are to share from now on; then the plan."""
    sitting = _sitting(request.user, pk, series__isnull=False)
    asked = ChangeForm(request.GET if request.GET else None, sitting=sitting)
    names = ("scope", "details", "include_apart")

    def said():
        return {name: asked.cleaned_data[name] for name in names}

    def steps():
        return of_change(sitting, **said())

    def act(**how):
        return change_series(sitting=sitting, **said(), **how)

    return _planned(request, sitting, asked, steps, act, "schedule/series_change.html")


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def series_cancel(request, pk):
    sitting = _sitting(request.user, pk, series__isnull=False)
    sent = request.POST if request.method == "POST" else None
    form = CancelForm(sent, initial={"sequence": sitting.sequence})
    if form.is_valid() and form.run(
        cancel_series, sitting=sitting, by=request.user, **form.cleaned_data
    ):
        messages.success(request, _("Cancelled; the slots are free."))
        return redirect("schedule:series_detail", sitting.series_id)
    context = {"sitting": sitting, "form": form}
    return render(request, "schedule/series_cancel.html", context)


def _planned(request, sitting, asked, steps, act, page):
    """The question, below it what would become of each sitting, and the last word."""
    context = {"sitting": sitting, "asked": asked}
    if asked.is_valid() and (form := _plan(request, sitting, asked, steps)):
        sent = request.method == "POST" and form.is_valid()
        if sent and form.run(act, **_how(form, request.user)):
            messages.success(request, _("Saved."))
            sitting.refresh_from_db()
            return redirect("schedule:series_detail", sitting.series_id)
        context["plan"] = form
    return render(request, page, context)


def _plan(request, sitting, asked, steps):
    """None where the question leads to no plan; then it says why."""
    try:
        return PlanForm(
            request.POST if request.method == "POST" else None,
            steps=steps(),
            sitting=sitting,
            user=request.user,
        )
    except ValidationError as error:
        asked.add_error(None, error)
        return None


def _how(form, user):
    reason, over = form.cleaned_data["reason"], form.over
    return {
        "sequence": form.cleaned_data["sequence"],
        "skip": form.skip,
        "times": form.times,
        "reason": reason,
        "override": Override(reason, over) if over else None,
        "by": user,
    }


def _sitting(user, pk, **lookup):
    """A sitting whose series the user may write, all of it."""
    sittings = Sitting.objects.with_names().select_related("series")
    sitting = get_or_404_for(user, RIGHT, sittings, pk=pk, **lookup)
    if sitting.series and not _keeps(user, sitting.series):
        raise Http404
    return sitting


def _keeps(user, series):
    """Whether he may write every sitting of it: one may be another office's."""
    reach = offices_in_reach(user, RIGHT).values("pk")
    return not series.sittings.exclude(organiser__in=reach).exists()
