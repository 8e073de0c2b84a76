"""The screen by the lift: what is on now, and what comes next today."""

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from innovation_portal.web.revision import public_page
from schedule.agenda import agenda
from schedule.models import Sitting
from schedule.revision import revision_by_clock


@public_page(revision_by_clock)
@require_safe
def board_detail(request):
    today = timezone.localdate()
    (day,) = agenda(Sitting.objects, today, today, request.user)
    return render(request, "schedule/board_detail.html", {"day": day})
