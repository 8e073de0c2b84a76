"""The schedule as a workbook, for everyone; of closed sittings what each may see."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from innovation_portal.web.revision import public_page
from schedule.exporting import sittings_book
from schedule.forms.importing import ExportForm
from schedule.revision import revision

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@public_page(revision)
@require_safe
def export_choose(request):
    """Which sittings the file is to hold; and what was wrong with a question."""
    first = {"first": timezone.localdate()}
    form = ExportForm(request.GET or None, initial=first, user=request.user)
    return render(request, "schedule/export_choose.html", {"form": form})


@public_page(revision)
@require_safe
def export_xlsx(request):
    form = ExportForm(request.GET, user=request.user)
    if not form.is_valid():
        return redirect(reverse("schedule:export_choose", query=request.GET))
    book = sittings_book(form.sittings, request.user)
    answer = HttpResponse(book, content_type=XLSX)
    name = f"sittings_{timezone.localdate():%Y-%m-%d}.xlsx"
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
