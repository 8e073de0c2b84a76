"""A week from Sunday, on the screen and on paper."""

from datetime import timedelta

from django.shortcuts import render
from django.views.decorators.http import require_safe

from innovation_portal.web.revision import public_page
from schedule.agenda import agenda
from schedule.drawing import pdf
from schedule.models import Sitting
from schedule.paper.week import sheet_of_week
from schedule.paths import around_week, at_one_address
from schedule.revision import revision, revision_by_clock


@public_page(revision_by_clock)
@require_safe
@at_one_address
def week_detail(request, day):
    last = day + timedelta(days=6)
    days = agenda(Sitting.objects, day, last, request.user)
    context = around_week(day) | {"days": days}
    return render(request, "schedule/week_detail.html", context)


@public_page(revision)
@require_safe
@at_one_address
def week_paper(request, day):
    return pdf(request, f"sittings_week_{day}.pdf", lambda: sheet_of_week(day))
