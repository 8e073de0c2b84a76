"""A sitting's form as a browser sends it; what a test relies on, it says itself."""

from django.urls import reverse

from directory.models import Officer
from schedule.details import Part
from schedule.forms.picking import token
from tests.schedule.sittings import DAY, room

NEW = reverse("schedule:sitting_create")


def chair_token(officer=None, name="সচিব মহোদয়"):
    officer = officer or Officer.objects.create(name="করিম")
    return token(Part(name, officer=officer))


def typed(organiser, **values):
    """All that a whole form says: a meeting in a room of its own, from 10:30 to 11:30.

    A value of None leaves its field out.
    """
    said = {
        "kind": "meeting",
        "subject": "মাসিক সমন্বয় সভা",
        "day": f"{DAY:%d/%m/%Y}",
        "begins": "সকাল ১০:৩০টা",
        "ends": "",
        "organiser": organiser.pk,
        "save": "enter",
    } | values
    if "room" not in said and "place" not in said:
        said["room"] = room().pk
    if "chair" not in said and "chair_text" not in said:
        said["chair"] = chair_token()
    return {name: value for name, value in said.items() if value is not None}


def change_address(sitting):
    return reverse("schedule:sitting_change", args=[sitting.pk])


def errors(response):
    """What the form says of its fields."""
    return {name: list(said) for name, said in response.context["form"].errors.items()}
