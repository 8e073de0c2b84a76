"""Those who chair: how they are called, who keeps their day, what they agree to."""

import pghistory
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class ChairQuerySet(models.QuerySet):
    def in_order(self):
        return self.select_related("officer", "office").order_by("order", "pk")

    def of(self, officer):
        """The entry of a person, under whatever spelling he is asked for."""
        person = officer.same_as_id or officer.pk
        return self.filter(Q(officer=person) | Q(officer__same_as=person)).first()


@pghistory.track()
class Chair(models.Model):
    """An officer who chairs often, with his courtesy: মাননীয় মন্ত্রী, সচিব মহোদয়.

    ``office`` is where his private secretary sits, who keeps his day. ``line`` is his
    post: the line of the telephone directory through all its versions.
    """

    officer = models.OneToOneField(
        "directory.Officer", models.PROTECT, verbose_name=_("officer")
    )
    shown_as = models.CharField(_("shown as"), max_length=200)
    line = models.BigIntegerField(_("line of the directory"), null=True, blank=True)
    office = models.ForeignKey(
        "innovation_portal.Office",
        models.PROTECT,
        related_name="chairs",
        verbose_name=_("office that keeps the day"),
    )
    gives_consent = models.BooleanField(_("is asked for consent"), default=False)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    objects = ChairQuerySet.as_manager()

    class Meta:
        verbose_name = _("chair")
        verbose_name_plural = _("chairs")
        ordering = ["order", "pk"]

    def __str__(self):
        return self.shown_as


class ConsentQuerySet(models.QuerySet):
    def open(self):
        return self.filter(answer="")

    def with_sittings(self):
        return self.select_related(
            "sitting__room",
            "sitting__chair",
            "sitting__organiser",
            "sitting__held_by",
            "sitting__entered_by",
            "asked_by",
            "answered_by",
            "officer",
        )

    def waiting(self, *officers):
        """Requests to these officers for sittings to come, the nearest first."""
        now = timezone.now()
        lasting = Q(sitting__state="held", sitting__held_until__gt=now)
        coming = self.open().filter(
            lasting | Q(sitting__state="confirmed"),
            officer__in=officers,
            sitting__during__endswith__gt=now,
        )
        return coming.with_sittings().order_by("sitting__during")


@pghistory.track()
class Consent(models.Model):
    """A chair's সম্মতি to a sitting at its present time; a moved one is asked anew."""

    class Answer(models.TextChoices):
        GIVEN = "given", _("consent given")
        REFUSED = "refused", _("consent refused")

    sitting = models.ForeignKey(
        "schedule.Sitting", models.CASCADE, verbose_name=_("sitting")
    )
    officer = models.ForeignKey(
        "directory.Officer", models.PROTECT, verbose_name=_("officer")
    )
    sequence = models.PositiveIntegerField(_("version of the sitting"))
    asked_at = models.DateTimeField(_("asked at"), default=timezone.now)
    asked_by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("asked by"),
    )
    answer = models.CharField(_("answer"), max_length=10, blank=True, choices=Answer)
    note = models.CharField(_("note"), max_length=300, blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True)
    answered_by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("answered by"),
    )

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering = ["asked_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["sitting"], condition=Q(answer=""), name="consent_asked_once"
            )
        ]

    def __str__(self):
        return f"{self.sitting}: {self.get_answer_display()}"
