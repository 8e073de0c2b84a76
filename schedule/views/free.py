"""When these people can sit together, and where; open to everyone."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from directory.revision import revision as directory_revision
from innovation_portal.access.rights import offices_in_reach
from innovation_portal.web.revision import public_page
from schedule.forms.free import FreeForm, address_of
from schedule.forms.ways import SaidWay
from schedule.revision import revision as schedule_revision
from schedule.slots.finding import free_slots
from schedule.slots.hindrances import hindrances
from schedule.slots.wanted import round_up

DAYS = 10  # with free slots, on one page
AT_ONCE = 4  # slots of a day that are seen before more are asked for


@dataclass(frozen=True)
class FreeDay:
    day: date
    slots: list

    @property
    def first(self):
        return self.slots[:AT_ONCE]

    @property
    def more(self):
        return self.slots[AT_ONCE:]


def revision(request):
    """All that a slot depends on, with the quarter of an hour that comes next."""
    soonest = round_up(timezone.now())
    return (schedule_revision(request), directory_revision(request), soonest)


@public_page(revision)
@require_safe
def free_find(request):
    form = FreeForm(request.GET)
    context = {
        "form": form,
        "asked": request.GET,
        "holds": _may_hold(request.user),
        "today": timezone.localdate(),
    }
    if request.GET and form.is_valid():
        context |= _answer(form.wanted)
    return render(request, "schedule/free_find.html", context)


def _may_hold(user):
    return user.is_authenticated and offices_in_reach(user, "schedule.hold").exists()


def _answer(wanted):
    """The first days with free slots, and the way on; or why there is none."""
    found = free_slots(wanted)
    if not found:
        why = hindrances(wanted)
        ways = [SaidWay(way) for way in why.ways]
        return {"wanted": wanted, "hindrances": why, "ways": ways}
    of_days = groupby(found, key=lambda slot: slot.begins.date())
    days = [FreeDay(day, list(slots)) for day, slots in of_days]
    answer = {"wanted": wanted, "days": days[:DAYS]}
    if len(days) > DAYS:
        after = days[DAYS - 1].day + timedelta(days=1)
        answer["later"] = address_of(wanted.but(first=after))
    return answer
