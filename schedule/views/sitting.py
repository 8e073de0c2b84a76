"""A sitting at its own address, with all that was done to it."""

from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from innovation_portal.web.revision import public_page
from schedule.agenda import lines_of
from schedule.models import Sitting
from schedule.revision import revision_by_clock
from schedule.showing import shown


@public_page(revision_by_clock)
@require_safe
def sitting_detail(request, pk):
    """Of a closed one, those not concerned see neither its history nor its people."""
    sitting = get_object_or_404(Sitting.objects.with_names(), pk=pk)
    (one,) = shown([sitting], request.user)
    context = {"one": one, "line": lines_of([one])[0]}
    if not one.veiled:
        context |= {
            "moves": sitting.moves.select_related("by"),
            "people": sitting.participants.all(),
        }
    return render(request, "schedule/sitting_detail.html", context)
