"""A month at a glance: the first sittings of each day, and how many more."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovation_portal.web.revision import public_page
from schedule.agenda import month
from schedule.models import Sitting
from schedule.paths import around_month, at_one_address, week_of
from schedule.revision import revision_by_clock


@public_page(revision_by_clock)
@require_safe
@at_one_address
def month_detail(request, day):
    weeks = month(Sitting.objects, day, request.user)
    context = around_month(day) | {"weeks": weeks, "names": week_of(day)}
    return render(request, "schedule/month_detail.html", context)
