"""When a chair is busy otherwise: leave, tour, own work."""

import pghistory
from django.contrib.postgres.fields import DateTimeRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from schedule.models.sitting import day_span
from schedule.models.span import LONGEST_BLOCK, sound_span


class BlockQuerySet(models.QuerySet):
    def standing(self):
        return self.filter(ended_at=None)

    def of(self, officer):
        """Of a person under all spellings of his name."""
        person = officer.same_as_id or officer.pk
        return self.filter(Q(officer=person) | Q(officer__same_as=person))

    def on_days(self, first, last):
        """Those that touch the days, both included."""
        return self.filter(during__overlap=day_span(first, last))


@pghistory.track()
class Block(models.Model):
    """Others see of it only that the chair is busy; ``note`` is his own office's."""

    class Kind(models.TextChoices):
        LEAVE = "leave", _("leave")
        TOUR = "tour", _("tour")
        OWN = "own", _("own work")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    officer = models.ForeignKey(
        "directory.Officer", models.PROTECT, verbose_name=_("officer")
    )
    office = models.ForeignKey(
        "innovation_portal.Office",
        models.PROTECT,
        related_name="+",
        verbose_name=_("office that keeps the day"),
    )
    during = DateTimeRangeField(_("time"))
    note = models.CharField(_("note"), max_length=300, blank=True)
    ended_at = models.DateTimeField(_("taken back at"), null=True, editable=False)

    objects = BlockQuerySet.as_manager()

    class Meta:
        verbose_name = _("busy time")
        verbose_name_plural = _("busy times")
        ordering = ["during", "pk"]
        constraints = [sound_span("block_span", LONGEST_BLOCK)]

    def __str__(self):
        return f"{self.officer}: {self.get_kind_display()}"
