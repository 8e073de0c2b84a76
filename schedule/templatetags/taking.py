"""From a free slot to the form of a sitting, filled in."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from schedule.details import Part
from schedule.forms.picking import token

register = template.Library()


@register.simple_tag
def taking_address(wanted, slot, free):
    """The form for this time and room: the first officer chairs, the rest take part."""
    said = [("begins", slot.begins.isoformat()), ("ends", slot.ends.isoformat())]
    if free.room:
        said.append(("room", free.room.pk))
    if wanted.people:
        said.append(("people", wanted.people))
    if wanted.persons:
        said.append(("chair", wanted.persons[0]))
    others = [Part(one.name, officer=one.same_as or one) for one in wanted.officers[1:]]
    others += [Part(office.name_bn, office=office) for office in wanted.offices]
    said += [("part", token(part)) for part in others]
    return f"{reverse('schedule:sitting_create')}?{urlencode(said)}"
