"""The list that holds now, for everyone."""

from django.shortcuts import render
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from directory.counting import begins_search, counts
from directory.filters import EntryFilter
from directory.hiding import veil_for
from directory.models import DailyCount, Edition
from directory.revision import revision
from directory.tables import EntryTable
from innovation_portal.web.pages import CappedPaginator
from innovation_portal.web.revision import public_page

PAGE = {"paginator_class": CappedPaginator}


@counts(DailyCount.Kind.SEARCH, when=begins_search)
@public_page(revision)
@require_safe
def entry_list(request):
    edition = Edition.objects.current()
    asked = EntryFilter(request.GET, edition)
    table = EntryTable(asked.qs)
    RequestConfig(request, paginate=PAGE).configure(table)
    veil_for(request.user).over(row.record for row in table.page)
    context = {"edition": edition, "filter": asked, "table": table}
    return render(request, "directory/entry_list.html", context)
