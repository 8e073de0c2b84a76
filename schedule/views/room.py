"""The rooms and who sits in them, a week at a time."""

from datetime import timedelta

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from innovation_portal.web.revision import public_page
from schedule.agenda import agenda, by_room
from schedule.models import Room, Sitting
from schedule.paths import around_week, at_one_address, sunday_of
from schedule.revision import revision_by_clock


@public_page(revision_by_clock)
@require_safe
def room_list(request):
    """Every open room with what is on in it today."""
    today = timezone.localdate()
    (day,) = agenda(Sitting.objects.exclude(room=None), today, today, request.user)
    context = {"day": day, "rooms": by_room(Room.objects.open(), day.lines)}
    return render(request, "schedule/room_list.html", context)


@public_page(revision_by_clock)
@require_safe
def room_detail(request, pk):
    return _week(request, pk, sunday_of(timezone.localdate()))


@public_page(revision_by_clock)
@require_safe
@at_one_address
def room_week(request, pk, day):
    return _week(request, pk, day)


def _week(request, pk, day):
    room = get_object_or_404(Room, pk=pk)
    last = day + timedelta(days=6)
    days = agenda(Sitting.objects.in_room(room), day, last, request.user)
    context = around_week(day) | {"room": room, "days": days}
    return render(request, "schedule/room_detail.html", context)
