"""Working hours by date range: shown to all, kept by the branch."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from innovation_portal.access.guard import needs
from innovation_portal.access.rights import reaches_all
from innovation_portal.organisation.actions.hours import (
    change_hours,
    create_hours,
    remove_hours,
)
from innovation_portal.organisation.forms.hours import HoursForm
from innovation_portal.organisation.models import WorkingHours
from innovation_portal.organisation.views.holiday import RIGHT
from innovation_portal.organisation.worktime import revision
from innovation_portal.web.revision import public_page


@public_page(revision)
@require_safe
def hours_list(request):
    context = {
        "usual": WorkingHours.usual(),
        "ranges": WorkingHours.objects.all(),
        "keeps": request.user.is_authenticated and reaches_all(request.user, RIGHT),
    }
    return render(request, "organisation/hours_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT, everywhere=True)
def hours_create(request):
    form = HoursForm(request.POST or None)
    if form.is_valid() and form.run(create_hours, **form.cleaned_data, by=request.user):
        return _saved(request)
    return render(request, "organisation/hours_create.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT, everywhere=True)
def hours_change(request, pk):
    hours = get_object_or_404(WorkingHours, pk=pk)
    form = HoursForm(request.POST or None, instance=hours)
    if form.is_valid() and form.run(
        change_hours, hours=hours, **form.cleaned_data, by=request.user
    ):
        return _saved(request)
    context = {"form": form, "hours": hours}
    return render(request, "organisation/hours_change.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT, everywhere=True)
def hours_remove(request, pk):
    hours = get_object_or_404(WorkingHours, pk=pk)
    if request.method == "POST":
        remove_hours(hours=hours, by=request.user)
        return _saved(request)
    return render(request, "organisation/hours_remove.html", {"hours": hours})


def _saved(request):
    messages.success(request, _("Saved."))
    return redirect("organisation:hours_list")
