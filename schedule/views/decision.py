"""Decisions of sittings, followed until they are carried out."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from innovation_portal.access.guard import needs
from innovation_portal.access.rights import allowed, offices_in_reach
from schedule.forms.decision import FilterForm, ProgressForm
from schedule.models import Decision
from schedule.showing import shown

RIGHT = "schedule.hold"
DECISIONS = 20  # on a page


@require_safe
@needs(RIGHT)
def decision_list(request):
    """Open ones of the offices in reach, the longest overdue first."""
    offices = offices_in_reach(request.user, RIGHT)
    form = FilterForm(request.GET, offices=offices)
    decisions = form.of(Decision.objects.to_follow().in_reach(offices).with_names())
    page = Paginator(decisions, DECISIONS).get_page(request.GET.get("page"))
    _show_sittings(page.object_list, request.user)
    context = {"page": page, "form": form, "settled": form.settled}
    return render(request, "schedule/decision_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def decision_progress(request, pk):
    """How far it is, told by those who carry it out or organised the sitting."""
    decision = _in_reach(request.user, pk)
    sent = request.POST if request.method == "POST" else None
    form = ProgressForm(sent, decision=decision)
    if form.is_valid() and form.save(by=request.user):
        messages.success(request, _("Saved."))
        return redirect("schedule:decision_progress", pk)
    _show_sittings([decision], request.user)
    context = {"decision": decision, "form": form}
    return render(request, "schedule/decision_progress.html", context)


def _in_reach(user, pk):
    decision = get_object_or_404(Decision.objects.with_names(), pk=pk)
    whose = decision.minutes.sitting.office, decision.office
    if not any(allowed(user, RIGHT, office) for office in whose if office):
        raise Http404
    return decision


def _show_sittings(decisions, user):
    """Give each its sitting as the user may see it: it may be a closed one."""
    rows = shown([one.minutes.sitting for one in decisions], user)
    for decision, sitting in zip(decisions, rows, strict=True):
        decision.sitting = sitting
