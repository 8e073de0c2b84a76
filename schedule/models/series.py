"""A rule by which sittings come again; each occurrence is a sitting of its own."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _


@pghistory.track()
class Series(models.Model):
    """``rule`` is an RRULE (RFC 5545, section 3.3.10) without DTSTART and UNTIL.

    The first day is ``first_on``; the last lies on or before ``last_on``. What the
    occurrences are like, each of them says itself.
    """

    name = models.CharField(_("name"), max_length=300)
    rule = models.CharField(_("rule"), max_length=200)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    office = models.ForeignKey(
        "innovation_portal.Office",
        models.PROTECT,
        related_name="+",
        verbose_name=_("organising office"),
    )

    class Meta:
        verbose_name = _("series of sittings")
        verbose_name_plural = _("series of sittings")
        ordering = ["name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")),
                name="series_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first."),
            )
        ]

    def __str__(self):
        return self.name
