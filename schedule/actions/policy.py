"""What the branch lays down for all sittings; claims follow it."""

from django.utils import timezone

from schedule.actions.claims import reclaim
from schedule.actions.writing import written
from schedule.models import Policy, Sitting


@written
def change_policy(*, by, **said):
    """The Policy; a new rule for those taking part holds for all sittings to come.

    Those that clash by it stay, and are listed to be settled.
    """
    policy = Policy.objects.present()
    before = policy.taking_part
    for name, value in said.items():
        setattr(policy, name, value)
    policy.full_clean()
    policy.save()
    if policy.taking_part != before:
        coming = Sitting.objects.standing().with_names()
        reclaim(coming.filter(during__endswith__gt=timezone.now()))
    return policy
