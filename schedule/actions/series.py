"""Series of sittings: begun from one, changed, given another rule, cancelled.

Each occurrence is a sitting of its own. Either all that was asked for is written or
nothing, under the schedule's one lock. Of Steps with hard clashes those in ``skip``
(days) are left as they are, those in ``times`` (day to begins and ends) take another
time; for all others ``override`` must name who is in the way, else Clashing is raised
with all clashes at once.
"""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from schedule.actions.sitting import cancel, change, enter
from schedule.actions.writing import written
from schedule.clashes import clashes_of
from schedule.errors import Clashing, NotPossible, Stale
from schedule.models import Claim, Series, Sitting
from schedule.occurrences import (
    Fate,
    Order,
    Scope,
    of_change,
    of_rule,
    own_day,
    standing,
)

State = Sitting.State
STANDING = (State.HELD, State.CONFIRMED)


@written
def start_series(*, details, rule, last_on, by, override=None, **choices):
    """Enter a sitting and those that follow it by a rule. Returns the Series."""
    first = enter(details=details, by=by, override=override)
    on_days_off = choices.pop("on_days_off", "skip")
    order = Order(rule, last_on, on_days_off)
    return repeat(
        sitting=first, sequence=0, order=order, by=by, override=override, **choices
    )


@written
def repeat(
    *, sitting, sequence, order, by, skip=(), times=None, reason="", override=None
):
    """Let a sitting come again by a rule, or its series by another from it on.

    So a series is also prolonged or shortened: by the same rule with another last day.
    Returns the Series.
    """
    sitting = _present(sitting, sequence, *STANDING, State.POSTPONED)
    steps = of_rule(sitting, order)
    series = _ordered(sitting, order)
    left_out = {step.day for step in steps if step.fate == Fate.ADDED} & set(skip)
    series.left_out = sorted(set(series.left_out) - {s.day for s in steps} | left_out)
    series.save()
    _date_anew(series, steps)
    _carry_out(steps, series, by, override, skip, times or {}, reason)
    return series


@written
def change_series(
    *,
    sitting,
    sequence,
    scope,
    details,
    by,
    reason="",
    include_apart=False,
    skip=(),
    times=None,
    override=None,
):
    """Change a sitting, and with it those of its series that the scope means.

    What they said otherwise than it, they keep, unless ``include_apart``. Returns the
    sittings that were changed.
    """
    sitting = _present(sitting, sequence, *STANDING, State.POSTPONED)
    if scope == Scope.THIS:
        said = {"details": details, "reason": reason, "override": override}
        return [change(sitting=sitting, sequence=sequence, by=by, **said)]
    steps = of_change(sitting, scope, details, include_apart)
    return _carry_out(steps, sitting.series, by, override, skip, times or {}, reason)


@written
def cancel_series(*, sitting, sequence, scope, reason, by):
    """Cancel a sitting, or with it those of its series that are still to come.

    Returns the sittings that were cancelled.
    """
    sitting = _present(sitting, sequence, *STANDING, State.POSTPONED)
    rows = standing(sitting, scope, State.POSTPONED)
    if not rows:
        raise ValidationError(_("None of these sittings is still to come."))
    for row in rows:
        cancel(sitting=row, sequence=row.sequence, reason=reason, by=by)
    if scope != Scope.THIS:
        _end(sitting.series)
    return rows


def _present(sitting, sequence, *states):
    row = Sitting.objects.with_names().select_related("series").get(pk=sitting.pk)
    if row.sequence != sequence:
        raise Stale
    if row.state not in states:
        raise NotPossible(row)
    return row


def _ordered(sitting, order):
    """The sitting's series by its new rule; a new one where it is in none."""
    series = sitting.series or Series(name=sitting.subject, office=sitting.organiser)
    if series.rule != str(order.rule):
        series.rule, series.first_on = str(order.rule), own_day(sitting)
    series.last_on = max(order.last_on, series.first_on)
    series.on_days_off = order.on_days_off
    series.save()
    if sitting.series is None:
        sitting.series, sitting.occurrence = series, own_day(sitting)
        sitting.save(update_fields=["series", "occurrence"])
    return series


def _date_anew(series, steps):
    """Days by the rule change places, so all are taken off before any is put on."""
    new = [
        step for step in steps if step.sitting and step.sitting.occurrence != step.day
    ]
    rows = Sitting.objects.filter(pk__in=[step.sitting.pk for step in new])
    rows.update(occurrence=None)
    for step in new:
        rows.filter(pk=step.sitting.pk).update(occurrence=step.day)


def _carry_out(steps, series, by, override, skip, times, reason):
    """Write the steps; returns the sittings that were entered or changed."""
    steps = [_at(step, times) for step in steps if step.day not in skip]
    to_write = [step for step in steps if step.details]
    _refuse(to_write, override)
    for step in steps:
        if step.fate == Fate.DROPPED:
            why = reason or _("The rule of the series was changed.")
            row = step.sitting
            cancel(sitting=row, sequence=row.sequence, reason=why, by=by)
    # Those that move make room for each other first.
    Claim.objects.filter(
        sitting__in=[s.sitting for s in to_write if s.fate == Fate.MOVES]
    ).delete()
    return [_write(step, series, by, override, reason) for step in to_write]


def _at(step, times):
    """A step at another time that was chosen for it."""
    if not step.details or step.day not in times:
        return step
    begins, ends = times[step.day]
    details = replace(step.details, begins=begins, ends=ends)
    return replace(step, details=details, clashes=clashes_of(details, step.sitting))


def _refuse(steps, override):
    over = override.over if override else ()
    clashes = [
        clash
        for step in steps
        for clash in step.clashes
        if clash.hard and clash.other_key not in over
    ]
    if clashes:
        raise Clashing(clashes)


def _write(step, series, by, override, reason):
    said = {"details": step.details, "by": by, "override": override}
    row = step.sitting
    if row is None:
        return enter(series=series, occurrence=step.day, **said)
    return change(sitting=row, sequence=row.sequence, reason=reason, **said)


def _end(series):
    """Its last day is that of the last sitting that is held, or was."""
    held = series.sittings.filter(state__in=[*STANDING, State.POSTPONED])
    last = held.order_by("-occurrence").values_list("occurrence", flat=True).first()
    series.last_on = max(series.first_on, last or timezone.localdate())
    series.save(update_fields=["last_on"])
