"""How much waits to be settled, for the menu."""

from django import template
from django.core.cache import cache

from schedule.models import ScheduleState
from schedule.settling import Settling

register = template.Library()
FRESH = 60  # seconds; what the schedule itself settles shows at once


@register.simple_tag
def to_settle(user):
    """Counted anew after each write; holidays and posts show within a minute."""
    state = ScheduleState.objects.filter(pk=ScheduleState.ONLY)
    number = state.values_list("number", flat=True).first() or 0
    counted = f"settling:{user.pk}:{number}"
    return cache.get_or_set(counted, lambda: Settling(user).count, FRESH)
