"""The record of changes, for the auditor."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovation_portal.access.guard import needs
from innovation_portal.record.events import changes, events
from innovation_portal.record.forms import RecordForm

PAGE = 50


@require_safe
@needs("record.read")
def record_list(request):
    form = RecordForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {}
    page = Paginator(events(**asked), PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "changes": changes(page.object_list)}
    return render(request, "record/record_list.html", context)
