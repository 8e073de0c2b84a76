"""The table that a plan is: its columns as data, in versions."""

import pghistory
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Max, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class FormatQuerySet(models.QuerySet):
    def newest(self):
        """The last version of each."""
        last = self.values("name").annotate(last=Max("version"))
        newest = Q(pk__in=[])
        for row in last:
            newest |= Q(name=row["name"], version=row["last"])
        return self.filter(newest)


@pghistory.track()
class Format(models.Model):
    """One version of a table's form; one that a plan uses is never changed.

    ``title`` and ``lines`` stand above the table; ``{office}``, ``{period}`` and
    ``{serial}``, the office's number in a package, are put in.
    """

    name = models.CharField(_("name"), max_length=150)
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    title = models.CharField(_("title above the table"), max_length=400)
    lines = models.JSONField(_("lines below the title"), default=list, blank=True)
    style = models.SlugField(_("style of the paper"), max_length=30, blank=True)

    objects = FormatQuerySet.as_manager()

    class Meta:
        verbose_name = _("format of plans")
        verbose_name_plural = _("formats of plans")
        ordering = ["name", "-version"]
        constraints = [
            models.UniqueConstraint(fields=["name", "version"], name="format_version")
        ]

    def __str__(self):
        return self.name

    @property
    def is_used(self):
        return self.plans.exists() or self.calls.exists()


@pghistory.track()
class Column(models.Model):
    """``group`` is the heading that spans it and its neighbours of the same group.

    ``kind`` says how the text is understood beside what is written; ``level`` is the
    per cent that reaching this target earns (100, 90 … 60). ``width`` is in per cent.
    """

    class Kind(models.TextChoices):
        TEXT = "text", pgettext_lazy("column", "text")
        SERIAL = "serial", pgettext_lazy("column", "serial number")
        START = "start", pgettext_lazy("column", "beginning")
        END = "end", pgettext_lazy("column", "end")
        DURATION = "duration", pgettext_lazy("column", "duration")
        MONEY = "money", pgettext_lazy("column", "cost")
        WHO = "who", pgettext_lazy("column", "who carries it out")
        UNIT = "unit", pgettext_lazy("column", "unit")
        WEIGHT = "weight", pgettext_lazy("column", "weight")
        NUMBER = "number", pgettext_lazy("column", "number")
        LEVEL = "level", pgettext_lazy("column", "target")

    format = models.ForeignKey(
        Format,
        models.CASCADE,
        related_name="columns",
        verbose_name=_("format of plans"),
    )
    order = models.PositiveSmallIntegerField(_("order"))
    key = models.SlugField(_("key"), max_length=30)
    title = models.CharField(_("title"), max_length=200)
    group = models.CharField(_("heading above"), max_length=200, blank=True)
    number = models.CharField(_("number of the column"), max_length=10, blank=True)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind, default=Kind.TEXT)
    level = models.PositiveSmallIntegerField(
        _("per cent that the target earns"),
        null=True,
        blank=True,
        validators=[MaxValueValidator(100)],
    )
    required = models.BooleanField(_("must be filled"), default=False)
    width = models.PositiveSmallIntegerField(
        _("width in per cent"),
        default=10,
        validators=[MinValueValidator(2), MaxValueValidator(80)],
    )

    class Meta:
        verbose_name = _("column")
        verbose_name_plural = _("columns")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["format", "key"], name="column_key"),
            models.CheckConstraint(
                condition=Q(kind="level", level__isnull=False)
                | (~Q(kind="level") & Q(level=None)),
                name="column_level_of_a_target",
            ),
        ]

    def __str__(self):
        return self.title
