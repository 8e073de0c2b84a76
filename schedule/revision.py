"""The revision of the schedule: all that its pages and files depend on."""

from django.conf import settings
from django.contrib.postgres.fields import DateTimeRangeField
from django.db.models import Case, DateTimeField, F, Func, Max, Subquery, Value, When
from django.db.models.functions import Greatest, Now

from innovation_portal.database.prepared import Prepared
from innovation_portal.models import Office
from innovation_portal.organisation.worktime import newest_change
from schedule.models import ScheduleState, Sitting


def _newest():
    """The last write, the hold that ran out last, the offices' names, days off."""
    over = Sitting.objects.filter(state=Sitting.State.HELD, held_until__lte=Now())
    lapsed = over.order_by().values("state").annotate(last=Max("held_until"))
    named = Office.pgh_event_model.objects.order_by("-pk").values("pk")[:1]
    state = ScheduleState.objects.filter(pk=ScheduleState.ONLY)
    asked = [lapsed.values("last"), named, *newest_change()]
    return state.values_list("number", *map(Subquery, asked))[:1]


def _newest_by_clock():
    """Beside it, when a sitting of today last began or ended: what is on now, and next.

    It lies between midnight and now: the day itself is in the ETag, so that a page
    never comes to be called by the name of an earlier one.
    """
    midnight = Func(
        Value("day"), Now(), Value(settings.TIME_ZONE), function="date_trunc"
    )
    until_now = Func(
        midnight, Now(), function="tstzrange", output_field=DateTimeRangeField()
    )
    begun = Sitting.objects.filter(during__overlap=until_now).order_by()
    turn = Greatest(
        Func(F("during__startswith"), function="max"),
        Func(
            Case(When(during__endswith__lte=Now(), then=F("during__endswith"))),
            function="max",
        ),
        output_field=DateTimeField(),
    )
    return _newest().annotate(turn=Subquery(begun.values(turn=turn)))


_question = Prepared("schedule_revision", _newest)
_question_by_clock = Prepared("schedule_revision_by_clock", _newest_by_clock)


def revision(request):
    return _question.first()


def revision_by_clock(request):
    """For pages that mark what is on now."""
    return _question_by_clock.first()
