"""How many reported mistakes wait for the branch."""

from django import template

from directory.models import Report

register = template.Library()


@register.simple_tag
def open_reports():
    return Report.objects.open().count()
