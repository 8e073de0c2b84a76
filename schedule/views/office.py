"""The sittings that an office holds or takes part in, a month at a time."""

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from innovation_portal.models import Office
from innovation_portal.web.revision import public_page
from schedule.agenda import agenda, with_lines
from schedule.models import Sitting
from schedule.paths import around_month, at_one_address, last_of_month
from schedule.revision import revision_by_clock


@public_page(revision_by_clock)
@require_safe
def office_detail(request, pk):
    return _month(request, pk, timezone.localdate().replace(day=1))


@public_page(revision_by_clock)
@require_safe
@at_one_address
def office_month(request, pk, day):
    return _month(request, pk, day)


def _month(request, pk, day):
    """Whose a closed sitting is would tell what it is about: it is not listed."""
    office = get_object_or_404(Office, pk=pk)
    sittings = Sitting.objects.of_office(office).visible_to_search(request.user)
    days = agenda(sittings, day, last_of_month(day), request.user)
    context = around_month(day) | {"office": office, "days": with_lines(days)}
    return render(request, "schedule/office_detail.html", context)
