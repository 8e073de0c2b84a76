"""Who takes part: an officer, an office, a post, or someone from outside."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class Participant(models.Model):
    """``name`` is what papers print; officer and office are what it was understood as.

    A post is a ``line`` of the directory; its holder at the time is the ``officer``.
    """

    sitting = models.ForeignKey(
        "schedule.Sitting",
        models.CASCADE,
        related_name="participants",
        verbose_name=_("sitting"),
    )
    order = models.PositiveSmallIntegerField(_("order"))
    name = models.CharField(_("as printed"), max_length=250)
    officer = models.ForeignKey(
        "directory.Officer",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("officer"),
    )
    office = models.ForeignKey(
        "innovation_portal.Office",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("office"),
    )
    line = models.BigIntegerField(_("line of the directory"), null=True)
    email = models.EmailField(_("e-mail"), blank=True)

    class Meta:
        verbose_name = _("participant")
        verbose_name_plural = _("participants")
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(officer=None) | Q(office=None),
                name="participant_is_one_thing",
            )
        ]

    def __str__(self):
        return self.name
