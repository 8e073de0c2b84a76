"""A plan is begun once, carried forward, opened again as a new version; and raced."""

from collections import Counter

import pytest
from django.core.exceptions import ValidationError

from tests.factories import OfficeFactory, UserFactory
from tests.processes import at_once
from tests.workplans.plans import a_format, approved, call, plan, row, submitted
from workplans.actions.item import add_item, write_cell
from workplans.actions.plan import reopen, start, write_letter
from workplans.actions.step import approve, give_back, submit
from workplans.errors import AlreadyBegun, Locked, Overtaken, Refused, Stale
from workplans.models import Item, Plan

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def texts(one, key="subject"):
    return [item.cells.get(key) for item in one.items.all()]


def test_an_empty_draft():
    one = start(call=call(), office=OfficeFactory(), by=UserFactory())
    assert (one.state, one.version, one.items.count()) == ("draft", 1, 0)
    assert one.steps.get().kind == "started"


def test_it_is_begun_once():
    one = plan()
    with pytest.raises(AlreadyBegun) as refused:
        start(call=one.call, office=one.office, by=None)
    assert refused.value.messages == [
        "Work on this plan has already begun; open the present version."
    ]


def test_last_years_rows_are_carried_forward_as_far_as_columns_go():
    old = approved(row("ক", duration="ত্রৈমাসিক"), row("খ"))
    narrow = a_format(columns=(("subject", "বিষয়", "text", True),))
    asked = call(2031, format=narrow)
    new = start(call=asked, office=old.office, by=None, earlier=old)
    assert [item.cells for item in new.items.all()] == [
        {"subject": "ক"},
        {"subject": "খ"},
    ]
    lines = set(old.items.values_list("line", flat=True))
    assert not lines & set(new.items.values_list("line", flat=True))


class TestReopen:
    def test_a_new_version_with_the_same_lines(self):
        old = approved(row("ক"), row("খ"))
        new = reopen(plan=old, sequence=2, reason="ব্যয় সংশোধন", by=None)
        assert (new.version, new.state, texts(new)) == (2, "draft", ["ক", "খ"])
        assert set(new.items.values_list("line")) == set(old.items.values_list("line"))
        assert new.steps.get().reason == "ব্যয় সংশোধন"

    def test_the_approved_one_holds_until_the_next_is_approved(self):
        old = approved()
        new = reopen(plan=old, sequence=2, reason="x", by=None)
        old.refresh_from_db()
        assert old.state == "approved"
        new = submit(plan=new, sequence=0, by=None)
        approve(plan=new, sequence=1, ground="কার্যবিবরণী", by=None)
        old.refresh_from_db()
        assert old.state == "replaced"

    def test_one_is_at_work_at_a_time(self):
        old = approved()
        reopen(plan=old, sequence=2, reason="x", by=None)
        with pytest.raises(AlreadyBegun):
            reopen(plan=old, sequence=2, reason="y", by=None)

    def test_a_draft_is_not_reopened(self):
        with pytest.raises(Stale):
            reopen(plan=plan(), sequence=0, reason="x", by=None)


def test_the_forwarding_letter():
    one = write_letter(plan=plan(), letter_number="৩৬.০১", head_name="করিম", by=None)
    assert (one.letter_number, one.head_name) == ("৩৬.০১", "করিম")
    with pytest.raises(ValidationError):
        write_letter(plan=one, letter_number="৩" * 101, by=None)
    with pytest.raises(Locked):
        write_letter(plan=submitted(), letter_number="১", by=None)


def outcomes(*attempts):
    def run(attempt):
        try:
            attempt()
        except Refused as error:
            return type(error).__name__
        return "done"

    return Counter(at_once(*(lambda one=one: run(one) for one in attempts)))


@pytest.mark.django_db(transaction=True)
class TestRaces:
    def test_begun_by_ten_at_once(self):
        asked, office = call(), OfficeFactory()
        tries = [lambda: start(call=asked, office=office, by=None)] * 10
        assert outcomes(*tries) == {"done": 1, "AlreadyBegun": 9}

    def test_submitted_twice_at_once(self):
        one = plan(row())
        tries = [lambda: submit(plan=one, sequence=0, by=None)] * 10
        assert outcomes(*tries) == {"done": 1, "Stale": 9}
        assert one.steps.filter(kind="submitted").count() == 1

    def test_approved_and_returned_at_once(self):
        one = submitted()
        outcome = outcomes(
            *[lambda: approve(plan=one, sequence=1, ground="ক", by=None)] * 5,
            *[lambda: give_back(plan=one, sequence=1, reason="ক", by=None)] * 5,
        )
        assert outcome == {"done": 1, "Stale": 9}

    def test_written_while_it_is_submitted(self):
        """Whoever is first: nothing is written into a plan that was handed in."""
        one = plan(row("ক"))
        item = one.items.get()

        def write():
            write_cell(item=item, column="subject", before="ক", text="খ", by=None)

        outcome = outcomes(lambda: submit(plan=one, sequence=0, by=None), write)
        assert outcome in ({"done": 2}, {"done": 1, "Locked": 1})
        with pytest.raises(Locked):
            write_cell(item=item, column="subject", before="খ", text="গ", by=None)

    def test_ten_write_in_one_cell(self):
        item = plan(row("ক")).items.get()
        tries = [
            lambda n=n: write_cell(
                item=item, column="subject", before="ক", text=f"খ{n}", by=None
            )
            for n in range(10)
        ]
        assert outcomes(*tries) == {"done": 1, "Overtaken": 9}

    def test_ten_write_in_ten_cells(self):
        one = plan(*(row(f"{n}") for n in range(10)))
        tries = [
            lambda item=item: write_cell(
                item=item, column="duration", before="", text="মাসিক", by=None
            )
            for item in one.items.all()
        ]
        assert outcomes(*tries) == {"done": 10}

    def test_rows_added_at_once_all_stay(self):
        one = plan()
        tries = [lambda: add_item(plan=one, by=None)] * 10
        assert outcomes(*tries) == {"done": 10}
        assert Item.objects.filter(plan=one).values("order").distinct().count() == 10

    def test_reopened_by_ten_at_once(self):
        one = approved()
        tries = [lambda: reopen(plan=one, sequence=2, reason="x", by=None)] * 10
        assert outcomes(*tries) == {"done": 1, "AlreadyBegun": 9}
        assert Plan.objects.filter(call=one.call).count() == 2


def test_who_is_overtaken_sees_what_stands_there_now():
    item = plan(row("ক")).items.get()
    write_cell(item=item, column="subject", before="ক", text="খ", by=None)
    with pytest.raises(Overtaken) as refused:
        write_cell(item=item, column="subject", before="ক", text="গ", by=None)
    assert refused.value.text == "খ"
