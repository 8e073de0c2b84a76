"""Rooms in which sittings are held, with what they offer."""

from datetime import timedelta

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

LONGEST_BUFFER = 240  # minutes


class Equipment(models.TextChoices):
    PROJECTOR = "projector", _("projector")
    SCREEN = "screen", _("large screen")
    MICROPHONES = "microphones", _("microphones")
    VIDEO = "video", _("video conference")
    COMPUTERS = "computers", _("computers for those trained")
    BOARD = "board", _("white board")


class RoomQuerySet(models.QuerySet):
    def open(self):
        return self.filter(closed_on=None)

    def fitting(self, people=0, equipment=()):
        """Open rooms for so many people that have all of the equipment."""
        return self.open().filter(
            capacity__gte=people, equipment__contains=list(equipment)
        )


@pghistory.track()
class Room(models.Model):
    """``buffer`` is the minutes that the room needs after each sitting."""

    name_bn = models.CharField(_("name in Bangla"), max_length=150, unique=True)
    name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    whereabouts = models.CharField(
        _("room number and floor"), max_length=150, blank=True
    )
    capacity = models.PositiveSmallIntegerField(_("seats"))
    equipment = ArrayField(
        models.CharField(max_length=20, choices=Equipment),
        verbose_name=_("equipment"),
        default=list,
        blank=True,
    )
    buffer = models.PositiveSmallIntegerField(
        _("minutes between two sittings"),
        default=0,
        validators=[MaxValueValidator(LONGEST_BUFFER)],
    )
    needs_approval = models.BooleanField(
        _("needs the branch's approval"), default=False
    )
    contact = models.CharField(_("whom to call"), max_length=200, blank=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = RoomQuerySet.as_manager()

    class Meta:
        verbose_name = _("room")
        verbose_name_plural = _("rooms")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name

    @property
    def name(self):
        return (get_language() == "en" and self.name_en) or self.name_bn

    @property
    def clearing(self):
        """How long the room stays taken after a sitting."""
        return timedelta(minutes=self.buffer)

    @property
    def equipment_names(self):
        return [Equipment(item).label for item in self.equipment]
