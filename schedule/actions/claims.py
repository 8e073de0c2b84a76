"""Claims written anew from what a sitting or a block wants.

An override gives up only what overlaps. The given-up part is a claim too, though it
excludes nobody, and it becomes hard again when the other goes.
"""

from dataclasses import replace

from django.db.models import Max, Q

from schedule.clashes import find, key_of, overlapping, waived_by, wanted
from schedule.errors import Clashing
from schedule.models import Claim, Sitting, Strength, Waiver
from schedule.spans import minus, shared


def yielding(wants, holder, override=None):
    """The hard clashes that an override names. Raises Clashing where it misses one.

    Asked before anything is written: who loses a race costs the others little.
    """
    clashes = [clash for clash in find(wants, holder) if clash.hard]
    over = override.over if override else ()
    if any(clash.other_key not in over for clash in clashes):
        raise Clashing(clashes)
    return clashes


def stake(sitting, wants, clashes, *, by, override=None):
    """Claim what a saved sitting wants, and give way in these clashes."""
    for clash in clashes:
        _waive(sitting, clash, override.reason, by)
    if sitting.sequence:
        settle(sitting)
    else:
        _claim(sitting)  # a new one has no claims yet, and nobody gave way to it
    lost = sitting.claims.filter(strength=Strength.UNSETTLED)
    if {want.resource for want in wants} & {claim.resource for claim in lost}:
        raise Clashing  # what another took since the question above


def let_stand(holder, *, reason, by):
    """Give up what is unsettled between this one and others, so that all of them stay.

    Of a sitting and a busy time it is always the sitting that gives way.
    """
    clashes = [clash for clash in find(wanted(holder), holder) if clash.hard]
    for clash in clashes:
        if isinstance(holder, Sitting):
            _waive(holder, clash, reason, by)
        else:
            _waive(clash.other, replace(clash, other=holder), reason, by)
    reclaim([holder, *(clash.other for clash in clashes)])


def _waive(sitting, clash, reason, by):
    (name, key), (kind, other) = clash.resource, clash.other_key
    Waiver.objects.create(
        sitting=sitting,
        during=clash.during,
        reason=reason,
        by=by,
        **{f"{name}_id": key, f"other_{kind}_id": other},
    )


def settle(holder):
    """Write a holder's claims anew, and those of all that overrides tie to it."""
    reclaim([holder])


def reclaim(holders):
    """Write claims anew after a buffer, a person or a rule was changed, or a sitting.

    What another has taken meanwhile is left as unsettled; nothing is refused. Who
    overrode last comes last, so that each meets the hard claims that he gave way to.
    """
    group = _tied_to(holders)
    held = _claims_of(group)
    waiting = _waiting_for(list(held), group)
    held.delete()
    for holder in sorted(group.values(), key=_turn):
        _claim(holder)
    for key, holder in waiting.items():
        _claims_of([key]).delete()
        _claim(holder)


def _claims_of(keys):
    """Claims of the holders with these keys, such as ("sitting", 12)."""
    sittings, blocks = (
        [pk for kind, pk in keys if kind == wanted_kind]
        for wanted_kind in ("sitting", "block")
    )
    return Claim.objects.filter(Q(sitting__in=sittings) | Q(block__in=blocks))


def _waiting_for(claims, group):
    """Others with something unsettled that these claims may stand in the way of."""
    asked = Q(pk__in=[])
    for claim in claims:
        name, key = claim.resource
        asked |= Q(**{name: key}, during__overlap=claim.during)
    unsettled = Claim.objects.filter(asked, strength=Strength.UNSETTLED)
    holders = [claim.holder for claim in unsettled.with_holders().order_by("during")]
    others = {key_of(holder): holder for holder in holders}
    return {key: holder for key, holder in others.items() if key not in group}


def _tied_to(holders):
    """Those who gave way to one of them, and those who gave way to these, by key."""
    group, new = {}, {key_of(holder): holder for holder in holders}
    while new:
        group |= new
        keys = {
            kind: [pk for k, pk in new if k == kind] for kind in ("sitting", "block")
        }
        yielding = Sitting.objects.filter(
            waivers__other_sitting__in=keys["sitting"]
        ) | Sitting.objects.filter(waivers__other_block__in=keys["block"])
        new = {key_of(one): one for one in yielding.distinct()}
        new = {key: one for key, one in new.items() if key not in group}
    return group


def _turn(holder):
    """Later ones come first, so that a buffer never takes another's own time."""
    last = None
    if isinstance(holder, Sitting):
        last = holder.waivers.aggregate(last=Max("pk"))["last"]
    return (last or 0, -holder.during.lower.timestamp(), holder.pk)


def _claim(holder):
    wants = wanted(holder)
    hard = [want for want in wants if want.strength == Strength.HARD]
    taken = {}
    for want, claim in overlapping(hard, holder):
        if claim.strength == Strength.HARD:
            taken.setdefault(want.resource, []).append(claim)
    rows = [
        _row(holder, want, during, strength)
        for want in wants
        for during, strength in _pieces(holder, want, taken.get(want.resource, ()))
    ]
    Claim.objects.bulk_create(rows)


def _pieces(holder, want, taken):
    """What is kept of a want, what was given up, and what is left to be settled."""
    if want.strength != Strength.HARD:
        return [(want.during, want.strength)]
    free = minus(want.during, [claim.during for claim in taken])
    pieces = [(during, Strength.HARD) for during in free]
    for claim in taken:
        lost = shared(want.during, [claim.during])
        given = waived_by(holder, want.resource, claim.holder)
        for during in lost:
            waived = shared(during, given)
            pieces += [(piece, Strength.WAIVED) for piece in waived]
            pieces += [(piece, Strength.UNSETTLED) for piece in minus(during, waived)]
    return pieces


def _row(holder, want, during, strength):
    (name, key), kind = want.resource, key_of(holder)[0]
    return Claim(**{kind: holder, f"{name}_id": key}, during=during, strength=strength)
