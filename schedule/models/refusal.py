"""Clashes that were refused: the measure of the 2017 plan's own row 03."""

from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Refusal(models.Model):
    """One attempt that the portal refused because something was taken."""

    class Kind(models.TextChoices):
        ROOM = "room", _("room")
        OFFICER = "officer", _("officer")
        OFFICE = "office", _("office")

    at = models.DateTimeField(_("at"), default=timezone.now, db_index=True)
    kind = models.CharField(_("what was taken"), max_length=10, choices=Kind)
    during = DateTimeRangeField(_("time asked for"))

    class Meta:
        verbose_name = _("refused clash")
        verbose_name_plural = _("refused clashes")

    def __str__(self):
        return self.get_kind_display()
