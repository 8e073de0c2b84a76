"""The revision of the schedule: all that its pages and files depend on."""

from bisect import bisect_right
from functools import lru_cache

from django.db.models import Max, Subquery
from django.db.models.functions import Now
from django.utils import timezone

from directory.models import Officer
from innovation_portal.database.prepared import Prepared
from innovation_portal.models import Office
from innovation_portal.organisation.worktime import newest_change
from schedule.models import ScheduleState, Sitting


def _newest():
    """The last write, the hold that ran out last, names, days off."""
    over = Sitting.objects.filter(state=Sitting.State.HELD, held_until__lte=Now())
    lapsed = over.order_by().values("state").annotate(last=Max("held_until"))
    named = [
        model.pgh_event_model.objects.order_by("-pk").values("pk")[:1]
        for model in (Office, Officer)
    ]
    state = ScheduleState.objects.filter(pk=ScheduleState.ONLY)
    asked = [lapsed.values("last"), *named, *newest_change()]
    return state.values_list("number", *map(Subquery, asked))[:1]


_question = Prepared("schedule_revision", _newest)


def revision(request):
    return _question.first()


def revision_by_clock(request):
    """For pages that mark what is on now: with the moment that last changed it."""
    state = revision(request)
    return state, last_turn(state)


def last_turn(state):
    """When a sitting of today last began or ended.

    The day itself is in the ETag of a page, so that none is ever called by the name of
    an earlier one.
    """
    now = timezone.now()
    moments = turns(state, timezone.localdate(now))
    place = bisect_right(moments, now)
    return moments[place - 1] if place else None


@lru_cache(maxsize=4)
def turns(state, day):
    """The moments of the day, read once for each state of the schedule in a process."""
    spans = Sitting.objects.on_days(day).values_list("during", flat=True)
    return sorted({moment for span in spans for moment in (span.lower, span.upper)})
