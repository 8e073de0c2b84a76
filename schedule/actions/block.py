"""A chair's leave, tour or own work is entered, changed, and taken back."""

from django.utils import timezone

from schedule.actions.claims import settle, yielding
from schedule.actions.writing import written
from schedule.clashes import wanted
from schedule.errors import TakenBack
from schedule.models import Block
from schedule.spans import span


@written
def enter_block(*, officer, office, kind, begins, ends, note="", by, override=None):
    """The chair is busy from ``begins`` to ``ends``, both aware.

    Raises Clashing where he sits elsewhere then; with an ``override`` of these they
    stay, and are listed to be settled.
    """
    block = Block(officer=officer, office=office)
    return _enter(block, kind, span(begins, ends), note, by, override)


@written
def change_block(*, block, kind, begins, ends, note="", by, override=None):
    """The block ends and another takes its place. Raises Clashing as a new one does,
    TakenBack where it was taken back meanwhile.
    """
    old = _end(block)
    block = Block(officer=old.officer, office=old.office)
    return _enter(block, kind, span(begins, ends), note, by, override)


@written
def end_block(*, block, by):
    """The chair is free again; the row stays, in the record. Raises TakenBack."""
    _end(block)


def _enter(block, kind, during, note, by, override):
    block.kind, block.during, block.note = kind, during, note
    block.full_clean()
    yielding(wanted(block), block, override)
    block.save()
    settle(block)
    return block


def _end(block):
    standing = Block.objects.standing().filter(pk=block.pk).first()
    if standing is None:
        raise TakenBack
    standing.ended_at = timezone.now()
    standing.save(update_fields=["ended_at"])
    settle(standing)
    return standing
