"""Days on which the government does not work, as the branch has them."""

import pghistory
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class HolidayQuerySet(models.QuerySet):
    def between(self, first, last):
        """Both days included."""
        return self.filter(day__range=(first, last))

    def of_year(self, year):
        return self.filter(day__year=year)


@pghistory.track()
class Holiday(models.Model):
    """One row a day. What was calculated errs with the moon; the gazette decides."""

    class Source(models.TextChoices):
        CALCULATED = "calculated", _("calculated")
        BRANCH = "branch", _("entered by the branch")

    day = models.DateField(
        _("day"),
        unique=True,
        error_messages={"unique": _("This day is a holiday already.")},
    )
    name_bn = models.CharField(_("name in Bangla"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    by_moon = models.BooleanField(_("depends on the moon"), default=False)
    source = models.CharField(
        _("where it comes from"),
        max_length=10,
        choices=Source,
        default=Source.BRANCH,
        editable=False,
    )

    objects = HolidayQuerySet.as_manager()

    class Meta:
        verbose_name = _("holiday")
        verbose_name_plural = _("holidays")
        ordering = ["day"]

    def __str__(self):
        return self.name

    @property
    def name(self):
        return (get_language() == "en" and self.name_en) or self.name_bn
