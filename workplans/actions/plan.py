"""A plan is begun, empty or from an earlier one, and taken in on an office's behalf."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from innovation_portal.record.authorship import recorded
from workplans.errors import AlreadyBegun, Locked, Stale
from workplans.models import Item, Plan, Step

LETTER = (
    "letter_number",
    "letter_date",
    "letter_file",
    "letter_filename",
    "head_name",
)


@recorded
def start(*, call, office, by, signed_as="", on_behalf=False, earlier=None):
    """The first version of an office's plan, with the rows of an ``earlier`` plan.

    Raises AlreadyBegun where there is one.
    """
    if Plan.objects.filter(call=call, office=office).exists():
        raise AlreadyBegun
    plan = _create(
        call=call,
        office=office,
        format=call.format,
        carried_from=earlier,
        on_behalf=on_behalf,
        made_by=by,
    )
    if earlier:
        copy_rows(earlier, plan)
    Step.objects.create(plan=plan, kind=Step.Kind.STARTED, by=by, signed_as=signed_as)
    return plan


@recorded
def reopen(*, plan, sequence, reason, by, signed_as=""):
    """A new version of an approved plan; the approved one holds until it is approved.

    Raises Stale, and AlreadyBegun where a later version is at work.
    """
    plan = held(plan, sequence, Plan.State.APPROVED)
    new = _create(
        call=plan.call,
        office=plan.office,
        format=plan.format,
        version=plan.version + 1,
        carried_from=plan,
        on_behalf=plan.on_behalf,
        made_by=by,
    )
    copy_rows(plan, new, same_lines=True)
    Step.objects.create(
        plan=new, kind=Step.Kind.REOPENED, by=by, signed_as=signed_as, reason=reason
    )
    return new


@recorded
def write_letter(*, plan, by, **letter):
    """The agency's forwarding letter: ``LETTER`` names its parts. Raises Locked."""
    plan = writable(plan)
    for name, value in letter.items():
        setattr(plan, name, value)
    others = {field.name for field in Plan._meta.fields} - set(letter)
    plan.clean_fields(exclude=others)
    plan.save(update_fields=list(letter))
    return plan


def held(plan, sequence, *states):
    """The plan's row under its lock. Raises Stale unless it is as it was shown."""
    row = Plan.objects.select_for_update(no_key=True, of=("self",)).get(pk=plan.pk)
    if row.sequence != sequence or row.state not in states:
        raise Stale
    return row


def writable(plan):
    """The plan's row under its lock, for a change in its text. Raises Locked."""
    row = Plan.objects.select_for_update(no_key=True, of=("self",)).get(pk=plan.pk)
    if not row.can_be_written:
        raise Locked
    Plan.objects.filter(pk=row.pk).update(changed_at=timezone.now())
    return row


def copy_rows(source, target, same_lines=False):
    """Rows of one plan in another, as far as the other's columns have their keys."""
    keys = set(target.format.columns.values_list("key", flat=True))
    for item in source.items.all():
        kept = {"line": item.line} if same_lines else {}
        Item.objects.create(
            plan=target,
            order=item.order,
            cells={key: text for key, text in item.cells.items() if key in keys},
            understood={k: v for k, v in item.understood.items() if k in keys},
            **kept,
        )


def _create(**values):
    try:
        with transaction.atomic():
            return Plan.objects.create(**values)
    except IntegrityError as error:
        raise AlreadyBegun from error
