"""Writes of the access room: people, their passwords, sessions and appointments.

All raise ValidationError, with a sentence for the user, where a rule forbids it.
"""

import secrets

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from innovation_portal.access.models import Appointment, User
from innovation_portal.access.rights import may_give, may_manage
from innovation_portal.record.authorship import recorded

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another


@recorded
def create_user(*, username, full_name, office, email="", by):
    """A new user and the temporary password to hand over, kept nowhere else."""
    user = User(username=username, full_name=full_name, office=office, email=email)
    password = _new_password(user)
    user.clean()
    user.save()
    return user, password


@recorded
def change_user(*, user, full_name, office, email, by):
    _manage(user, by)
    user.full_name, user.office, user.email = full_name, office, email
    user.clean()
    user.save(update_fields=["full_name", "office", "email", "username"])
    return user


@recorded
def give_password(*, user, by):
    """A temporary password in place of a lost one; all sessions of the user end."""
    _manage(user, by)
    password = _new_password(user)
    user.save()
    return password


@recorded
def set_password(*, user, password, by):
    """A password of the user's own choice; all other sessions end with the old one."""
    user.set_password(password)
    user.password_is_temporary = False
    user.password_changed_at = timezone.now()
    user.save()


@recorded
def end_sessions(*, user, by):
    _manage(user, by)
    user.sessions_ended_at = timezone.now()
    user.save(update_fields=["sessions_ended_at"])


@recorded
def set_active(*, user, active, by):
    """Bar a user from signing in, or let them in again; appointments stay."""
    _manage(user, by)
    user.is_active = active
    user.sessions_ended_at = timezone.now()
    user.save(update_fields=["is_active", "sessions_ended_at"])


@recorded
def appoint(*, user, role, office, since, until=None, reason, by):
    """Give a role in an office from a day to a day, both included."""
    User.objects.select_for_update().get(pk=user.pk)
    appointment = Appointment(
        user=user,
        role=role,
        office=office,
        since=since,
        until=until,
        reason=reason,
        by=by,
    )
    appointment.full_clean()
    _give(appointment, by)
    appointment.save()
    return appointment


@recorded
def end_appointment(*, appointment, reason, by):
    """Take a role away before its term, from this moment on."""
    _give(appointment, by)
    if appointment.is_over:
        raise ValidationError(_("This appointment has ended already."))
    appointment.ended_at, appointment.end_reason = timezone.now(), reason
    appointment.save(update_fields=["ended_at", "end_reason"])


def _new_password(user):
    groups = ("".join(secrets.choice(LETTERS) for _n in range(4)) for _g in range(4))
    password = "-".join(groups)
    user.set_password(password)
    user.password_is_temporary = True
    user.password_changed_at = timezone.now()
    return password


def _manage(user, by):
    """Nobody bars themselves, and nobody takes over an account above their reach."""
    if by == user:
        raise ValidationError(_("Ask another administrator to do this for you."))
    if by and not may_manage(by, user):
        raise ValidationError(
            _("This person holds a role that is not yours to give or to take.")
        )


def _give(appointment, by):
    """Nobody gives a role to themselves; so the last administrator stays, too."""
    if by == appointment.user:
        raise ValidationError(_("Ask another administrator to do this for you."))
    if by and not may_give(by, appointment.role, appointment.office):
        raise ValidationError(_("This role in this office is not yours to give."))
