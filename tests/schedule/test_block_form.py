"""What the form of a busy time shows of a block is what it makes of it again."""

from datetime import timedelta

import pytest

from schedule.forms.block import BlockForm, said_of
from schedule.models import Block
from schedule.spans import DateTimeTZRange
from tests.factories import OfficerFactory
from tests.schedule.sittings import DAY, at, midnight

NEXT = DAY + timedelta(days=1)
SPANS = {
    "a whole day": (midnight(DAY), midnight(NEXT)),
    "several days": (midnight(DAY), midnight(DAY + timedelta(days=5))),
    "an hour": (at("10:00"), at("11:00")),
    "a night's journey": (at("20:00"), at("8:00", NEXT)),
    "until midnight": (at("18:00"), midnight(NEXT)),
    "from midnight": (midnight(DAY), at("9:30")),
    "days, from noon to noon": (at("12:00"), at("12:00", DAY + timedelta(days=3))),
}


def block(begins, ends):
    during = DateTimeTZRange(begins, ends)
    return Block(officer=OfficerFactory.build(), kind="tour", during=during, note="ক")


def sent(said):
    """As a browser sends what the form shows."""
    form = BlockForm(initial=said)
    return {field.name: field.value() or "" for field in form.visible_fields()}


@pytest.mark.parametrize("span", SPANS.values(), ids=SPANS)
def test_saved_as_it_was_shown_it_is_the_same(span):
    form = BlockForm(sent(said_of(block(*span))))
    assert form.is_valid(), form.errors
    made = form.block
    assert (made["begins"], made["ends"]) == span
    assert (made["kind"], made["note"], made["override"]) == ("tour", "ক", None)


def test_keys_that_were_shown_become_an_override():
    form = BlockForm(sent(said_of(block(*SPANS["an hour"]))) | {"over": "12 7"})
    assert form.is_valid()
    assert form.block["override"].over == {("sitting", 12), ("sitting", 7)}


def test_nothing_clashes_before_it_was_asked():
    form = BlockForm()
    assert (list(form.clashes), form.may_stay, form.clashing) == ([], False, "")
