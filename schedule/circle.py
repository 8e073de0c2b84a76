"""Those concerned with a sitting, for whom a closed one is open."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from innovation_portal.access.rights import offices_in_reach, reaches_all
from schedule.models.chair import Chair
from schedule.models.participant import Participant


@dataclass(frozen=True)
class Circle:
    """What a user is concerned with: the offices he organises for, the chairs he keeps.

    Who only works in an office that takes part is not: a promotion board invites a
    wing, and not each of its clerks.
    """

    user: object

    @cached_property
    def everything(self):
        """Whether he is of the branch that enters all sittings."""
        known = self.user.is_authenticated
        return known and reaches_all(self.user, "schedule.approve")

    @cached_property
    def offices(self):
        if not self.user.is_authenticated:
            return frozenset()
        return frozenset(
            offices_in_reach(self.user, "schedule.hold").values_list("pk", flat=True)
        )

    @cached_property
    def chairs(self):
        """Keys of the officers whose day he keeps."""
        if not self.user.is_authenticated:
            return frozenset()
        kept = offices_in_reach(self.user, "schedule.diary")
        rows = Chair.objects.filter(office__in=kept).values_list(
            "officer", "officer__same_as"
        )
        return frozenset(key for row in rows for key in row if key)

    @property
    def within(self):
        """A condition on sittings: those that he is concerned with."""
        if self.everything:
            return ~Q(pk=None)
        invited = Participant.objects.filter(
            Q(office__in=self.offices)
            | Q(officer__in=self.chairs)
            | Q(officer__same_as__in=self.chairs)
        )
        return (
            Q(organiser__in=self.offices)
            | Q(chair__in=self.chairs)
            | Q(chair__same_as__in=self.chairs)
            | Q(pk__in=invited.values("sitting"))
            | Q(entered_by=self.user.pk)
            if self.user.is_authenticated
            else Q(pk=None)
        )
