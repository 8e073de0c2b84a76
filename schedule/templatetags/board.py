"""What the screen by the lift needs to tell the time as offices do."""

from django import template

from innovation_portal.bangla.clock import PARTS_OF_DAY
from innovation_portal.bangla.speech import language

register = template.Library()


@register.simple_tag
def parts_of_day():
    """The hours at which the parts of the day begin: "20 রাত,18 সন্ধ্যা"."""
    if language() == "en":
        return ""
    return ",".join(f"{hour} {name}" for hour, name in PARTS_OF_DAY)
