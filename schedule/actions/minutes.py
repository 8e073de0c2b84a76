"""Minutes are written, signed and opened; decisions are followed until settled.

All are writes of the schedule (``actions.writing``) and raise ValidationErrors.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from innovation_portal.bangla.calendar import parse_date
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language
from innovation_portal.models import StoredFile
from schedule.actions.writing import written
from schedule.errors import NotPossible, StaleMinutes
from schedule.models import Decision, DecisionProgress, Minutes, Sitting
from schedule.who import understood

State = Decision.State


@dataclass(frozen=True)
class Row:
    """A row of the table as typed; ``pk`` is None for a new one."""

    pk: int | None
    discussion: str = ""
    text: str = ""
    responsible: str = ""
    due: str = ""


@written
def write_minutes(*, sitting, version, said, rows, removed=(), by):
    """Write the text and the table anew; the Minutes.

    ``said`` are fields of the minutes, ``rows`` the table in its order, ``removed``
    the keys of decisions to take out. Raises StaleMinutes unless ``version`` is the
    present one (0 before the first), NotPossible for a sitting that was not confirmed.
    """
    minutes = _present(sitting, version)
    for name, value in said.items():
        setattr(minutes, name, value)
    minutes.version += 1
    minutes.written_at, minutes.written_by = timezone.now(), by
    minutes.save()
    kept = {decision.pk: decision for decision in minutes.decisions.all()}
    for pk in kept.keys() & set(removed):
        _remove(kept.pop(pk))
    for order, row in enumerate(rows, 1):
        decision = kept.get(row.pk) or Decision(minutes=minutes)
        _write_row(decision, row, order)
    return minutes


@written
def sign_minutes(*, minutes, signed_on, file=None, filename="", by):
    """The chair has signed; ``file`` is the scan of what he signed."""
    minutes = Minutes.objects.get(pk=minutes.pk)
    minutes.signed_on = signed_on
    if file:
        minutes.scan = StoredFile.objects.keep(file)
        minutes.scan_filename = filename
    minutes.save()


@written
def open_minutes(*, minutes, is_open, by):
    """Show them to everyone, or to those concerned alone."""
    minutes = Minutes.objects.select_related("sitting").get(pk=minutes.pk)
    if is_open and minutes.sitting.closed:
        raise ValidationError(_("The minutes of a closed sitting cannot be opened."))
    minutes.is_open = is_open
    minutes.save()


@written
def note_progress(*, decision, state, note="", by):
    """Tell how far a decision is, and whether it is settled."""
    decision = Decision.objects.get(pk=decision.pk)
    if not note and state == decision.state:
        raise ValidationError(_("Write how far it is, or say that it is settled."))
    now = timezone.now()
    if state != decision.state:
        decision.state = state
        decision.settled_at = None if state == State.OPEN else now
        decision.save()
    return DecisionProgress.objects.create(
        decision=decision, state=state, note=note, at=now, by=by
    )


def _present(sitting, version):
    row = Sitting.objects.get(pk=sitting.pk)
    if row.state != Sitting.State.CONFIRMED:
        raise NotPossible(row)
    minutes = Minutes.objects.filter(sitting=row).first() or Minutes(sitting=row)
    if minutes.version != version:
        raise StaleMinutes
    return minutes


def _write_row(decision, row, order):
    before = {name: getattr(decision, name) for name in ("responsible", "due")}
    decision.order, decision.discussion, decision.text = order, row.discussion, row.text
    decision.responsible, decision.due = row.responsible, row.due
    if row.responsible != before["responsible"]:
        part = understood(row.responsible) if row.responsible else None
        decision.office = part and part.office
        decision.officer = part and part.officer
    if row.due != before["due"]:
        decision.due_on = parse_date(row.due) if row.due else None
    decision.save()


def _remove(decision):
    """What was followed up stays in the papers of later sittings, so it must stay."""
    if decision.progress.exists():
        number = in_digits(decision.order, language())
        raise ValidationError(
            _(
                "Progress was noted on decision %(number)s. Do not remove it; note "
                "that it was dropped."
            )
            % {"number": number}
        )
    decision.delete()
