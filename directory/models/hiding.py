"""Telephone numbers that the branch keeps from visitors."""

import pghistory
from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.line import PHONE_KINDS

# Numbers that are a person's own; those of the office are for everybody.
PRIVATE = ("residence", "mobile")
COLUMNS = [(name, PHONE_KINDS[name]) for name in PRIVATE]


class HiddenQuerySet(models.QuerySet):
    def of_all_lines(self):
        return self.filter(line=None)

    def of_line(self, line):
        return self.filter(line=line)


@pghistory.track()
class Hidden(models.Model):
    """A column that visitors do not see: of one line in all its versions, or of all."""

    column = models.CharField(_("column"), max_length=12, choices=COLUMNS)
    line = models.BigIntegerField(_("line"), null=True)

    objects = HiddenQuerySet.as_manager()

    class Meta:
        verbose_name = _("hidden number")
        verbose_name_plural = _("hidden numbers")
        constraints = [
            models.UniqueConstraint(
                fields=["column", "line"], nulls_distinct=False, name="hidden_once"
            )
        ]

    def __str__(self):
        return f"{self.get_column_display()} ({self.line or _('all lines')})"
