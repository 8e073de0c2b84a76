"""An office's plan for a period, in versions, with its rows."""

import uuid

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovation_portal.access.rights import offices_in_reach, reaches_all

OPEN = ("draft", "submitted", "returned")


class PlanQuerySet(models.QuerySet):
    def with_names(self):
        return self.select_related("office", "call__period", "format")

    def open(self):
        """Versions on which work goes on."""
        return self.filter(state__in=OPEN)

    def newest(self):
        """The last version of each office in each call."""
        later = self.model.objects.filter(
            call=models.OuterRef("call"),
            office=models.OuterRef("office"),
            version__gt=models.OuterRef("version"),
        )
        return self.exclude(models.Exists(later))

    def visible_to(self, user):
        """Its own writers' always; the reviewers' and the collectors' too."""
        everyone = any(
            reaches_all(user, right)
            for right in ("workplans.review", "workplans.collect")
        )
        if everyone:
            return self
        return self.filter(office__in=offices_in_reach(user, "workplans.write"))


@pghistory.track()
class Plan(models.Model):
    """One version of a plan. Submitted it is locked; approved, it stays for ever.

    ``sequence`` goes up with each step, so that two who act at once are told.
    ``letter_*`` is the agency's অগ্রায়নপত্র, ``head_name`` who signed it; with
    ``on_behalf`` the ICT branch typed it for an agency that is not on the network.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("plan", "draft")
        SUBMITTED = "submitted", pgettext_lazy("plan", "submitted")
        RETURNED = "returned", pgettext_lazy("plan", "returned")
        APPROVED = "approved", pgettext_lazy("plan", "approved")
        REPLACED = "replaced", pgettext_lazy("plan", "replaced by a later version")

    call = models.ForeignKey(
        "workplans.Call",
        models.PROTECT,
        related_name="plans",
        verbose_name=_("call for plans"),
    )
    office = models.ForeignKey(
        "innovation_portal.Office",
        models.PROTECT,
        related_name="plans",
        verbose_name=_("office"),
    )
    format = models.ForeignKey(
        "workplans.Format",
        models.PROTECT,
        related_name="plans",
        verbose_name=_("format of plans"),
    )
    version = models.PositiveSmallIntegerField(_("version"), default=1)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.DRAFT
    )
    sequence = models.PositiveIntegerField(_("number of steps"), default=0)
    carried_from = models.ForeignKey(
        "self", models.PROTECT, null=True, verbose_name=_("carried forward from")
    )
    on_behalf = models.BooleanField(_("typed on the office's behalf"), default=False)
    letter_number = models.CharField(_("memo number"), max_length=100, blank=True)
    letter_date = models.DateField(_("date of the letter"), null=True, blank=True)
    letter_file = models.ForeignKey(
        "innovation_portal.StoredFile",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("scan of the letter"),
    )
    letter_filename = models.CharField(_("file name"), max_length=255, blank=True)
    head_name = models.CharField(_("head of the office"), max_length=200, blank=True)
    made_by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)

    objects = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("plan")
        verbose_name_plural = _("plans")
        ordering = ["call", "office", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["call", "office", "version"], name="plan_version"
            ),
            models.UniqueConstraint(
                fields=["call", "office"],
                condition=Q(state__in=OPEN),
                name="plan_open_once",
            ),
            models.UniqueConstraint(
                fields=["call", "office"],
                condition=Q(state="approved"),
                name="plan_approved_once",
            ),
        ]

    def __str__(self):
        return f"{self.office}, {self.call}"

    @property
    def period(self):
        return self.call.period

    @property
    def can_be_written(self):
        return self.state in {self.State.DRAFT, self.State.RETURNED}


@pghistory.track()
class Item(models.Model):
    """A row: ``cells`` say what the ministry writes, by the keys of the columns.

    ``understood`` holds beside them what a text was read as, where it could be: dates
    as ISO 8601, money in taka. ``line`` is the row's name through all versions.
    """

    plan = models.ForeignKey(
        Plan, models.PROTECT, related_name="items", verbose_name=_("plan")
    )
    line = models.UUIDField(_("row of a plan"), default=uuid.uuid4, editable=False)
    order = models.PositiveIntegerField(_("order"))
    cells = models.JSONField(_("cells"), default=dict)
    understood = models.JSONField(_("understood as"), default=dict)

    class Meta:
        verbose_name = _("row of a plan")
        verbose_name_plural = _("rows of plans")
        ordering = ["order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "line"], name="item_line_once")
        ]

    def __str__(self):
        return str(self.cells.get("subject") or self.order)
