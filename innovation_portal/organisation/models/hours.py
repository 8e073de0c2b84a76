"""When the office works: hours by date range, and the usual ones for all other days."""

from datetime import time

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import (
    ArrayField,
    DateRangeField,
    RangeBoundary,
    RangeOperators,
)
from django.db import models
from django.db.models import F, Func, Q
from django.utils.translation import gettext_lazy as _


class Weekday(models.IntegerChoices):
    """Numbers of ISO 8601, in the order of a week in Bangladesh."""

    SUNDAY = 7, _("Sunday")
    MONDAY = 1, _("Monday")
    TUESDAY = 2, _("Tuesday")
    WEDNESDAY = 3, _("Wednesday")
    THURSDAY = 4, _("Thursday")
    FRIDAY = 5, _("Friday")
    SATURDAY = 6, _("Saturday")


USUAL_WEEKDAYS = (7, 1, 2, 3, 4)


def usual_weekdays():
    return list(USUAL_WEEKDAYS)


class WorkingHoursQuerySet(models.QuerySet):
    def touching(self, first, last):
        """Those that hold on some of the days, the longest range first."""
        held = self.filter(since__lte=last, until__gte=first)
        return held.order_by(F("since") - F("until"))

    def on(self, day):
        """The hours of a day: its own, else of the range it lies in, else the usual."""
        return self.touching(day, day).last() or self.model.usual()


@pghistory.track()
class WorkingHours(models.Model):
    """Hours from a day to a day, both included, such as those of Ramadan.

    A single day goes before a longer range that holds it, and is worked whatever its
    weekday: so a working Saturday in Ramadan is one row more, and splits no range.
    """

    name = models.CharField(_("name"), max_length=150)
    since = models.DateField(_("from"))
    until = models.DateField(_("until"))
    weekdays = ArrayField(
        models.PositiveSmallIntegerField(choices=Weekday),
        verbose_name=_("working days"),
        default=usual_weekdays,
    )
    opens = models.TimeField(_("opens at"), default=time(9))
    closes = models.TimeField(_("closes at"), default=time(17))
    break_from = models.TimeField(
        _("break from"), null=True, blank=True, default=time(13)
    )
    break_until = models.TimeField(
        _("break until"), null=True, blank=True, default=time(14)
    )

    objects = WorkingHoursQuerySet.as_manager()

    class Meta:
        verbose_name = _("working hours")
        verbose_name_plural = _("working hours")
        ordering = ["-since", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("since")),
                name="hours_until_after_since",
                violation_error_message=_("The last day lies before the first."),
            ),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")),
                name="hours_close_after_opening",
                violation_error_message=_("The office closes before it opens."),
            ),
            models.CheckConstraint(
                condition=Q(break_from=None, break_until=None)
                | Q(
                    break_from__isnull=False,
                    break_until__isnull=False,
                    break_from__gte=F("opens"),
                    break_until__gt=F("break_from"),
                    break_until__lte=F("closes"),
                ),
                name="hours_break_within",
                violation_error_message=_(
                    "Give the beginning and the end of the break, both within the "
                    "hours; or leave both empty."
                ),
            ),
            models.UniqueConstraint(
                fields=["since"],
                condition=Q(until=F("since")),
                name="hours_of_one_day",
                violation_error_message=_("This day has hours of its own already."),
            ),
            ExclusionConstraint(
                name="hours_of_one_range",
                expressions=[
                    (
                        Func(
                            "since",
                            "until",
                            RangeBoundary(inclusive_upper=True),
                            function="DATERANGE",
                            output_field=DateRangeField(),
                        ),
                        RangeOperators.OVERLAPS,
                    )
                ],
                condition=Q(until__gt=F("since")),
                violation_error_message=_(
                    "Other hours hold on some of these days; change or remove them."
                ),
            ),
        ]

    def __str__(self):
        return self.name

    @classmethod
    def usual(cls):
        """What holds where no row does: Sunday to Thursday, 9 to 5, lunch at 1."""
        return cls()

    @property
    def is_one_day(self):
        return self.since is not None and self.since == self.until

    def works_on(self, day):
        return self.is_one_day or day.isoweekday() in self.weekdays

    @property
    def weekday_names(self):
        return [day.label for day in Weekday if day in self.weekdays]
