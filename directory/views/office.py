"""The list by office: the tree, and how many of the lines asked for stand where."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from directory.filters import EntryFilter
from directory.models import Edition
from directory.revision import revision
from innovation_portal.models import Office
from innovation_portal.organisation.tree import counted, nested
from innovation_portal.web.revision import public_page


@public_page(revision)
@require_safe
def office_tree(request):
    """Only offices with lines; the rest of the question goes along to the list."""
    question = request.GET.copy()
    question.pop("office", None)
    edition = Edition.objects.current()
    asked = EntryFilter(question, edition)
    counts = asked.lines.by_office()
    known = Office.objects.above_any(Office.objects.filter(pk__in=counts))
    context = {
        "edition": edition,
        "filter": asked,
        "tree": counted(nested(known), counts),
    }
    return render(request, "directory/office_tree.html", context)
