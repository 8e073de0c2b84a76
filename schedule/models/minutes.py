"""The minutes of a sitting: what was discussed, decided, by whom and until when."""

import pghistory
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@pghistory.track()
class Minutes(models.Model):
    """Closed unless opened. ``version`` goes up with each writing of the text.

    ``present`` has a person or an office on each line.
    """

    sitting = models.OneToOneField(
        "schedule.Sitting",
        models.PROTECT,
        related_name="minutes",
        verbose_name=_("sitting"),
    )
    version = models.PositiveIntegerField(_("version"), default=0)
    memo_number = models.CharField(_("memo number"), max_length=100, blank=True)
    memo_date = models.DateField(_("date of the minutes"), null=True, blank=True)
    present = models.TextField(_("who was present"), max_length=10000, blank=True)
    opening = models.TextField(_("opening words"), max_length=5000, blank=True)
    is_open = models.BooleanField(_("open to everyone"), default=False)
    signed_on = models.DateField(_("signed by the chair on"), null=True, blank=True)
    scan = models.ForeignKey(
        "innovation_portal.StoredFile",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("signed copy"),
    )
    scan_filename = models.CharField(_("file name"), max_length=255, blank=True)
    written_at = models.DateTimeField(_("written at"), default=timezone.now)
    written_by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("written by"),
    )

    class Meta:
        verbose_name = _("minutes")
        verbose_name_plural = _("minutes")

    def __str__(self):
        return str(self.sitting)

    @property
    def those_present(self):
        return [line for line in map(str.strip, self.present.splitlines()) if line]


class DecisionQuerySet(models.QuerySet):
    def in_order(self):
        return self.order_by("order", "pk")

    def to_follow(self):
        """Those that somebody is to carry out; a row may hold a discussion alone."""
        return self.exclude(text="")

    def pending(self):
        return self.to_follow().filter(state=Decision.State.OPEN)

    def most_urgent_first(self):
        """The longest overdue first; those without a day last."""
        return self.order_by(F("due_on").asc(nulls_last=True), "pk")

    def in_reach(self, offices):
        """Those that the offices carry out, or whose sitting they organised."""
        organised = Q(minutes__sitting__organiser__in=offices)
        return self.filter(Q(office__in=offices) | organised)

    def carried_over(self, sittings, since):
        """Those of the sittings that were not settled before a moment, in order."""
        late = Q(settled_at=None) | Q(settled_at__gte=since)
        kept = self.to_follow().filter(late, minutes__sitting__in=sittings)
        order = ("minutes__sitting__during", "order", "pk")
        return kept.with_names().order_by(*order)

    def with_names(self):
        return self.select_related(
            "office",
            "officer",
            "minutes__sitting__chair",
            "minutes__sitting__organiser",
            "minutes__sitting__room",
            "minutes__sitting__held_by",
        ).prefetch_related("progress__by")


@pghistory.track()
class Decision(models.Model):
    """One row of the table in the minutes.

    ``responsible`` and ``due`` are what the paper prints; office, officer and
    ``due_on`` are what they were understood as, where they name one.
    """

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("decision", "to be carried out")
        DONE = "done", pgettext_lazy("decision", "carried out")
        DROPPED = "dropped", pgettext_lazy("decision", "dropped")

    minutes = models.ForeignKey(
        Minutes, models.PROTECT, related_name="decisions", verbose_name=_("minutes")
    )
    order = models.PositiveSmallIntegerField(_("order"))
    discussion = models.TextField(_("discussion"), max_length=5000, blank=True)
    text = models.TextField(_("decision"), max_length=5000, blank=True)
    responsible = models.CharField(
        _("to be carried out by"), max_length=250, blank=True
    )
    office = models.ForeignKey(
        "innovation_portal.Office",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("office"),
    )
    officer = models.ForeignKey(
        "directory.Officer",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("officer"),
    )
    due = models.CharField(_("time limit"), max_length=100, blank=True)
    due_on = models.DateField(_("last day"), null=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.OPEN
    )
    settled_at = models.DateTimeField(_("settled at"), null=True)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["order", "pk"]
        indexes = [
            models.Index("due_on", condition=Q(state="open"), name="decision_open")
        ]
        constraints = [
            models.CheckConstraint(
                condition=~Q(discussion="", text=""), name="decision_says_something"
            ),
            models.CheckConstraint(
                condition=Q(state="open", settled_at=None)
                | (~Q(state="open") & Q(settled_at__isnull=False)),
                name="decision_settled_when",
            ),
        ]

    def __str__(self):
        return self.text or self.discussion

    @property
    def is_open(self):
        return self.state == self.State.OPEN

    @property
    def is_overdue(self):
        late = self.due_on is not None and self.due_on < timezone.localdate()
        return self.is_open and late


class DecisionProgress(models.Model):
    """A note on how far a decision is; a row is written once."""

    decision = models.ForeignKey(
        Decision, models.PROTECT, related_name="progress", verbose_name=_("decision")
    )
    state = models.CharField(_("state"), max_length=10, choices=Decision.State)
    note = models.CharField(_("progress"), max_length=1000, blank=True)
    at = models.DateTimeField(_("at"), default=timezone.now)
    by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("by"),
    )

    class Meta:
        verbose_name = _("progress of a decision")
        verbose_name_plural = _("progress of decisions")
        ordering = ["at", "pk"]

    def __str__(self):
        return self.note or self.get_state_display()
