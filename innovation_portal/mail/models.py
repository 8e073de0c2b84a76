"""Letters: what the portal writes by e-mail, and how far each has come."""

from datetime import timedelta
from email.utils import make_msgid, parseaddr

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from innovation_portal.organisation.models import Office

LONGEST_PAUSE = timedelta(hours=4)
GIVE_UP_AFTER = timedelta(days=5)  # RFC 5321, 4.5.4.1: at least four to five days


def one_line(value):
    """Raise ValidationError for a line break: it would begin another header."""
    if value.splitlines() not in ([], [value]):
        raise ValidationError(_("This must be one line."))


def new_message_id():
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]
    return make_msgid(domain=domain)


class LetterQuerySet(models.QuerySet):
    def in_offices(self, offices):
        """Letters of these offices' people; the portal's own belong to the root."""
        theirs = Q(by__office__in=offices)
        if offices.filter(parent=None).exists():
            theirs |= Q(by=None)
        return self.filter(theirs)

    def latest_about(self, beginning):
        """The last letter to each address about what so begins, by address."""
        letters = self.filter(about__startswith=beginning).order_by("pk")
        return {letter.to: letter for letter in letters}

    def waiting(self):
        return self.filter(state=Letter.State.WAITING)

    def due(self):
        return self.waiting().filter(due_at__lte=timezone.now())

    def locked(self):
        """Those that no other worker has in hand, ours until the transaction ends."""
        return self.select_for_update(skip_locked=True, of=("self",))


class Letter(models.Model):
    """An e-mail to one person, the only one for what it is ``about``.

    ``data`` is the same for a program, of the content type ``data_type``: the mail
    carries it as the alternative to its text (RFC 2046, 5.1.4).
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting")
        SENT = "sent", _("Sent")
        FAILED = "failed", _("Not delivered")

    about = models.CharField(_("about"), max_length=200, unique=True)
    to = models.EmailField(_("to"))
    subject = models.CharField(_("subject"), max_length=300, validators=[one_line])
    body = models.TextField(_("text"))
    data = models.TextField(_("text for programs"), blank=True)
    data_type = models.CharField(
        _("content type"), max_length=100, blank=True, validators=[one_line]
    )
    language = models.CharField(_("language"), max_length=5)
    message_id = models.CharField(max_length=255, unique=True, default=new_message_id)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
    )
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.WAITING
    )
    created_at = models.DateTimeField(_("written at"), default=timezone.now)
    due_at = models.DateTimeField(_("next attempt"), default=timezone.now)
    sent_at = models.DateTimeField(_("sent at"), null=True, blank=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    last_error = models.TextField(_("last error"), blank=True)

    objects = LetterQuerySet.as_manager()

    class Meta:
        verbose_name = _("letter")
        verbose_name_plural = _("letters")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index("due_at", condition=Q(state="waiting"), name="letter_waiting")
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at=None)),
                name="letter_sent_has_its_time",
            )
        ]

    def __str__(self):
        return self.subject

    @property
    def office(self):
        return self.by.office if self.by else Office.objects.filter(parent=None).first()

    def began(self):
        """Count an attempt; the next one is due after 1, 2, 4 … minutes, then 4 h."""
        pause = timedelta(minutes=2 ** min(self.attempts, 10))
        self.attempts += 1
        self.due_at = timezone.now() + min(pause, LONGEST_PAUSE)
        self.save(update_fields=["attempts", "due_at"])

    def sent(self):
        self.state, self.sent_at = self.State.SENT, timezone.now()
        self.last_error = ""
        self.save(update_fields=["state", "sent_at", "last_error"])

    def failed(self, error, *, for_good):
        self.last_error = error
        if for_good or timezone.now() - self.created_at > GIVE_UP_AFTER:
            self.state = self.State.FAILED
        self.save(update_fields=["state", "last_error"])
