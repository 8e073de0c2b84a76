"""The way of a plan: each step dated and signed; and what its reviewers remark."""

import pghistory
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Step(models.Model):
    """Written once. ``signed_as`` is name and post as they were; ``ground`` names the
    minutes on which an approval rests, ``sitting`` the sitting if the portal knows it.
    """

    class Kind(models.TextChoices):
        STARTED = "started", pgettext_lazy("plan", "begun")
        SUBMITTED = "submitted", pgettext_lazy("plan", "submitted")
        TAKEN_BACK = "taken_back", pgettext_lazy("plan", "taken back")
        RETURNED = "returned", pgettext_lazy("plan", "returned")
        APPROVED = "approved", pgettext_lazy("plan", "approved")
        REOPENED = "reopened", pgettext_lazy("plan", "opened again")

    plan = models.ForeignKey(
        "workplans.Plan",
        models.PROTECT,
        related_name="steps",
        verbose_name=_("plan"),
    )
    kind = models.CharField(_("step"), max_length=10, choices=Kind)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    signed_as = models.CharField(_("signed as"), max_length=300, blank=True)
    reason = models.CharField(_("reason"), max_length=500, blank=True)
    ground = models.CharField(_("minutes"), max_length=300, blank=True)
    sitting = models.ForeignKey(
        "schedule.Sitting",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("sitting"),
    )

    class Meta:
        verbose_name = _("step of a plan")
        verbose_name_plural = _("steps of plans")
        ordering = ["at", "pk"]

    def __str__(self):
        return self.get_kind_display()


class RemarkQuerySet(models.QuerySet):
    def open(self):
        return self.filter(settled_at=None)


@pghistory.track()
class Remark(models.Model):
    """On the whole plan, on a row of it by its ``line``, or on one cell."""

    plan = models.ForeignKey(
        "workplans.Plan",
        models.PROTECT,
        related_name="remarks",
        verbose_name=_("plan"),
    )
    line = models.UUIDField(_("row of a plan"), null=True, editable=False)
    column = models.SlugField(_("column"), max_length=30, blank=True)
    text = models.CharField(_("remark"), max_length=1000)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )
    settled_at = models.DateTimeField(_("settled at"), null=True, editable=False)

    objects = RemarkQuerySet.as_manager()

    class Meta:
        verbose_name = _("remark")
        verbose_name_plural = _("remarks")
        ordering = ["at", "pk"]

    def __str__(self):
        return self.text
