"""Users and appointments: who holds which role, where, and until when."""

from unicodedata import normalize

import pghistory
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from innovation_portal.access import roles
from innovation_portal.bangla.order import by_person


class UserQuerySet(models.QuerySet):
    def in_order(self):
        return self.select_related("office").order_by(by_person("full_name"), "pk")

    def in_offices(self, offices):
        return self.filter(office__in=offices)

    def with_roles(self):
        """With ``roles_today``, the appointments that hold today."""
        held = Appointment.objects.current().in_order()
        return self.prefetch_related(
            models.Prefetch("appointments", held, to_attr="roles_today")
        )

    def named(self, text):
        """By any piece of the name or of the user name."""
        typed = normalize("NFC", text)
        return self.filter(Q(full_name__icontains=typed) | Q(username__icontains=typed))

    def holding(self, role, day=None):
        held = Appointment.objects.current(day).filter(role=role)
        return self.filter(pk__in=held.values("user"))


class UserManager(BaseUserManager.from_queryset(UserQuerySet)):
    def get_by_natural_key(self, username):
        return self.get(username=self.model.normalize_username(username))


@pghistory.track(exclude=["password", "last_login"])
class User(AbstractBaseUser):
    """A person who signs in. Rights come from appointments alone.

    The record of changes holds when a password was changed, never the password.
    """

    username = models.CharField(
        _("user name"),
        max_length=60,
        unique=True,
        validators=[UnicodeUsernameValidator()],
    )
    full_name = models.CharField(_("full name"), max_length=150)
    email = models.EmailField(_("official e-mail"), blank=True)
    office = models.ForeignKey(
        "innovation_portal.Office",
        models.PROTECT,
        related_name="users",
        verbose_name=_("office"),
    )
    is_active = models.BooleanField(_("may log in"), default=True)
    password_is_temporary = models.BooleanField(
        _("temporary password"), default=False, editable=False
    )
    password_changed_at = models.DateTimeField(
        _("password changed at"), null=True, editable=False
    )
    sessions_ended_at = models.DateTimeField(
        _("sessions ended at"), null=True, editable=False
    )

    objects = UserManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        ordering = ["username"]

    def __str__(self):
        return self.full_name

    @classmethod
    def normalize_username(cls, username):
        """One name however it is typed, so that capitals make no second account."""
        return super().normalize_username(username).strip().casefold()

    def clean(self):
        super().clean()
        self.full_name = normalize("NFC", self.full_name)

    def has_perm(self, permission, obj=None):
        """Whether an appointment of today gives the right, over ``obj`` if given."""
        from innovation_portal.access.rights import allowed

        return allowed(self, permission, obj)

    def _get_session_auth_hash(self, secret=None):
        """Sessions end with the password, and when an administrator ends them."""
        kept = super()._get_session_auth_hash(secret)
        ended = str(self.sessions_ended_at)
        return salted_hmac(kept, ended, secret, algorithm="sha256").hexdigest()


class AppointmentQuerySet(models.QuerySet):
    def current(self, day=None):
        """Those that hold on a day, today unless told, and were not ended early."""
        day = day or timezone.localdate()
        term = Q(until=None) | Q(until__gte=day)
        return self.filter(term, since__lte=day, ended_at=None)

    def in_order(self):
        return self.select_related("user", "office", "by").order_by("-since", "pk")


@pghistory.track()
class Appointment(models.Model):
    """A role given to a user in an office, from a day to a day, both included.

    An end before its term holds from that very moment.
    """

    user = models.ForeignKey(
        User, models.PROTECT, related_name="appointments", verbose_name=_("user")
    )
    role = models.CharField(_("role"), max_length=30, choices=roles.CHOICES)
    office = models.ForeignKey(
        "innovation_portal.Office",
        models.PROTECT,
        related_name="appointments",
        verbose_name=_("office"),
    )
    since = models.DateField(_("from"))
    until = models.DateField(_("until"), null=True, blank=True)
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(
        User,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="appointments_made",
        verbose_name=_("given by"),
    )
    ended_at = models.DateTimeField(_("ended at"), null=True, editable=False)
    end_reason = models.CharField(_("reason for the end"), max_length=300, blank=True)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        verbose_name_plural = _("appointments")
        ordering = ["-since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="appointment_ends_after_it_starts",
                violation_error_message=_("The last day lies before the first."),
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, end_reason="")
                | (Q(ended_at__isnull=False) & ~Q(end_reason="")),
                name="appointment_ends_with_a_reason",
            ),
            ExclusionConstraint(
                name="appointment_once_at_a_time",
                condition=Q(ended_at=None),
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    ("office", RangeOperators.EQUAL),
                    (
                        Func(
                            "since",
                            "until",
                            models.Value("[]"),
                            function="daterange",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                violation_error_message=_("This person holds that role there already."),
            ),
        ]

    def __str__(self):
        return f"{self.user} – {self.get_role_display()} ({self.office})"

    @property
    def is_over(self):
        past = self.until is not None and self.until < timezone.localdate()
        return past or self.ended_at is not None
