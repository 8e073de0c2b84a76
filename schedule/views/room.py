"""The rooms, kept by the branch, and who sits in them, a week at a time."""

from datetime import timedelta

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from innovation_portal.access.guard import needs
from innovation_portal.web.revision import public_page
from schedule.actions.room import change_room, create_room
from schedule.agenda import agenda, by_room
from schedule.forms.room import RoomForm
from schedule.models import Room, Sitting
from schedule.paths import around_week, at_one_address, sunday_of
from schedule.revision import revision_by_clock

RIGHT = "schedule.keep"


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


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def room_create(request):
    form = RoomForm(request.POST or None)
    if form.is_valid() and form.run(create_room, **form.cleaned_data, by=request.user):
        messages.success(request, _("Saved."))
        return redirect("schedule:room_list")
    return render(request, "schedule/room_create.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def room_change(request, pk):
    """After a new buffer the page lists the sittings that now clash."""
    room = get_object_or_404(Room, pk=pk)
    form = RoomForm(request.POST or None, instance=room)
    if form.is_valid() and form.run(
        change_room, room=room, **form.cleaned_data, by=request.user
    ):
        messages.success(request, _("Saved."))
        return redirect("schedule:room_change", pk)
    unsettled = Sitting.objects.unsettled().in_room(room)
    context = {"form": form, "room": room, "unsettled": unsettled}
    return render(request, "schedule/room_change.html", context)


def _week(request, pk, day):
    room = get_object_or_404(Room, pk=pk)
    last = day + timedelta(days=6)
    days = agenda(Sitting.objects.in_room(room), day, last, request.user)
    context = around_week(day) | {"room": room, "days": days}
    return render(request, "schedule/room_detail.html", context)
