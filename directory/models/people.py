"""Designations in their order of precedence, and the officers across editions."""

import pghistory
from django.contrib.postgres.search import TrigramSimilarity
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from directory.staff import is_staff
from innovation_portal.bangla.order import InDictionary


@pghistory.track()
class Designation(models.Model):
    """A post's title; ``precedence`` 1 is the highest, none is not yet ranked."""

    class Standing(models.TextChoices):
        OFFICER = "officer", _("Officer: on the sheet for the desk")
        STAFF = "staff", _("Staff: not on the sheet for the desk")

    name_bn = models.CharField(_("name in Bangla"), max_length=150, unique=True)
    name_en = models.CharField(_("name in English"), max_length=150, blank=True)
    precedence = models.PositiveIntegerField(_("precedence"), null=True, blank=True)
    standing = models.CharField(
        _("officer or staff"),
        max_length=10,
        blank=True,
        choices={"": _("As the name says"), **dict(Standing.choices)},
    )

    class Meta:
        verbose_name = _("designation")
        verbose_name_plural = _("designations")
        ordering = [
            models.F("precedence").asc(nulls_last=True),
            InDictionary("name_bn"),
        ]

    def __str__(self):
        return (get_language() == "en" and self.name_en) or self.name_bn

    @property
    def staff(self):
        """Whether its holders are: as the branch says, or else as it is called."""
        if self.standing:
            return self.standing == self.Standing.STAFF
        return is_staff(self.name_bn)


class OfficerQuerySet(models.QuerySet):
    def like(self, name):
        """Persons by the likeness of their names, the likest first."""
        likeness = TrigramSimilarity("name", name)
        return (
            self.filter(same_as=None).annotate(likeness=likeness).order_by("-likeness")
        )


# A first edition makes thousands of officers in one statement: one trigger for all.
@pghistory.track(
    pghistory.InsertEvent(level=pghistory.Statement),
    pghistory.UpdateEvent(),
    pghistory.DeleteEvent(),
)
class Officer(models.Model):
    """A person across editions, and across the several lines of one edition.

    One who stands in the lists under two spellings is two rows, of which one is
    ``same_as`` the other: a line says for ever whom it was printed for.
    """

    honorific = models.CharField(_("honorific"), max_length=40, blank=True)
    name = models.CharField(_("name"), max_length=200)
    same_as = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        related_name="spellings",
        verbose_name=_("the same person as"),
    )

    objects = OfficerQuerySet.as_manager()

    class Meta:
        verbose_name = _("officer")
        verbose_name_plural = _("officers")
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(same_as=models.F("pk")), name="officer_not_own"
            )
        ]

    def __str__(self):
        return self.name
