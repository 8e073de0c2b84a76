"""A file of sittings on its way in; nothing of it is entered by it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from schedule.importing.problems import Problem


class Import(models.Model):
    """``rows`` and ``problems`` are those of its Reading, ``defaults`` what holds where
    a row says nothing: texts by field.
    """

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("import", "not taken yet")
        TAKEN = "taken", pgettext_lazy("import", "taken")
        DISCARDED = "discarded", pgettext_lazy("import", "discarded")

    source = models.ForeignKey(
        "innovation_portal.StoredFile", models.PROTECT, related_name="+"
    )
    filename = models.CharField(_("file name"), max_length=255)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(_("uploaded at"), auto_now_add=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State, default=State.OPEN
    )
    rows = models.JSONField(default=list)
    problems = models.JSONField(default=list)
    defaults = models.JSONField(default=dict)
    entered = models.PositiveIntegerField(_("sittings entered"), default=0)

    class Meta:
        verbose_name = _("file of sittings")
        verbose_name_plural = _("files of sittings")
        ordering = ["-pk"]

    def __str__(self):
        return self.filename

    @property
    def is_calendar(self):
        return self.filename.lower().endswith(".ics")

    @property
    def unread(self):
        """What the reader found wrong, as Problems."""
        return [Problem(**said) for said in self.problems]

    @property
    def is_open(self):
        return self.state == self.State.OPEN
