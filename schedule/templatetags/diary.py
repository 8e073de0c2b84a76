"""Consent: what waits for an answer, and what a sitting's page tells of it."""

from django import template

from schedule.access import chairs_kept
from schedule.models import Consent
from schedule.showing import concerned

register = template.Library()


@register.simple_tag
def consents_waiting(user):
    """How many requests wait for the chairs whose day the user keeps."""
    officers = chairs_kept(user).values_list("officer", flat=True)
    return Consent.objects.waiting(*officers).count()


@register.simple_tag(takes_context=True)
def latest_consent(context, one):
    """The consent asked for last; None for strangers, and where nobody is asked."""
    asked = Consent.objects.filter(sitting=one.pk).select_related("sitting")
    if not context.get("personal") or not (last := asked.last()):
        return None
    return last if concerned(context["user"], last.sitting) else None
