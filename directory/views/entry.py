"""The list that holds now, for everyone."""

from django.db.models import Subquery
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from directory.filters import EntryFilter
from directory.models import Designation, Edition, Entry
from directory.paper.workbook import file_name, phone_list
from directory.tables import EntryTable
from innovation_portal.web.pages import CappedPaginator
from innovation_portal.web.revision import public_page

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGE = {"paginator_class": CappedPaginator}


def revision(request):
    """All that the list depends on: its edition, and what designations are called."""
    renamed = Designation.pgh_event_model.objects.order_by("-pk").values("pk")
    newest = Edition.objects.annotate(renamed=Subquery(renamed[:1]))
    return newest.order_by("-number").values_list("number", "renamed").first()


@public_page(revision)
@require_safe
def entry_list(request):
    edition = Edition.objects.current()
    asked = EntryFilter(request.GET, Entry.objects.current().in_order())
    table = EntryTable(asked.qs)
    RequestConfig(request, paginate=PAGE).configure(table)
    context = {"edition": edition, "filter": asked, "table": table}
    return render(request, "directory/entry_list.html", context)


@public_page(revision)
@require_safe
def entry_download(request):
    """The whole list as the ministry's own sheet, fit to be uploaded again."""
    edition = get_object_or_404(Edition.objects.order_by("-number")[:1])
    book = phone_list(edition, Entry.objects.current().in_order())
    name = file_name(edition, "xlsx")
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(book, content_type=XLSX, headers=disposition)
