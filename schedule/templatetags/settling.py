"""How much waits to be settled, for the menu."""

from django import template

from schedule.settling import Settling

register = template.Library()


@register.simple_tag
def to_settle(user):
    return Settling(user).count
