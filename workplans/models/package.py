"""What goes to the Cabinet Division: a memo, the plans it holds, and the files made."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PackageQuerySet(models.QuerySet):
    def in_order(self):
        return self.order_by("-made_at", "-pk")


@pghistory.track()
class Package(models.Model):
    """``memo`` holds the parts of the memo by their names, each of them optional.

    Number and date come only with its issue, and the signed scan after that.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("package", "draft")
        PUT_UP = "put_up", pgettext_lazy("package", "put up on the file")
        ISSUED = "issued", pgettext_lazy("package", "issued")

    name = models.CharField(_("name"), max_length=200)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.DRAFT
    )
    sequence = models.PositiveIntegerField(_("number of steps"), default=0)
    memo = models.JSONField(_("memo"), default=dict)
    number = models.CharField(_("memo number"), max_length=100, blank=True)
    issued_on = models.DateField(_("date"), null=True, blank=True)
    scan = models.ForeignKey(
        "innovation_portal.StoredFile",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("signed scan"),
    )
    scan_filename = models.CharField(_("file name"), max_length=255, blank=True)
    made_by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)

    objects = PackageQuerySet.as_manager()

    class Meta:
        verbose_name = _("package")
        verbose_name_plural = _("packages")
        ordering = ["-made_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="issued", issued_on__isnull=False) & ~Q(number="")
                | ~Q(state="issued") & Q(number="", issued_on=None),
                name="package_numbered_when_issued",
            )
        ]

    def __str__(self):
        return self.name


@pghistory.track()
class Holding(models.Model):
    """One plan in a package, at its place in the order."""

    package = models.ForeignKey(
        Package,
        models.CASCADE,
        related_name="holdings",
        verbose_name=_("package"),
    )
    plan = models.ForeignKey(
        "workplans.Plan",
        models.PROTECT,
        related_name="+",
        verbose_name=_("plan"),
    )
    order = models.PositiveSmallIntegerField(_("order"))

    class Meta:
        verbose_name = _("plan in a package")
        verbose_name_plural = _("plans in packages")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["package", "plan"], name="package_holds_once"
            )
        ]

    def __str__(self):
        return str(self.plan)


class PackageFile(models.Model):
    """A file made of a package, kept as it was made, with what it held.

    ``held`` lists for each plan its key, version and last step, so that a paper that
    was sent can be verified later. A waiting one has no file yet.
    """

    class Kind(models.TextChoices):
        PDF = "pdf", _("PDF: memo and annexes")
        ANNEXES = "annexes", _("PDF: annexes alone")
        DOCX = "docx", _("Word")
        XLSX = "xlsx", _("Excel")

    package = models.ForeignKey(
        Package,
        models.PROTECT,
        related_name="files",
        verbose_name=_("package"),
    )
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    file = models.ForeignKey(
        "innovation_portal.StoredFile",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("file"),
    )
    held = models.JSONField(_("what it holds"), default=list)
    draft = models.BooleanField(_("marked as a draft"), default=True)
    pages = models.PositiveIntegerField(_("pages"), null=True)
    asked_by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("asked for by"),
    )
    asked_at = models.DateTimeField(_("asked for at"), default=timezone.now)
    made_at = models.DateTimeField(_("made at"), null=True)
    done = models.PositiveSmallIntegerField(_("plans drawn"), default=0)
    error = models.CharField(_("error"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("file of a package")
        verbose_name_plural = _("files of packages")
        ordering = ["-asked_at", "-pk"]

    def __str__(self):
        return f"{self.package} {self.kind}"
