"""Rights: a role held today, in an office that the object belongs to."""

import rules

from innovation_portal.access.roles import RIGHTS


def allowed(user, right, obj=None):
    """Whether the user may do it now; unknown rights are nobody's."""
    return user.is_active and rules.has_perm(right, user, obj)


def _held(right):
    @rules.predicate(name=right)
    def held(user, obj=None):
        return any(
            office_of(obj) is None or office_of(obj).is_within(appointment.office)
            for appointment in user.appointments.current()
            .filter(role__in=RIGHTS[right])
            .select_related("office")
        )

    return held


def office_of(obj):
    """The office that an object belongs to; none for what is the whole ministry's."""
    return obj if hasattr(obj, "is_within") else getattr(obj, "office", None)


for _right in RIGHTS:
    rules.add_perm(_right, _held(_right))
