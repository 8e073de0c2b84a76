"""Those concerned with a sitting, for whom a closed one is open."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import In

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
        """Whether the user is of the branch that enters all sittings."""
        known = self.user.is_authenticated
        return known and reaches_all(self.user, "schedule.approve")

    @cached_property
    def offices(self):
        return offices_in_reach(self.user, "schedule.hold")

    @cached_property
    def chairs(self):
        """Those whose day the user keeps."""
        return Chair.objects.filter(
            office__in=offices_in_reach(self.user, "schedule.diary")
        )

    @cached_property
    def within(self):
        """A condition on sittings: those that the user is concerned with."""
        if not self.user.is_authenticated:
            return Q(pk=None)
        if self.everything:
            return ~Q(pk=None)
        persons = self.chairs.values_list(Coalesce("officer__same_as", "officer"))
        invited = Participant.objects.filter(
            Q(office__in=self.offices)
            | Q(In(Coalesce("officer__same_as", "officer"), persons))
        )
        return (
            Q(organiser__in=self.offices)
            | Q(In(Coalesce("chair__same_as", "chair"), persons))
            | Q(pk__in=invited.values("sitting"))
            | Q(entered_by=self.user)
        )
