"""A workbook on its way in: what was read, what it would change, what is doubtful."""

import json
from hashlib import sha256

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from directory.models.line import LABELS, Line
from innovation_portal.sheets import SheetError


class State(models.TextChoices):
    WAITING = "waiting", _("waiting")
    READY = "ready", _("ready for publication")
    REFUSED = "refused", _("cannot be read")
    PUBLISHED = "published", _("published")
    DISCARDED = "discarded", _("discarded")


class Status(models.TextChoices):
    ADDED = "added", _("added")
    CHANGED = "changed", _("changed")
    REMOVED = "removed", _("removed")
    UNCHANGED = "unchanged", _("unchanged")


class UploadQuerySet(models.QuerySet):
    def open(self):
        """Those that may still become an edition."""
        return self.filter(state__in=(State.WAITING, State.READY))

    def same_file(self, upload):
        """Earlier uploads of the same bytes, the latest first."""
        return self.filter(source=upload.source_id, pk__lt=upload.pk).order_by("-pk")


class Upload(models.Model):
    """One workbook, compared with edition ``base``; nothing is published by it.

    ``understood`` says how the sheets were read, ``choices`` what the clerk said
    otherwise, ``problems`` lists rows of sheet, row, column, code and details.
    """

    State = State

    source = models.ForeignKey(
        "innovation_portal.StoredFile", models.PROTECT, related_name="+"
    )
    filename = models.CharField(_("file name"), max_length=255)
    updated_on = models.DateField(_("update date"), null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    refusal = models.JSONField(default=dict)
    base = models.ForeignKey(
        "directory.Edition", models.PROTECT, null=True, related_name="+"
    )
    edition = models.ForeignKey(
        "directory.Edition", models.PROTECT, null=True, related_name="uploads"
    )
    choices = models.JSONField(default=dict)
    understood = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    counts = models.JSONField(default=dict)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = _("upload")
        verbose_name_plural = _("uploads")
        ordering = ["-pk"]

    def __str__(self):
        return self.filename

    @property
    def is_open(self):
        return self.state in {State.WAITING, State.READY}

    @property
    def is_ready(self):
        return self.state == State.READY

    @property
    def stamp(self):
        """Equal while the difference and the reading behind it are the same."""
        said = [self.base_id, self.choices, self.understood, self.counts]
        return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]

    @property
    def refusal_sentence(self):
        """Why the file cannot be read, in the language of the page."""
        return str(SheetError(self.refusal["code"], **self.refusal["where"]))

    @property
    def errors(self):
        return [problem for problem in self.problems if problem["error"]]

    @property
    def warnings(self):
        return [problem for problem in self.problems if not problem["error"]]


class UploadLineQuerySet(models.QuerySet):
    def shown(self, show):
        """The lines of one tab of the preview, as the list would have them."""
        lines = self.select_related("entry").order_by("position", "pk")
        if show == "new_holders":
            return lines.filter(new_holder=True)
        if show in Status:
            return lines.filter(status=show)
        return lines.exclude(status=Status.UNCHANGED)

    def ambiguous(self):
        return self.exclude(candidates=[]).order_by("position", "pk")


class UploadLine(Line):
    """A line as it would stand after publication, or one that would be removed.

    ``entry`` is the line of the present list that it continues; ``changes`` maps a
    column to its old and new text; ``moved`` lines only change their place. Lines
    with the same ``person`` are one officer who is not known yet.
    """

    Status = Status

    upload = models.ForeignKey(Upload, models.CASCADE, related_name="lines")
    sheet = models.CharField(max_length=100, blank=True)
    row = models.PositiveIntegerField(null=True)
    status = models.CharField(max_length=10, choices=Status)
    moved = models.BooleanField(default=False)
    new_holder = models.BooleanField(default=False)
    changes = models.JSONField(default=dict)
    entry = models.ForeignKey(
        "directory.Entry", models.PROTECT, null=True, related_name="+"
    )
    candidates = models.JSONField(default=list)
    person = models.PositiveIntegerField(null=True)

    objects = UploadLineQuerySet.as_manager()

    class Meta:
        verbose_name = _("uploaded line")
        verbose_name_plural = _("uploaded lines")
        ordering = ["position", "pk"]
        indexes = [models.Index(fields=["upload", "status", "position"])]

    @property
    def contacts(self):
        """Label and text of all that is not who and where, for a line shown whole."""
        who = {"honorific", "name", "post", "wing", "section"}
        return [
            (label, getattr(self, name))
            for name, label in LABELS.items()
            if name not in who and getattr(self, name)
        ]

    @property
    def cells(self):
        """What changes, field by field: label, old and new text.

        A new holder's name is left out: both are shown as persons.
        """
        told = {"honorific", "name"} if self.new_holder else set()
        return [
            (label, *self.changes[name])
            for name, label in LABELS.items()
            if name in self.changes and name not in told
        ]


class Choice(models.Model):
    """A clerk's choice, remembered: a heading's column, an office, a designation."""

    class Kind(models.TextChoices):
        COLUMN = "column", _("column")
        OFFICE = "office", _("office")
        DESIGNATION = "designation", _("designation")

    kind = models.CharField(max_length=12, choices=Kind)
    key = models.CharField(max_length=250)
    value = models.CharField(max_length=60)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("remembered choice")
        verbose_name_plural = _("remembered choices")
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="choice_once")
        ]

    def __str__(self):
        return f"{self.key} → {self.value}"
