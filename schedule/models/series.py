"""A rule by which sittings come again; each occurrence is a sitting of its own."""

import pghistory
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from schedule.recurring import OnDaysOff, Rule


@pghistory.track()
class Series(models.Model):
    """``rule`` is an RRULE (RFC 5545, section 3.3.10) without DTSTART and UNTIL.

    The first day by the present rule is ``first_on``; the last lies on or before
    ``last_on``. ``left_out`` are days by the rule for which none was entered. What the
    occurrences are like, each of them says itself.
    """

    name = models.CharField(_("name"), max_length=300)
    rule = models.CharField(_("rule"), max_length=200)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))
    on_days_off = models.CharField(
        _("on a day off"), max_length=10, choices=OnDaysOff, default=OnDaysOff.SKIP
    )
    left_out = ArrayField(
        models.DateField(), verbose_name=_("days left out"), default=list, blank=True
    )
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

    @property
    def in_words(self):
        return Rule.read(self.rule).words()
