"""What follows for the schedule when two officers are one person, or two after all."""

from django.db.models import Q
from django.utils import timezone

from schedule.actions.claims import reclaim
from schedule.actions.writing import lock
from schedule.models import Block, Participant, ScheduleState, Sitting


def reclaim_persons(*, officers):
    """Claim the coming time of these spellings anew, in the caller's transaction.

    One person in two sittings at once: the earlier one is left to be settled.
    """
    lock()
    invited = Participant.objects.filter(officer__in=officers).values("sitting")
    coming = {"during__endswith__gt": timezone.now()}
    sittings = Sitting.objects.standing().filter(
        Q(chair__in=officers) | Q(pk__in=invited), **coming
    )
    blocks = Block.objects.standing().filter(officer__in=officers, **coming)
    reclaim([*blocks, *sittings])
    ScheduleState.raise_number()
