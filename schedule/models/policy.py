"""What the branch lays down for all sittings; one row."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _


class PolicyQuerySet(models.QuerySet):
    def present(self):
        """What holds now; until the branch says otherwise, cautious defaults."""
        return self.filter(pk=1).first() or self.model(pk=1)


@pghistory.track()
class Policy(models.Model):
    class TakingPart(models.TextChoices):
        HARD = "hard", _("refused, as for the chair")
        WARNING = "warning", _("allowed, with a warning")
        OFF = "off", _("not looked at")

    taking_part = models.CharField(
        _("two sittings for one who takes part"),
        max_length=10,
        choices=TakingPart,
        default=TakingPart.WARNING,
    )
    hold_hours = models.PositiveSmallIntegerField(
        _("hours that a slot is held"),
        default=48,
        validators=[MinValueValidator(1), MaxValueValidator(720)],
    )
    visits = models.PositiveSmallIntegerField(
        _("visits that a refused clash saves"),
        default=3,
        validators=[MaxValueValidator(1000)],
    )

    objects = PolicyQuerySet.as_manager()

    class Meta:
        verbose_name = _("rule for sittings")
        verbose_name_plural = _("rules for sittings")

    def __str__(self):
        return self.get_taking_part_display()
