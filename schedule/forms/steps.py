"""Buttons that turn a sitting's form one step on, with JavaScript and without.

Each has its own name; the form comes back with the step done and all that was typed.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.http import QueryDict

from innovation_portal.bangla.calendar import format_short_date
from innovation_portal.bangla.clock import format_time
from innovation_portal.bangla.speech import language
from schedule.keys import key


def as_data(values):
    """Values of a new form as a form sends them."""
    data = QueryDict(mutable=True)
    for name, value in (values or {}).items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def turned(form, data):
    """Do the step that a button asks for; its name and the data after it.

    The name is empty where the form is to be judged and saved.
    """
    step = next((name for name in STEPS if data is not None and name in data), "")
    if not step:
        return "", data
    data = data.copy()
    STEPS[step](form, data, data[step])
    return step, data


def _only_draw(form, data, value):
    """Who may be meant, and what clashes, is told anyway."""


def _take_chair(form, data, value):
    form.chair.take(value)
    if form.chair.part:
        data["chair_as"] = form.chair.part.name


def _take_guest(form, data, value):
    """What stands before the first comma is his name, the rest his post."""
    form.chair.outside, form.chair.token = True, "outside"
    name, _comma, post = form.chair.text.partition(",")
    data["chair_name"], data["chair_as"] = name.strip(), post.strip()


def _drop_chair(form, data, value):
    form.chair.drop()
    data["chair_text"] = data["chair_as"] = data["chair_name"] = ""


def _add_parts(form, data, value):
    try:
        form.parts.take_text()
    except ValidationError as error:
        form.parts.problem = error.message
    data["parts_text"] = form.parts.text


def _take_part(form, data, value):
    form.parts.take(value)
    data["parts_text"] = form.parts.text


def _swap_part(form, data, value):
    form.parts.swap(*_place_and_rest(value))


def _drop_part(form, data, value):
    form.parts.drop(_place_and_rest(value)[0])


def _drop_scan(form, data, value):
    data["scan"], data["scan_gone"] = "", "1"


def _take_slot(form, data, value):
    """A free time that was offered, and its room: begins/ends/room."""
    try:
        begins, ends, room = value.split("/")
        begins, ends = datetime.fromisoformat(begins), datetime.fromisoformat(ends)
    except ValueError:
        return
    data["day"] = format_short_date(begins.date(), language())
    data["begins"] = format_time(begins, language())
    data["ends"] = format_time(ends, language())
    data["last_day"] = ""
    if room:
        data["room"], data["place"] = room, ""


def _place_and_rest(value):
    place, _mark, rest = value.partition("|")
    return key(place), rest


STEPS = {
    "take_chair": _take_chair,
    "take_guest": _take_guest,
    "drop_chair": _drop_chair,
    "look_chair": _only_draw,
    "take_part": _take_part,
    "swap_part": _swap_part,
    "drop_part": _drop_part,
    "add_parts": _add_parts,
    "look_parts": _only_draw,
    "drop_scan": _drop_scan,
    "take_slot": _take_slot,
    "check": _only_draw,
}
# Where the cursor stands after a step.
FOCUS = {
    "take_chair": "chair_as",
    "take_guest": "chair_name",
    "drop_chair": "chair_text",
    "look_chair": "chair_text",
    "take_part": "parts_text",
    "swap_part": "parts_text",
    "drop_part": "parts_text",
    "add_parts": "parts_text",
    "look_parts": "parts_text",
    "drop_scan": "letter_scan",
    "take_slot": "begins",
}
