"""Search: past sittings and cancelled ones are found too, each with its state."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from innovation_portal.web.revision import public_page
from schedule.agenda import lines_of
from schedule.forms.search import SearchForm
from schedule.models import Sitting
from schedule.revision import revision_by_clock
from schedule.showing import shown

ON_A_PAGE = 20


@public_page(revision_by_clock)
@require_safe
def search_list(request):
    form = SearchForm(request.GET)
    context = {"form": form, "asked": form.asked, "today": timezone.localdate()}
    if form.asked:
        sittings = Sitting.objects.visible_to_search(request.user).listed()
        found = form.asked.of(sittings).with_names().nearest_first()
        page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
        lines = lines_of(shown(page.object_list, request.user))
        context |= {"page": page, "lines": lines}
    return render(request, "schedule/search_list.html", context)
