"""draft → submitted → returned → submitted → approved, each dated and signed."""

import pytest

from tests.factories import UserFactory
from tests.workplans.plans import approved, plan, row, submitted
from workplans.actions.step import (
    approve,
    give_back,
    remark,
    settle,
    submit,
    take_back,
)
from workplans.errors import Empty, Incomplete, NeedsGround, NeedsReason, Stale
from workplans.models import Step

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def steps(one):
    return list(one.steps.values_list("kind", flat=True))


def test_the_whole_way():
    one = plan(row())
    one = submit(plan=one, sequence=0, by=None)
    one = give_back(plan=one, sequence=1, reason="২ নং সারি দেখুন", by=None)
    one = submit(plan=one, sequence=2, by=None)
    one = approve(plan=one, sequence=3, ground="কার্যবিবরণী ১২/১", by=None)
    assert (one.state, steps(one)) == (
        "approved",
        ["started", "submitted", "returned", "submitted", "approved"],
    )


def test_each_step_is_signed():
    user = UserFactory()
    one = submit(plan=plan(row()), sequence=0, by=user, signed_as="করিম, উপসচিব")
    step = one.steps.get(kind="submitted")
    assert (step.by, step.signed_as) == (user, "করিম, উপসচিব")
    event = type(one).pgh_event_model.objects.order_by("-pk").first()
    assert event.pgh_context["name"] == user.full_name


def test_an_empty_plan_is_not_submitted():
    with pytest.raises(Empty):
        submit(plan=plan(), sequence=0, by=None)


def test_all_that_is_missing_is_said_at_once():
    one = plan(row(), row("", implementer=" "))
    with pytest.raises(Incomplete) as refused:
        submit(plan=one, sequence=0, by=None)
    assert refused.value.messages == [
        "Row 2: fill in “করণীয় বিষয়”.",
        "Row 2: fill in “বাস্তবায়নকারী”.",
    ]


def test_it_is_taken_back_with_a_reason():
    one = submitted()
    with pytest.raises(NeedsReason):
        take_back(plan=one, sequence=1, reason=" ", by=None)
    one = take_back(plan=one, sequence=1, reason="ভুল ছিল", by=None)
    assert (one.state, steps(one)[-1]) == ("draft", "taken_back")


def test_it_is_returned_with_remarks_on_rows():
    one = submitted(row("ক"), row("খ"))
    line = one.items.last().line
    with pytest.raises(NeedsReason):
        give_back(plan=one, sequence=1, reason="", by=None)
    one = give_back(
        plan=one,
        sequence=1,
        reason="ব্যয় লিখুন",
        remarks=[(line, "estimated_cost", "ব্যয় কত?")],
        by=None,
    )
    said = one.remarks.get()
    assert (said.line, said.column, said.text) == (line, "estimated_cost", "ব্যয় কত?")


def test_a_remark_is_settled():
    one = submitted()
    said = remark(plan=one, text="দেখুন", by=None)
    assert one.remarks.open().get() == said
    settle(remark=said, by=None)
    assert not one.remarks.open().exists()


def test_an_approval_rests_on_minutes():
    one = submitted()
    with pytest.raises(NeedsGround):
        approve(plan=one, sequence=1, ground=" ", by=None)
    one.refresh_from_db()
    assert one.state == "submitted"


@pytest.mark.parametrize(
    ("make", "sequence", "action"),
    [
        (lambda: plan(row()), 0, lambda **p: approve(ground="ক", **p)),
        (lambda: plan(row()), 0, lambda **p: give_back(reason="ক", **p)),
        (lambda: plan(row()), 0, lambda **p: take_back(reason="ক", **p)),
        (submitted, 1, submit),
        (submitted, 0, lambda **p: approve(ground="ক", **p)),
        (approved, 2, submit),
        (approved, 2, lambda **p: give_back(reason="ক", **p)),
        (approved, 2, lambda **p: take_back(reason="ক", **p)),
        (approved, 2, lambda **p: approve(ground="ক", **p)),
    ],
)
def test_steps_that_do_not_follow_are_refused(make, sequence, action):
    one = make()
    before = (one.state, Step.objects.count())
    with pytest.raises(Stale):
        action(plan=one, sequence=sequence, by=None)
    one.refresh_from_db()
    assert (one.state, Step.objects.count()) == before
