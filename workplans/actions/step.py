"""The way of a plan: submitted, returned or approved, each step signed."""

from django.utils import timezone

from innovation_portal.record.authorship import recorded
from workplans.actions.plan import held
from workplans.errors import Empty, Incomplete, NeedsGround, NeedsReason
from workplans.models import Plan, Remark, Step

State, Kind = Plan.State, Step.Kind


@recorded
def submit(*, plan, sequence, by, signed_as=""):
    """Lock the plan and hand it in. Raises Stale, Empty or Incomplete."""
    plan = held(plan, sequence, State.DRAFT, State.RETURNED)
    _is_whole(plan)
    return _go(plan, State.SUBMITTED, Kind.SUBMITTED, by=by, signed_as=signed_as)


@recorded
def take_back(*, plan, sequence, reason, by, signed_as=""):
    """The office takes its plan back before it is looked at. Raises Stale."""
    plan = held(plan, sequence, State.SUBMITTED)
    return _go(
        plan,
        State.DRAFT,
        Kind.TAKEN_BACK,
        by=by,
        signed_as=signed_as,
        reason=_said(reason),
    )


@recorded
def give_back(*, plan, sequence, reason, by, signed_as="", remarks=()):
    """Return the plan to be mended; ``remarks`` are (line, column, text) on its rows.

    Raises Stale or NeedsReason.
    """
    plan = held(plan, sequence, State.SUBMITTED)
    for line, column, text in remarks:
        Remark.objects.create(plan=plan, line=line, column=column, text=text, by=by)
    return _go(
        plan,
        State.RETURNED,
        Kind.RETURNED,
        by=by,
        signed_as=signed_as,
        reason=_said(reason),
    )


@recorded
def approve(*, plan, sequence, ground, by, sitting=None, signed_as=""):
    """Approve the plan on the ground of the team's minutes; an earlier version goes.

    Raises Stale or NeedsGround.
    """
    if not ground.strip():
        raise NeedsGround
    plan = held(plan, sequence, State.SUBMITTED)
    earlier = Plan.objects.filter(
        call=plan.call, office=plan.office, state=State.APPROVED
    )
    earlier.update(state=State.REPLACED)
    return _go(
        plan,
        State.APPROVED,
        Kind.APPROVED,
        by=by,
        signed_as=signed_as,
        ground=ground.strip(),
        sitting_id=sitting,
    )


@recorded
def remark(*, plan, text, by, line=None, column=""):
    """A remark on the plan, a row or a cell, while it is looked at."""
    return Remark.objects.create(plan=plan, line=line, column=column, text=text, by=by)


@recorded
def settle(*, remark, by):
    """The remark has been answered in the plan."""
    remark.settled_at = timezone.now()
    remark.save(update_fields=["settled_at"])


def _is_whole(plan):
    items = list(plan.items.all())
    if not items:
        raise Empty
    required = [column for column in plan.format.columns.all() if column.required]
    missing = [
        (place, column)
        for place, item in enumerate(items, 1)
        for column in required
        if not item.cells.get(column.key, "").strip()
    ]
    if missing:
        raise Incomplete(missing)


def _said(reason):
    if not reason.strip():
        raise NeedsReason
    return reason.strip()


def _go(plan, state, kind, **step):
    plan.state, plan.sequence = state, plan.sequence + 1
    plan.changed_at = timezone.now()
    plan.save(update_fields=["state", "sequence", "changed_at"])
    Step.objects.create(plan=plan, kind=kind, **step)
    return plan
