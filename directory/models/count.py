"""What became of the list: how often each thing was asked for on a day, and no more."""

import pghistory
from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import DateField, Sum
from django.db.models.functions import Trunc
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DailyCountQuerySet(models.QuerySet):
    def by(self, period):
        """Day or first day of the month, kind and count; the latest first."""
        when = Trunc("day", period, output_field=DateField())
        rows = self.annotate(when=when).values_list("when", "kind")
        return rows.annotate(Sum("count")).order_by("-when")

    def in_month(self, day):
        return self.filter(day__year=day.year, day__month=day.month)


class DailyCount(models.Model):
    """How often something was done on one day; who did it is written nowhere."""

    class Kind(models.TextChoices):
        SEARCH = "search", pgettext_lazy("count", "Searches")
        XLSX = "xlsx", _("Excel")
        PDF = "pdf", _("PDF")
        CSV = "csv", _("CSV")
        VCF = "vcf", _("Contacts for a telephone")
        CARD = "card", _("Single contacts")

    day = models.DateField(_("day"))
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    count = models.PositiveBigIntegerField(_("count"), default=0)

    objects = DailyCountQuerySet.as_manager()

    class Meta:
        verbose_name = _("daily count")
        verbose_name_plural = _("daily counts")
        constraints = [
            models.UniqueConstraint(fields=["day", "kind"], name="daily_count_once")
        ]

    def __str__(self):
        return f"{self.day} {self.kind} {self.count}"


class AssumptionQuerySet(models.QuerySet):
    def present(self):
        """The branch's assumptions; until it says otherwise, cautious ones."""
        return self.filter(pk=1).first() or self.model(pk=1)


def _number(label, default):
    most = MaxValueValidator(1000)
    return models.PositiveSmallIntegerField(label, default=default, validators=[most])


@pghistory.track()
class Assumption(models.Model):
    """What a download and a search stand for, as the branch reckons; one row."""

    copies = _number(_("Printed copies that 100 downloads replace"), 50)
    sheets = _number(_("Sheets of paper in a printed copy"), 6)
    rounds = _number(_("Visits that bringing 100 copies would take"), 100)
    visits = _number(_("Visits that 100 searches save"), 10)

    objects = AssumptionQuerySet.as_manager()

    class Meta:
        verbose_name = _("assumption")
        verbose_name_plural = _("assumptions")

    def __str__(self):
        return f"{self.copies} {self.sheets} {self.rounds} {self.visits}"
