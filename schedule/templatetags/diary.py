"""What a sitting's page tells those concerned of the chair's consent."""

from django import template

from schedule.models import Consent
from schedule.showing import concerned

register = template.Library()


@register.simple_tag(takes_context=True)
def latest_consent(context, one):
    """The consent asked for last; None for strangers, and where nobody is asked."""
    asked = Consent.objects.filter(sitting=one.pk).select_related("sitting")
    if not context.get("personal") or not (last := asked.last()):
        return None
    return last if concerned(context["user"], last.sitting) else None
