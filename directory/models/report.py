"""Mistakes that readers report, and how many an address has reported today."""

import secrets

import pghistory
from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.edition import Entry
from directory.models.line import LABELS

OTHER = "other"
FIELDS = [(name, label) for name, label in LABELS.items() if name != "honorific"]
FIELDS.append((OTHER, _("something else")))


def new_token():
    """What makes the reporter's address one that nobody guesses: 192 bits."""
    return secrets.token_urlsafe(24)


class ReportQuerySet(models.QuerySet):
    def open(self):
        return self.filter(state=Report.State.OPEN)

    def with_entries(self):
        return self.select_related("entry", "answered_by", "edition")

    def beside_present(self):
        """Reports with ``now``, how the line stands today; None where it is gone."""
        reports = list(self.with_entries())
        lines = [report.entry.line for report in reports]
        now = {one.line: one for one in Entry.objects.current().filter(line__in=lines)}
        for report in reports:
            report.now = now.get(report.entry.line)
        return reports


# What readers typed is theirs: the record keeps only what the branch made of it.
@pghistory.track(
    fields=["state", "answer", "edition", "answered_by"], model_name="ReportEvent"
)
class Report(models.Model):
    """A reader's word on one field of a line, as it stood in ``entry``."""

    class State(models.TextChoices):
        OPEN = "open", _("not looked at yet")
        ACCEPTED = "accepted", _("accepted")
        ANSWERED = "answered", _("answered")

    entry = models.ForeignKey(
        "directory.Entry",
        models.PROTECT,
        related_name="reports",
        verbose_name=_("entry"),
    )
    field = models.CharField(_("field"), max_length=20, choices=FIELDS)
    proposed = models.CharField(_("what is right"), max_length=300)
    name = models.CharField(_("name"), max_length=100)
    office = models.CharField(_("office"), max_length=200, blank=True)
    phone = models.CharField(_("telephone"), max_length=60, blank=True)
    token = models.CharField(
        _("private address"), max_length=40, unique=True, default=new_token
    )
    at = models.DateTimeField(_("reported at"), auto_now_add=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.OPEN
    )
    answer = models.CharField(_("answer"), max_length=500, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("answered by"),
    )
    edition = models.ForeignKey(
        "directory.Edition",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("published list"),
    )

    objects = ReportQuerySet.as_manager()

    class Meta:
        verbose_name = _("report of a mistake")
        verbose_name_plural = _("reports of mistakes")
        ordering = ["pk"]
        indexes = [
            models.Index(
                fields=["at"], name="report_open", condition=models.Q(state="open")
            )
        ]

    def __str__(self):
        return str(self.entry)

    @property
    def is_open(self):
        return self.state == self.State.OPEN

    @property
    def is_of_a_field(self):
        """Whether accepting it writes the text into one field of the line."""
        return self.field != OTHER

    @property
    def has_moved_on(self):
        """Whether the line says something else by now, or stands no more."""
        if self.now is None:
            return True
        return self.is_of_a_field and getattr(self.now, self.field) != self.before

    @property
    def says_now(self):
        return getattr(self.now, self.field) if self.is_of_a_field else ""

    @property
    def before(self):
        """What the line said when the mistake was reported."""
        return getattr(self.entry, self.field) if self.is_of_a_field else ""


class SenderDay(models.Model):
    """A day's salt; it goes with the day, and what was hashed with it says nothing."""

    day = models.DateField(primary_key=True)
    salt = models.CharField(max_length=64, default=secrets.token_hex)

    def __str__(self):
        return str(self.day)


class Sender(models.Model):
    """How many reports came on a day from an address, which itself is not kept."""

    day = models.ForeignKey(SenderDay, models.CASCADE)
    mark = models.CharField(max_length=64)
    sent = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["day", "mark"], name="sender_once_a_day")
        ]

    def __str__(self):
        return f"{self.day_id}: {self.sent}"
