"""What was done to a sitting: each move dated, named, with its reason."""

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class MoveQuerySet(models.QuerySet):
    def after(self, sequence):
        """Those that came after a version of their sitting."""
        return self.filter(sequence__gt=sequence).select_related("by")


class Move(models.Model):
    """A row is written once; ``during`` and ``place`` are how it stood before.

    ``by`` is none for what the portal did itself: a hold ran out.
    """

    class Kind(models.TextChoices):
        HELD = "held", pgettext_lazy("sitting", "slot held")
        ENTERED = "entered", pgettext_lazy("sitting", "entered")
        ASKED = "asked", pgettext_lazy("sitting", "approval asked for")
        CONFIRMED = "confirmed", pgettext_lazy("sitting", "confirmed")
        CHANGED = "changed", pgettext_lazy("sitting", "changed")
        MOVED = "moved", pgettext_lazy("sitting", "moved to another time or place")
        POSTPONED = "postponed", pgettext_lazy("sitting", "postponed")
        CANCELLED = "cancelled", pgettext_lazy("sitting", "cancelled")
        LAPSED = "lapsed", pgettext_lazy("sitting", "hold ran out")

    sitting = models.ForeignKey(
        "schedule.Sitting",
        models.PROTECT,
        related_name="moves",
        verbose_name=_("sitting"),
    )
    kind = models.CharField(_("what was done"), max_length=10, choices=Kind)
    sequence = models.PositiveIntegerField(_("version of the sitting"))
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    reason = models.CharField(_("reason"), max_length=300, blank=True)
    during = DateTimeRangeField(_("time before"), null=True)
    place = models.CharField(_("place before"), max_length=250, blank=True)

    objects = MoveQuerySet.as_manager()

    class Meta:
        verbose_name = _("move of a sitting")
        verbose_name_plural = _("moves of sittings")
        ordering = ["at", "pk"]

    def __str__(self):
        return self.get_kind_display()
