"""What is drawn once of an edition and kept: its list as PDF, in several forms."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

AGAIN = timedelta(minutes=5)  # until a paper that was not made is asked for again
LATE = timedelta(minutes=2)  # longer than any list takes that a ministry has
DOUBLINGS = 8  # of that time; at last it is tried once in 21 hours


class EditionPaperQuerySet(models.QuerySet):
    def made(self, edition, kind):
        """The paper with its file; None while there is no file."""
        made = self.filter(edition=edition, kind=kind).exclude(file=None)
        return made.select_related("file").first()


class EditionPaper(models.Model):
    """A paper of an edition, asked for; it has a file once it is made."""

    class Kind(models.TextChoices):
        FULL = "full", _("whole list")
        ALPHABETICAL = "alphabetical", _("list in alphabetical order")
        DESK = "desk", _("one sheet for the desk")

    edition = models.ForeignKey(
        "directory.Edition", models.PROTECT, related_name="papers"
    )
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    file = models.ForeignKey(
        "innovation_portal.StoredFile",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("file"),
    )
    asked_at = models.DateTimeField(_("asked for at"), default=timezone.now)
    tries = models.PositiveSmallIntegerField(_("asked for so often"), default=1)
    made_at = models.DateTimeField(_("made at"), null=True)

    objects = EditionPaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper of a list")
        verbose_name_plural = _("papers of lists")
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind"], name="paper_once")
        ]

    def __str__(self):
        return f"{self.edition_id} {self.kind}"

    @property
    def due(self):
        """Whether it should be there by now: each failure doubles the patience."""
        patience = AGAIN * 2 ** min(self.tries - 1, DOUBLINGS)
        return not self.file_id and timezone.now() >= self.asked_at + patience

    @property
    def late(self):
        """Whether something is wrong: it failed, or no worker takes it up."""
        return self.tries > 1 or timezone.now() >= self.asked_at + LATE
