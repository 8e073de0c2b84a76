"""The revision of the schedule: all that its pages and files depend on."""

from django.db.models import Max, Subquery
from django.db.models.functions import Now

from innovation_portal.database.prepared import Prepared
from innovation_portal.models import Office
from schedule.models import ScheduleState, Sitting


def _newest():
    """The last write, the hold that ran out last, the offices' names."""
    over = Sitting.objects.filter(state=Sitting.State.HELD, held_until__lte=Now())
    lapsed = over.order_by().values("state").annotate(last=Max("held_until"))
    named = Office.pgh_event_model.objects.order_by("-pk").values("pk")[:1]
    state = ScheduleState.objects.filter(pk=ScheduleState.ONLY)
    return state.values_list(
        "number", Subquery(lapsed.values("last")), Subquery(named)
    )[:1]


_question = Prepared("schedule_revision", _newest)


def revision(request):
    return _question.first()
