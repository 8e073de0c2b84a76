"""Holidays: shown to all, kept by the branch, proposed by the library."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from innovation_portal.access.guard import needs
from innovation_portal.access.rights import reaches_all
from innovation_portal.organisation.actions.holiday import (
    change_holiday,
    create_holiday,
    remove_holiday,
    take_holidays,
)
from innovation_portal.organisation.calculated import proposals
from innovation_portal.organisation.forms.holiday import (
    HolidayForm,
    ProposedForm,
    YearForm,
)
from innovation_portal.organisation.models import Holiday
from innovation_portal.organisation.worktime import revision
from innovation_portal.web.revision import public_page

RIGHT = "schedule.keep"


@public_page(revision)
@require_safe
def holiday_list(request):
    year = _year(request)
    context = {
        "year": year,
        "holidays": Holiday.objects.of_year(year),
        "keeps": request.user.is_authenticated and reaches_all(request.user, RIGHT),
    }
    return render(request, "organisation/holiday_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT, everywhere=True)
def holiday_create(request):
    form = HolidayForm(request.POST or None)
    if form.is_valid() and form.run(
        create_holiday, **form.cleaned_data, by=request.user
    ):
        return _saved(request, form.cleaned_data["day"])
    return render(request, "organisation/holiday_create.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT, everywhere=True)
def holiday_change(request, pk):
    holiday = get_object_or_404(Holiday, pk=pk)
    form = HolidayForm(request.POST or None, instance=holiday)
    if form.is_valid() and form.run(
        change_holiday, holiday=holiday, **form.cleaned_data, by=request.user
    ):
        return _saved(request, holiday.day)
    context = {"form": form, "holiday": holiday}
    return render(request, "organisation/holiday_change.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT, everywhere=True)
def holiday_remove(request, pk):
    """Asked once more, since sittings may come to stand on the day."""
    holiday = get_object_or_404(Holiday, pk=pk)
    if request.method == "POST":
        remove_holiday(holiday=holiday, by=request.user)
        return _saved(request, holiday.day)
    return render(request, "organisation/holiday_remove.html", {"holiday": holiday})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT, everywhere=True)
def holiday_propose(request):
    """What the library calculates, seen before it is taken over."""
    year = _year(request)
    found = proposals(year)
    form = ProposedForm(request.POST if request.method == "POST" else None, found)
    if form.is_valid() and form.run(
        take_holidays, proposals=form.chosen, by=request.user
    ):
        return _saved(request, found[0].day)
    context = {"form": form, "year": year, "proposals": found}
    return render(request, "organisation/holiday_propose.html", context)


def _year(request):
    asked = YearForm(request.GET)
    return asked.cleaned_data["year"] if asked.is_valid() else timezone.localdate().year


def _saved(request, day):
    messages.success(request, _("Saved."))
    return redirect(f"{reverse('organisation:holiday_list')}?year={day.year}")
