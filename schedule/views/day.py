"""The sittings of a day: today with what comes, and each day at its own address."""

from datetime import timedelta

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from innovation_portal.web.revision import public_page
from schedule.agenda import agenda, moved_away, with_lines
from schedule.drawing import pdf
from schedule.models import Sitting
from schedule.paper.day import sheet_of_day
from schedule.paths import at_one_address
from schedule.revision import revision, revision_by_clock

COMING = timedelta(days=14)
SHOWN = 5  # of the days that come


@public_page(revision_by_clock)
@require_safe
def day_now(request):
    """Today in full, then the first days of the next two weeks that have sittings."""
    today = timezone.localdate()
    first, *others = agenda(Sitting.objects, today, today + COMING, request.user)
    context = {
        "day": first,
        "moved": moved_away(today, request.user),
        "coming": with_lines(others)[:SHOWN],
    }
    return render(request, "schedule/day_now.html", context)


@public_page(revision_by_clock)
@require_safe
@at_one_address
def day_detail(request, day):
    (found,) = agenda(Sitting.objects, day, day, request.user)
    context = {"day": found, "moved": moved_away(day, request.user)}
    return render(request, "schedule/day_detail.html", context)


@public_page(revision)
@require_safe
@at_one_address
def day_paper(request, day):
    return pdf(request, f"sittings_{day}.pdf", lambda: sheet_of_day(day))
