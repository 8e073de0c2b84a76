"""Offices: every node of the ministry's tree, with names that hold from a date."""

import pghistory
from django.db import models
from django.db.models import Q
from django.db.models.functions import Concat
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _


class OfficeKind(models.TextChoices):
    MINISTRY = "ministry", _("ministry")
    WING = "wing", _("wing")
    BRANCH = "branch", _("branch")
    SECTION = "section", _("section")
    OFFICE = "office", _("office")
    AGENCY = "agency", _("agency")


class OfficeQuerySet(models.QuerySet):
    def within(self, office):
        """The office itself and all below it."""
        return self.within_any([office])

    def within_any(self, offices):
        """Several offices and all below them; none where none is given."""
        below = Q(pk__in=[])
        for office in offices:
            below |= Q(path__startswith=office.path)
        return self.filter(below)

    def above_any(self, offices):
        """Several offices and all above them."""
        return self.filter(pk__in={key for office in offices for key in office.keys})

    def open(self):
        return self.filter(closed_on=None)

    def in_order(self):
        """Children of one parent in their order; parents are not before children."""
        return self.order_by("order", "pk")


@pghistory.track(exclude=["path"])
class Office(models.Model):
    """A node of the organisation; ``path`` holds the keys from the root, /1/4/9/."""

    Kind = OfficeKind

    parent = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("Higher office"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=OfficeKind.choices)
    name_bn = models.CharField(_("name in Bangla"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    abbreviation = models.CharField(_("abbreviation"), max_length=20, blank=True)
    named_since = models.DateField(_("so named since"), null=True, blank=True)
    order = models.PositiveIntegerField(_("order"), default=0)
    path = models.CharField(max_length=120, editable=False, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)

    objects = OfficeQuerySet.as_manager()

    class Meta:
        verbose_name = _("office")
        verbose_name_plural = _("offices")
        ordering = ["order", "pk"]
        indexes = [
            models.Index(
                fields=["path"], name="office_path", opclasses=["text_pattern_ops"]
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["parent", "name_bn"], name="office_name")
        ]

    def __str__(self):
        return self.name

    def save(self, **kwargs):
        super().save(**kwargs)
        path = f"{self.parent.path if self.parent_id else '/'}{self.pk}/"
        if path != self.path:
            self._move_to(path)

    @property
    def name(self):
        """The present name in the page's language; Bangla where English lacks."""
        return (get_language() == "en" and self.name_en) or self.name_bn

    def _move_to(self, path):
        old, self.path = self.path, path
        Office.objects.filter(pk=self.pk).update(path=path)
        if old:
            below = Office.objects.filter(path__startswith=old)
            below.update(
                path=Concat(
                    models.Value(path),
                    models.functions.Substr("path", len(old) + 1),
                )
            )

    @property
    def keys(self):
        """The keys of the offices from the root down to this one."""
        return [int(key) for key in self.path.split("/") if key]

    @property
    def root(self):
        return Office.objects.get(pk=self.keys[0])

    @property
    def depth(self):
        """How many offices stand above."""
        return self.path.count("/") - 2

    def is_within(self, other):
        return self.path.startswith(other.path)

    def name_on(self, day):
        """The Bangla name that held on a day (dates of the law, not of the typing)."""
        former = self.former_names.filter(until__gt=day).order_by("until").first()
        return former.name_bn if former else self.name_bn


@pghistory.track()
class FormerName(models.Model):
    """A name that an office bore until a date; old papers keep it."""

    office = models.ForeignKey(
        Office, models.CASCADE, related_name="former_names", verbose_name=_("office")
    )
    name_bn = models.CharField(_("name in Bangla"), max_length=200)
    name_en = models.CharField(_("name in English"), max_length=200, blank=True)
    until = models.DateField(_("until"))

    class Meta:
        verbose_name = _("former name")
        verbose_name_plural = _("former names")
        ordering = ["office", "until"]
        constraints = [
            models.UniqueConstraint(
                fields=["office", "until"], name="one_former_name_until"
            )
        ]

    def __str__(self):
        return self.name_bn
