"""Periods, and the call that asks every office for its plan until a day."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from innovation_portal.models import Office


class PeriodQuerySet(models.QuerySet):
    def at(self, day):
        return self.filter(first_on__lte=day, last_on__gte=day)


@pghistory.track()
class Period(models.Model):
    """A range of dates with a label: calendar 2017, July to June ২০২৫-২৬."""

    label_bn = models.CharField(_("label in Bangla"), max_length=40, unique=True)
    label_en = models.CharField(_("label in English"), max_length=40, blank=True)
    first_on = models.DateField(_("first day"))
    last_on = models.DateField(_("last day"))

    objects = PeriodQuerySet.as_manager()

    class Meta:
        verbose_name = _("period")
        verbose_name_plural = _("periods")
        ordering = ["-first_on", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(last_on__gt=F("first_on")),
                name="period_ends_after_it_begins",
                violation_error_message=_("The last day lies before the first."),
            )
        ]

    def __str__(self):
        return (get_language() == "en" and self.label_en) or self.label_bn


class CallQuerySet(models.QuerySet):
    def in_order(self):
        return self.select_related("period", "format").order_by("-period__first_on")


@pghistory.track()
class Call(models.Model):
    """``reference`` is the letter of the Cabinet Division that the call answers."""

    period = models.OneToOneField(
        Period, models.PROTECT, related_name="call", verbose_name=_("period")
    )
    format = models.ForeignKey(
        "workplans.Format",
        models.PROTECT,
        related_name="calls",
        verbose_name=_("format of plans"),
    )
    due_on = models.DateField(_("last date"))
    reference = models.CharField(_("reference"), max_length=300, blank=True)
    opened_at = models.DateTimeField(_("opened at"), default=timezone.now)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call for plans")
        verbose_name_plural = _("calls for plans")
        ordering = ["-period__first_on"]

    def __str__(self):
        return str(self.period)

    def offices(self):
        """Those that plan: the ministry and its open agencies, in their order."""
        planning = Q(parent=None) | Q(kind=Office.Kind.AGENCY)
        return Office.objects.open().filter(planning).order_by("path", "order")

    def due_for(self, office, extensions=None):
        """The office's last date; the extension given last counts."""
        given = self.extensions.all() if extensions is None else extensions
        own = [one for one in given if one.office_id in {None, office.pk}]
        return max(own, key=lambda one: one.pk).due_on if own else self.due_on


@pghistory.track()
class Extension(models.Model):
    """More time for one office or, without one, for all; also when it has passed."""

    call = models.ForeignKey(
        Call,
        models.CASCADE,
        related_name="extensions",
        verbose_name=_("call for plans"),
    )
    office = models.ForeignKey(
        "innovation_portal.Office",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("office"),
    )
    due_on = models.DateField(_("last date"))
    reason = models.CharField(_("reason"), max_length=300)
    given_at = models.DateTimeField(_("given at"), default=timezone.now)
    by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    class Meta:
        verbose_name = _("extension")
        verbose_name_plural = _("extensions")
        ordering = ["pk"]

    def __str__(self):
        return self.reason
