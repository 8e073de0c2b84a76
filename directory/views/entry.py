"""The list that holds now, for everyone."""

from django.db.models import OuterRef, Subquery
from django.http import FileResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from directory.actions.paper import ask_for
from directory.filters import EntryFilter
from directory.models import (
    Designation,
    Edition,
    EditionPaper,
    Entry,
    Officer,
    SearchRules,
)
from directory.paper.workbook import file_name
from directory.tables import EntryTable
from innovation_portal.models import Office
from innovation_portal.web.pages import CappedPaginator
from innovation_portal.web.revision import public_page

PAGE = {"paginator_class": CappedPaginator}
LOOK_AGAIN = 5  # seconds until the page of a paper that is being made looks again
LATE_AGAIN = 60  # seconds, where it takes longer than it should


def revision(request):
    """All that the list depends on: its edition, and what is called how and where."""
    newest = Edition.objects.order_by("-number").annotate(
        **{
            model._meta.model_name: Subquery(
                model.pgh_event_model.objects.order_by("-pk").values("pk")[:1]
            )
            for model in (Designation, Office, Officer)
        },
        rules=Subquery(SearchRules.objects.values("version")[:1]),
    )
    said = ("number", "designation", "office", "officer", "rules")
    return newest.values_list(*said).first()


@public_page(revision)
@require_safe
def entry_list(request):
    edition = Edition.objects.current()
    asked = EntryFilter(request.GET, Entry.objects.current().in_order())
    table = EntryTable(asked.qs)
    RequestConfig(request, paginate=PAGE).configure(table)
    context = {"edition": edition, "filter": asked, "table": table}
    return render(request, "directory/entry_list.html", context)


def paper_revision(request):
    """The newest edition, and its paper once that is made."""
    papers = EditionPaper.objects.filter(
        edition=OuterRef("number"), kind=EditionPaper.Kind.FULL
    )
    newest = Edition.objects.annotate(paper=Subquery(papers.values("file")[:1]))
    return newest.order_by("-number").values_list("number", "paper").first()


@public_page(paper_revision)
@require_safe
def entry_pdf(request):
    """The whole list as PDF; until it is made, a page that looks again by itself."""
    edition = get_object_or_404(Edition.objects.order_by("-number")[:1])
    paper = EditionPaper.objects.made(edition, EditionPaper.Kind.FULL)
    if paper is None:
        return _being_made(request, ask_for(edition=edition))
    name = file_name(edition, "pdf")
    return FileResponse(paper.file.path.open("rb"), as_attachment=True, filename=name)


def _being_made(request, paper):
    page = render(request, "directory/entry_pdf.html", {"paper": paper}, status=503)
    page["Retry-After"] = page["Refresh"] = LATE_AGAIN if paper.late else LOOK_AGAIN
    page["Cache-Control"] = "no-store"
    return page
