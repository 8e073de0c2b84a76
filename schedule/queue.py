"""What waits for somebody, among the sittings that a user may write."""

from functools import cached_property

from django.core.paginator import Paginator
from django.utils import timezone

from innovation_portal.access.rights import offices_in_reach, reaches_all
from schedule.models import Sitting

AT_ONCE = 20  # coming ones on a page
State = Sitting.State


class Queue:
    """``page`` is the number of the page of those to come."""

    def __init__(self, user, page=1):
        self.user, self.page = user, page

    @cached_property
    def sittings(self):
        offices = offices_in_reach(self.user, "schedule.hold")
        return Sitting.objects.with_names().filter(organiser__in=offices)

    @property
    def _held(self):
        return self.sittings.standing().filter(state=State.HELD).order_by("held_until")

    @cached_property
    def asked(self):
        """Rooms asked for; the branch answers, the others wait."""
        return self._held.exclude(approval_asked_at=None)

    @cached_property
    def held(self):
        return self._held.filter(approval_asked_at=None)

    @cached_property
    def postponed(self):
        """Those that still need another time."""
        return self.sittings.filter(state=State.POSTPONED).order_by("-changed_at")

    @cached_property
    def coming(self):
        sittings = self.sittings.filter(
            state=State.CONFIRMED, during__endswith__gt=timezone.now()
        )
        return Paginator(sittings.in_order(), AT_ONCE).get_page(self.page)

    @property
    def may_approve(self):
        return reaches_all(self.user, "schedule.approve")
