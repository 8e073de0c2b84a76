"""How the directory is used, for everyone; what a count stands for, by the branch."""

from datetime import datetime

from django.contrib import messages
from django.db.models import Sum
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from directory.actions.count import assume
from directory.forms.count import AssumptionForm
from directory.models import Assumption, DailyCount, Edition
from directory.use import Kind, altogether, uses
from directory.views.edition import RIGHT
from innovation_portal.access.guard import needs
from innovation_portal.web.revision import public_page


def revision(request):
    """Counts only grow; so do the lists, and the record of the assumptions."""
    said = Assumption.pgh_event_model.objects.order_by("-pk").values_list("pk")
    counted = DailyCount.objects.aggregate(Sum("count"))
    return counted, Edition.objects.count(), said.first()


@public_page(revision)
@require_safe
def count_list(request):
    assumption = Assumption.objects.present()
    counted, lists = DailyCount.objects, Edition.objects
    months = uses(counted.by("month"), lists.published_by("month"), assumption)
    month = _month(request.GET.get("month", "")) or (months and months[0].when)
    days = uses(counted.in_month(month).by("day"), [], assumption) if month else []
    context = {
        "assumption": assumption,
        "kinds": Kind.labels,
        "months": months,
        "month": month,
        "days": days,
        "total": altogether(months, assumption),
    }
    return render(request, "directory/count_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT, everywhere=True)
def count_assume(request):
    assumption = Assumption.objects.present()
    form = AssumptionForm(request.POST or None, instance=assumption)
    if form.is_valid() and form.run(assume, **form.cleaned_data, by=request.user):
        messages.success(request, _("Saved."))
        return redirect("directory:count_list")
    return render(request, "directory/count_assume.html", {"form": form})


def _month(text):
    """The first day of a month written 2026-11; None for anything else."""
    try:
        return datetime.strptime(text, "%Y-%m").date()
    except ValueError:
        return None
