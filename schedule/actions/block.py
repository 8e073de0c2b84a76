"""A chair's leave, tour or own work is entered, and taken back."""

from django.utils import timezone

from schedule.actions.claims import settle, yielding
from schedule.actions.writing import written
from schedule.clashes import wanted
from schedule.models import Block
from schedule.spans import span


@written
def enter_block(*, officer, office, kind, begins, ends, note="", by, override=None):
    """The chair is busy from ``begins`` to ``ends``, both aware.

    Raises Clashing where he sits elsewhere then; with an ``override`` of these they
    stay, and are listed to be settled.
    """
    block = Block(
        officer=officer,
        office=office,
        kind=kind,
        during=span(begins, ends),
        note=note,
    )
    block.full_clean()
    yielding(wanted(block), block, override)
    block.save()
    settle(block)
    return block


@written
def end_block(*, block, by):
    """The chair is free again; the row stays, in the record."""
    block.ended_at = timezone.now()
    block.save(update_fields=["ended_at"])
    settle(block)
