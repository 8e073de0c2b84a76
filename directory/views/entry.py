"""The list that holds now, for everyone."""

from django.http import FileResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from directory.actions.paper import ask_for
from directory.counting import begins_search, counts
from directory.filters import EntryFilter
from directory.hiding import veil_for
from directory.models import DailyCount, Edition, EditionPaper, Entry
from directory.paper.pdf import LONGEST
from directory.paper.workbook import file_name
from directory.revision import revision
from directory.tables import EntryTable
from innovation_portal.web.pages import CappedPaginator
from innovation_portal.web.revision import public_page

PAGE = {"paginator_class": CappedPaginator}
LOOK_AGAIN = 5  # seconds until the page of a paper that is being made looks again
LATE_AGAIN = 60  # seconds, where it takes longer than it should


@counts(DailyCount.Kind.SEARCH, when=begins_search)
@public_page(revision)
@require_safe
def entry_list(request):
    edition = Edition.objects.current()
    asked = EntryFilter(request.GET, Entry.objects.current().in_order())
    table = EntryTable(asked.qs)
    RequestConfig(request, paginate=PAGE).configure(table)
    veil_for(request.user).over(row.record for row in table.page)
    context = {"edition": edition, "filter": asked, "table": table}
    return render(request, "directory/entry_list.html", context)


@counts(DailyCount.Kind.PDF)
@public_page(revision)
@require_safe
def entry_pdf(request):
    """The whole list as PDF; until it is made, a page that looks again by itself."""
    edition = get_object_or_404(Edition.objects.order_by("-number")[:1])
    made = EditionPaper.objects.made(edition, EditionPaper.Kind.FULL)
    if made is None:
        return _no_file(request, edition, ask_for(edition=edition))
    name = file_name(edition, "pdf")
    return FileResponse(made.file.path.open("rb"), as_attachment=True, filename=name)


def _no_file(request, edition, paper):
    """Not yet, where the paper is asked for; never, where the list is too long."""
    context = {"edition": edition, "paper": paper, "longest": LONGEST}
    status = 503 if paper else 404
    page = render(request, "directory/entry_pdf.html", context, status=status)
    if paper:
        page["Retry-After"] = page["Refresh"] = LATE_AGAIN if paper.late else LOOK_AGAIN
        page["Cache-Control"] = "no-store"
    return page
