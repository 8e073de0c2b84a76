"""Mistakes: reported by anyone, settled by the branch, followed by the reporter."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from directory.actions.errors import LineChanged, Settled, TooMany
from directory.actions.report import answer_report, report_mistake
from directory.forms.report import AcceptForm, AnswerForm, ReportForm
from directory.hiding import veil_for
from directory.models import Entry, Report
from directory.views.edition import RIGHT, tell_published
from directory.views.line import present
from innovation_portal.access.guard import needs
from innovation_portal.web.address import client_address

REPORTS = 20  # on a page


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def report_create(request, number):
    """A page of its own for a visitor's form: its secret may not be cached."""
    now = present(number)
    if now is None:
        return redirect("directory:line_detail", number)
    sent = request.POST if request.method == "POST" else None
    form = ReportForm(sent, entry=now, veil=veil_for(request.user))
    if form.is_valid():
        seen = Entry.objects.filter(line=number, pk=form.cleaned_data["seen"]).first()
        try:
            report = report_mistake(
                entry=seen or now, **form.report, address=client_address(request)
            )
            return redirect("directory:report_status", report.token)
        except TooMany as error:
            form.add_error(None, str(error))
    context = {"form": form, "entry": now}
    return render(request, "directory/report_create.html", context)


@never_cache
@login_not_required
@require_safe
def report_status(request, token):
    """What became of it, for whoever knows the address."""
    report = get_object_or_404(Report.objects.with_entries(), token=token)
    return render(request, "directory/report_status.html", {"report": report})


@require_safe
@needs(RIGHT)
def report_list(request):
    """The queue, oldest first; or what was settled, latest first."""
    settled = request.GET.get("show") == "settled"
    reports = Report.objects.exclude(state=Report.State.OPEN).order_by("-answered_at")
    pages = Paginator(reports if settled else Report.objects.open(), REPORTS)
    page = pages.get_page(request.GET.get("page"))
    page.object_list = page.object_list.beside_present()
    context = {"page": page, "settled": settled, "today": timezone.localdate()}
    return render(request, "directory/report_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def report_detail(request, pk):
    """One report; its form accepts it, as it came or corrected."""
    report = _report(pk)
    form = _accept_form(report, request.POST if request.method == "POST" else None)
    try:
        if form and form.is_valid() and (edition := form.save(by=request.user)):
            tell_published(request, edition)
            return redirect("directory:report_list")
    except LineChanged:  # between the look at it and the lock
        return report_detail(request, pk)
    except Settled as error:
        messages.error(request, str(error))
        return redirect("directory:report_list")
    return _shown(request, report, form, AnswerForm())


@require_POST
@needs(RIGHT)
def report_answer(request, pk):
    """Nothing is corrected; the reporter is told why, or what was done instead."""
    report, form = _report(pk), AnswerForm(request.POST)
    if not form.is_valid():
        return _shown(request, report, _accept_form(report, None), form)
    try:
        answer_report(report=report, by=request.user, **form.cleaned_data)
        messages.success(request, _("The answer was saved."))
    except Settled as error:
        messages.error(request, str(error))
    return redirect("directory:report_list")


def _report(pk):
    found = Report.objects.filter(pk=pk).beside_present()
    if not found:
        raise Http404
    return found[0]


def _accept_form(report, sent):
    """None where there is no field, no line or nothing left to accept."""
    if report.is_open and report.is_of_a_field and report.now:
        return AcceptForm(sent, entry=report.now, report=report)
    return None


def _shown(request, report, form, answer):
    context = {"report": report, "form": form, "answer": answer, "entry": report.now}
    return render(request, "directory/report_detail.html", context)
