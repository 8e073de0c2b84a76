"""Earlier decisions of a series, as its next sitting hears how far they are."""

from dataclasses import dataclass

from schedule.models import Decision, Sitting

STATES = Decision.State


@dataclass(frozen=True)
class Followed:
    """A decision with what was known of it when the sitting was minuted."""

    decision: Decision
    state: str
    notes: list

    @property
    def state_name(self):
        return STATES(self.state).label


def followed_up(sitting):
    """Decisions of earlier sittings of the series that were still open at the last one.

    What was noted after the following sitting began belongs to that one's paper.
    """
    if sitting.series_id is None:
        return []
    held = Sitting.objects.filter(
        series=sitting.series_id, state=Sitting.State.CONFIRMED
    ).exclude(pk=sitting.pk)
    begins = sitting.during.lower
    earlier = held.filter(during__startswith__lt=begins).order_by("during")
    later = held.filter(during__startswith__gt=begins).order_by("during").first()
    since = earlier.filter(minutes__isnull=False).last()
    if since is None:
        return []
    decisions = Decision.objects.carried_over(earlier, since.during.lower)
    until = later and later.during.lower
    return [_known(decision, until) for decision in decisions]


def _known(decision, until):
    told = [p for p in decision.progress.all() if until is None or p.at < until]
    state = told[-1].state if told else STATES.OPEN
    return Followed(decision, state, [p for p in told if p.note])
