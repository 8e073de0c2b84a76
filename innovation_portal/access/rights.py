"""Rights: a role held today, in an office that the object belongs to.

Nothing is kept from one request to the next: who loses a role has lost it with the
next click.
"""

import rules

from innovation_portal.access.roles import BY_KEY, RIGHTS, holding
from innovation_portal.organisation.models import Office


def allowed(user, right, obj=None):
    """Whether the user may do it now; unknown rights are nobody's."""
    return user.is_active and rules.has_perm(right, user, obj)


def rights_of(user):
    """All rights held today somewhere, for menus."""
    if not user.is_active or not user.is_authenticated:
        return frozenset()
    keys = user.appointments.current().values_list("role", flat=True)
    roles = [BY_KEY[key] for key in set(keys)]
    return frozenset(
        right for role in roles for right in (*role.rights, *role.office_rights)
    )


def offices_in_reach(user, right):
    """The offices whose records the user may handle with this right."""
    everywhere, in_office = holding(right)
    held = user.appointments.current().filter(role__in=everywhere | in_office)
    if not user.is_active:
        return Office.objects.none()
    if any(appointment.role in everywhere for appointment in held):
        return Office.objects.all()
    return Office.objects.within_any(
        appointment.office for appointment in held.select_related("office")
    )


def may_give(user, role, office):
    """Whether the user may give a role in an office, or take it away.

    A role that holds for the whole ministry is given only by those whose own reach
    is the whole ministry; else an agency's administrator could outgrow the agency.
    """
    edge = office.root if BY_KEY[role].rights else office
    return allowed(user, "access.appoint", edge)


def may_manage(user, other):
    """Whether the user may change another's account and take it from them.

    Who can set a password can sign in with it, so all that the other holds must be
    the user's to give.
    """
    held = other.appointments.current().select_related("office")
    return allowed(user, "access.appoint", other) and all(
        may_give(user, appointment.role, appointment.office) for appointment in held
    )


def reaches_all(user, right):
    """Whether the right is held over the whole ministry, from its root down."""
    return offices_in_reach(user, right).filter(parent=None).exists()


def office_of(obj):
    """The office that an object belongs to; none for what is the whole ministry's."""
    return obj if isinstance(obj, Office) else getattr(obj, "office", None)


def _held(right):
    everywhere, in_office = holding(right)

    @rules.predicate(name=right)
    def held(user, obj=None):
        office = office_of(obj)
        appointments = user.appointments.current().filter(
            role__in=everywhere | in_office
        )
        return any(
            office is None
            or appointment.role in everywhere
            or office.is_within(appointment.office)
            for appointment in appointments.select_related("office")
        )

    return held


for _right in RIGHTS:
    rules.add_perm(_right, _held(_right))
