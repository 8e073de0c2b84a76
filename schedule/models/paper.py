"""Papers of sittings: the texts that the branch edits, and each paper that was made."""

import pghistory
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from schedule.paper.texts import TEXTS


class PaperKind(models.TextChoices):
    NOTICE = "notice", pgettext_lazy("paper", "Notice of the sitting")
    MOVED = "moved", pgettext_lazy("paper", "Letter: moved to another time or place")
    POSTPONED = "postponed", pgettext_lazy("paper", "Letter: postponed")
    CANCELLED = "cancelled", pgettext_lazy("paper", "Letter: cancelled")
    REQUISITION = "requisition", pgettext_lazy("paper", "Requisition")
    ATTENDANCE = "attendance", pgettext_lazy("paper", "Attendance list")
    PLATES = "plates", pgettext_lazy("paper", "Name plates")


ALL_LETTERS = "letter", pgettext_lazy("paper", "All letters")
MINUTES = "minutes", pgettext_lazy("paper", "Minutes")
WITH_TEXTS = [ALL_LETTERS, *PaperKind.choices, MINUTES]


class PaperTextQuerySet(models.QuerySet):
    def of(self, kind):
        """What stands on such papers: each text by its key, edited or the default."""
        texts = {key: text.default for key, text in TEXTS.get(kind, {}).items()}
        return texts | dict(self.filter(kind=kind).values_list("key", "text"))


@pghistory.track()
class PaperText(models.Model):
    """A text that differs from the portal's own, in ``schedule.paper.texts``."""

    kind = models.CharField(_("kind of paper"), max_length=20, choices=WITH_TEXTS)
    key = models.CharField(_("text"), max_length=30)
    text = models.TextField(_("words"), max_length=3000)

    objects = PaperTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of papers")
        verbose_name_plural = _("texts of papers")
        ordering = ["kind", "key"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="paper_text_once")
        ]

    def __str__(self):
        return f"{self.get_kind_display()}: {self.key}"


class SittingPaperQuerySet(models.QuerySet):
    def latest_first(self):
        return self.select_related("made_by", "sitting").order_by("-made_at", "-pk")

    def first_letter(self, sitting):
        """The notice to which later letters refer; None while none has its number.

        Before its issue a number is empty, or the office's own beginning of it.
        """
        notices = self.filter(sitting=sitting, kind=PaperKind.NOTICE)
        open_ended = models.Q(number="") | models.Q(number__endswith=".")
        return notices.exclude(open_ended).order_by("made_at", "pk").first()

    def of_organiser(self, sitting):
        """Papers of the same office, for sittings that are as open or as closed."""
        return self.filter(
            sitting__organiser=sitting.organiser_id, sitting__closed=sitting.closed
        )


class SittingPaper(models.Model):
    """A paper as it was made; a row is written once.

    ``values`` are what the form said, ``sequence`` the version of the sitting then.
    """

    sitting = models.ForeignKey(
        "schedule.Sitting",
        models.PROTECT,
        related_name="papers",
        verbose_name=_("sitting"),
    )
    kind = models.CharField(_("kind of paper"), max_length=20, choices=PaperKind)
    sequence = models.PositiveIntegerField(_("version of the sitting"))
    number = models.CharField(_("memo number"), max_length=100, blank=True)
    dated = models.DateField(_("date"), null=True)
    values = models.JSONField(_("what it says"), encoder=DjangoJSONEncoder)
    pdf = models.ForeignKey(
        "innovation_portal.StoredFile", models.PROTECT, related_name="+"
    )
    docx = models.ForeignKey(
        "innovation_portal.StoredFile", models.PROTECT, related_name="+"
    )
    made_at = models.DateTimeField(_("made at"), default=timezone.now)
    made_by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("made by"),
    )

    objects = SittingPaperQuerySet.as_manager()

    class Meta:
        verbose_name = _("paper of a sitting")
        verbose_name_plural = _("papers of sittings")
        ordering = ["-made_at", "-pk"]

    def __str__(self):
        return self.get_kind_display()

    @property
    def office(self):
        """Whose rights it falls under."""
        return self.sitting.organiser

    def file_name(self, ending):
        return f"{self.kind}_{self.sitting.begins:%Y-%m-%d}.{ending}"
