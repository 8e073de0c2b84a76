"""What the reader of a sitting's page may do with the sitting."""

from typing import NamedTuple

from django import template
from django.urls import reverse
from django.utils.translation import gettext as _

from innovation_portal.access.rights import allowed
from schedule.access import keeps_day
from schedule.models import Sitting
from schedule.showing import concerned

register = template.Library()
State = Sitting.State


class Way(NamedTuple):
    address: str
    label: str
    look: str = "button-quiet"


@register.simple_tag(takes_context=True)
def sitting_ways(context, one):
    """Links for a sitting as it is shown; none on pages that are not personal."""
    user = context["user"]
    if not context.get("personal") or one.veiled:
        return []
    sitting = Sitting.objects.select_related("organiser", "chair").get(pk=one.pk)
    if allowed(user, "schedule.hold", sitting):
        ways = _ways(one, allowed(user, "schedule.approve"))
    else:
        ways = _ways_of_secretary(one, user, sitting.chair)
    return [*ways, *_scan(one, user, sitting)]


def _ways(one, approves):
    if one.state == State.HELD:
        asked = approves and one.awaits_approval
        label = _("Approve") if asked else _("Confirm")
        yield _way("confirm", one, label, "button")
    if one.state in {State.HELD, State.CONFIRMED, State.POSTPONED}:
        anew = one.state == State.POSTPONED
        yield _way("change", one, _("Set a new time") if anew else _("Change"))
    if one.state in {State.HELD, State.CONFIRMED}:
        yield _way("postpone", one, _("Postpone"))
    if one.state in {State.HELD, State.CONFIRMED, State.POSTPONED}:
        yield _way("cancel", one, _("Cancel the sitting"))
    if one.state in {State.HELD, State.CONFIRMED}:
        if one.series:
            address = reverse("schedule:series_change", args=[one.pk])
            yield Way(address, _("Change several of the series"))
        else:
            address = reverse("schedule:series_create", args=[one.pk])
            yield Way(address, _("It comes again"))
    yield Way(reverse("schedule:paper_detail", args=[one.pk]), _("Papers"))
    if one.state == State.CONFIRMED:
        minutes = reverse("schedule:minutes_detail", args=[one.pk])
        yield Way(minutes, _("Minutes"))
    another = f"{reverse('schedule:sitting_create')}?like={one.pk}"
    yield Way(another, _("Enter another like it"))


def _ways_of_secretary(one, user, chair):
    """Who keeps the chair's day moves what another office organises."""
    if one.stands and keeps_day(user, chair):
        address = reverse("schedule:diary_move", args=[one.pk])
        yield Way(address, _("Move to another time"))


def _scan(one, user, sitting):
    if one.has_scan and concerned(user, sitting):
        address = reverse("schedule:sitting_letter", args=[one.pk])
        yield Way(address, _("Scan of the letter"))


def _way(name, one, label, look="button-quiet"):
    return Way(reverse(f"schedule:sitting_{name}", args=[one.pk]), label, look)
