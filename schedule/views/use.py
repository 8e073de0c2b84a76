"""How the schedule is used, and what it saved, for everyone."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from innovation_portal.organisation.worktime import newest_change
from innovation_portal.web.revision import public_page
from schedule.revision import revision
from schedule.use import uses


def revision_of_use(request):
    """What the schedule's pages depend on, and the hours of the office."""
    holidays, hours = newest_change()
    return revision(request), list(holidays.union(hours, all=True))


@public_page(revision_of_use)
@require_safe
def use_show(request):
    """One year, the latest unless another is asked for."""
    known = {str(year): use for year, use in uses(timezone.localdate()).items()}
    latest = next(iter(known.values()), None)
    use = known.get(request.GET.get("year"), latest)
    context = {"use": use, "uses": known.values()}
    return render(request, "schedule/use_show.html", context)
