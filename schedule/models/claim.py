"""A sitting's or a block's hold on a room, a person or an office. The guard is here.

What the constraints below refuse, no form, command or race can write.
"""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import GistIndex
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from schedule.models.span import LONGEST_BLOCK, sound_span

RESOURCES = ("room", "officer", "office")


class Strength(models.TextChoices):
    """Only hard claims exclude each other.

    WAIVED: given up to a named other sitting by an override. UNSETTLED: taken by
    another when a buffer, a person or a rule was changed afterwards; it waits for
    someone to settle it. WARNING: of one who takes part, where that only warns.
    """

    HARD = "hard", _("kept")
    WAIVED = "waived", _("given up to another sitting")
    UNSETTLED = "unsettled", _("to be settled")
    WARNING = "warning", _("warns only")


class OnResource(models.Model):
    """Exactly one of a room, an officer or an office, for a time."""

    room = models.ForeignKey(
        "schedule.Room", models.PROTECT, null=True, verbose_name=_("room")
    )
    officer = models.ForeignKey(
        "directory.Officer", models.PROTECT, null=True, verbose_name=_("officer")
    )
    office = models.ForeignKey(
        "innovation_portal.Office", models.PROTECT, null=True, verbose_name=_("office")
    )
    during = DateTimeRangeField(_("time"))

    class Meta:
        abstract = True

    @property
    def resource(self):
        """Its name and key: ("room", 3)."""
        return next(
            (name, key) for name in RESOURCES if (key := getattr(self, f"{name}_id"))
        )


def one_of(*names):
    """A condition: exactly one of the columns is not null."""
    either = Q()
    for name in names:
        others = {other: None for other in names if other != name}
        either |= Q(**others) & ~Q(**{name: None})
    return either


def no_two(resource):
    return ExclusionConstraint(
        name=f"one_sitting_per_{resource}",
        expressions=[
            (resource, RangeOperators.EQUAL),
            ("during", RangeOperators.OVERLAPS),
        ],
        condition=Q(strength=Strength.HARD),
        violation_error_message=_("Another sitting has been entered for this time."),
    )


class ClaimQuerySet(models.QuerySet):
    def on(self, resource, during):
        """Claims on ("room", 3) that overlap a time."""
        name, key = resource
        return self.filter(**{name: key}, during__overlap=during)

    def with_holders(self):
        return self.select_related(
            "room",
            "officer",
            "office",
            "sitting__room",
            "sitting__chair",
            "sitting__organiser",
            "block__officer",
        )


class Claim(OnResource):
    """Derived rows: ``actions.claims`` writes them anew whenever their holder changes.

    A room's claim is longer than its sitting by the room's buffer.
    """

    sitting = models.ForeignKey(
        "schedule.Sitting", models.PROTECT, null=True, related_name="claims"
    )
    block = models.ForeignKey(
        "schedule.Block", models.PROTECT, null=True, related_name="claims"
    )
    strength = models.CharField(max_length=10, choices=Strength)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("claim")
        verbose_name_plural = _("claims")
        indexes = [
            GistIndex(fields=[name, "during"], name=f"claim_{name}_during")
            for name in RESOURCES
        ]
        constraints = [
            sound_span("claim_span", LONGEST_BLOCK),
            models.CheckConstraint(
                condition=one_of("sitting", "block"), name="claim_of_one_holder"
            ),
            models.CheckConstraint(
                condition=one_of(*RESOURCES), name="claim_on_one_thing"
            ),
            *map(no_two, RESOURCES),
        ]

    def __str__(self):
        return f"{self.holder} {self.resource}"

    @property
    def holder(self):
        return self.sitting or self.block


@pghistory.track()
class Waiver(OnResource):
    """An override: ``sitting`` gives up a piece of its claim to a named other.

    Only what overlapped then is given up, and it is claimed again when the other goes.
    """

    sitting = models.ForeignKey(
        "schedule.Sitting",
        models.PROTECT,
        related_name="waivers",
        verbose_name=_("sitting"),
    )
    other_sitting = models.ForeignKey(
        "schedule.Sitting",
        models.PROTECT,
        null=True,
        related_name="waived_by",
        verbose_name=_("other sitting"),
    )
    other_block = models.ForeignKey(
        "schedule.Block",
        models.PROTECT,
        null=True,
        related_name="waived_by",
        verbose_name=_("busy time"),
    )
    reason = models.CharField(_("reason"), max_length=300)
    by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    at = models.DateTimeField(_("at"), default=timezone.now)

    class Meta:
        verbose_name = _("override")
        verbose_name_plural = _("overrides")
        ordering = ["at", "pk"]
        constraints = [
            sound_span("waiver_span", LONGEST_BLOCK),
            models.CheckConstraint(
                condition=one_of("other_sitting", "other_block"),
                name="waiver_names_one_other",
            ),
            models.CheckConstraint(
                condition=one_of(*RESOURCES), name="waiver_on_one_thing"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_has_a_reason"),
            models.CheckConstraint(
                condition=~Q(sitting=F("other_sitting")), name="waiver_of_another"
            ),
        ]

    def __str__(self):
        return f"{self.sitting}: {self.reason}"

    @property
    def other(self):
        return self.other_sitting or self.other_block
