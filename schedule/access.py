"""Rights that lie across two offices: a chair's day and another office's sitting."""

from django.http import Http404

from innovation_portal.access.models import Appointment
from innovation_portal.access.rights import allowed, offices_in_reach
from innovation_portal.access.roles import holding
from schedule.models import Chair, Sitting


def keeps_day(user, officer):
    """Whether the user keeps the diary of this officer, be he a chair at all."""
    chair = Chair.objects.of(officer)
    return chair is not None and allowed(user, "schedule.diary", chair)


def chairs_kept(user):
    """The chairs whose diary the user keeps, in their order."""
    kept = offices_in_reach(user, "schedule.diary")
    return Chair.objects.in_order().filter(office__in=kept)


def may_move(user, sitting):
    """Whether the user may give a sitting another time: whoever may write it, and the
    private secretary of its chair, whichever office organises it.
    """
    return allowed(user, "schedule.hold", sitting) or keeps_day(user, sitting.chair)


def sitting_to_move_or_404(user, pk):
    sitting = Sitting.objects.with_names().filter(pk=pk).first()
    if sitting is None or not may_move(user, sitting):
        raise Http404
    return sitting


def secretaries(chair):
    """Users who keep the chair's day, of the office nearest to him that has any."""
    everywhere, in_office = holding("schedule.diary")
    held = Appointment.objects.current().filter(
        role__in=everywhere | in_office,
        office__in=chair.office.keys,
        user__is_active=True,
    )
    held = list(held.select_related("user", "office"))
    deepest = max((one.office.depth for one in held), default=0)
    return list({one.user for one in held if one.office.depth == deepest})
