"""How the schedule is used, and what it saved, for everyone."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from innovation_portal.organisation.worktime import newest_change
from innovation_portal.web.revision import public_page
from schedule.revision import revision
from schedule.use import Use, years


def revision_of_use(request):
    """What the schedule's pages depend on, and the hours of the office."""
    holidays, hours = newest_change()
    return revision(request), list(holidays.union(hours, all=True))


@public_page(revision_of_use)
@require_safe
def use_show(request):
    today = timezone.localdate()
    known = years(today)
    asked = request.GET.get("year", "")
    year = next((year for year in known if str(year) == asked), None)
    use = Use(year or known[0], today) if known else None
    return render(request, "schedule/use_show.html", {"use": use, "years": known})
