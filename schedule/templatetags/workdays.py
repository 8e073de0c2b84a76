"""For the page of the holidays, which cannot know of sittings."""

from django import template

from schedule.models import Sitting
from schedule.showing import shown

register = template.Library()


@register.simple_tag(takes_context=True)
def sittings_on_holidays(context):
    """Sittings that stand on holidays to come, as the reader may see them."""
    return shown(Sitting.objects.on_holidays().with_names().in_order(), context["user"])
