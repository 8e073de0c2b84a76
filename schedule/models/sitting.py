"""A sitting: a meeting, seminar or training that a notice letter called."""

import uuid
from datetime import datetime, time, timedelta

import pghistory
from django.contrib.postgres.fields import DateTimeRangeField
from django.contrib.postgres.indexes import GinIndex, GistIndex, OpClass
from django.db import models
from django.db.models import ExpressionWrapper, F, Q
from django.db.models.functions import Abs, Extract, Lower, Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from innovation_portal.bangla.folding import search_key
from innovation_portal.models import Holiday, Office
from schedule.circle import Circle
from schedule.models.participant import Participant
from schedule.models.span import LONGEST_SITTING, sound_span


def day_span(first, last=None):
    """From midnight of the first day to midnight after the last, at the office."""
    begins = timezone.make_aware(datetime.combine(first, time()))
    ends = timezone.make_aware(
        datetime.combine((last or first) + timedelta(days=1), time())
    )
    return (begins, ends)


class SittingQuerySet(models.QuerySet):
    def standing(self):
        """Those that hold their slot: confirmed, or held and not yet run out."""
        lasting = Q(state="held", held_until__gt=timezone.now())
        return self.filter(lasting | Q(state="confirmed"))

    def listed(self):
        """All but holds that ran out: those moved or called off stay to be seen."""
        over = Q(state="held", held_until__lte=timezone.now())
        return self.exclude(over | Q(state="lapsed"))

    def on_days(self, first, last=None):
        """Those that touch the days, both included."""
        return self.filter(during__overlap=day_span(first, last))

    def on_holidays(self):
        """Those that still hold their slot on a holiday of today or later."""
        to_come = Holiday.objects.filter(day__gte=timezone.localdate())
        return self.standing().filter(
            during__startswith__date__in=to_come.values("day")
        )

    def since(self, day):
        """Those that end on the day or after it."""
        return self.filter(during__endswith__gt=day_span(day)[0])

    def until(self, day):
        """Those that begin on the day or before it."""
        return self.filter(during__startswith__lt=day_span(day)[1])

    def moved_away(self, day):
        """Those that a move took from the day to another, still to be held."""
        kind, span = "moved", day_span(day)
        was = self.filter(moves__kind=kind, moves__during__overlap=span)
        return was.standing().exclude(during__overlap=span).distinct()

    def in_order(self):
        return self.order_by(Lower("during"), "room__order", "pk")

    def with_names(self):
        return self.select_related("room", "chair", "organiser", "held_by")

    def unsettled(self):
        """Those to come that lost a claim when a buffer, a person or a rule changed."""
        lost = self.filter(claims__strength="unsettled", during__endswith__gt=Now())
        return lost.with_names().distinct()

    def in_room(self, room):
        return self.filter(room=room)

    def chaired_by(self, officer):
        """By a person under all spellings of his name."""
        person = officer.same_as_id or officer.pk
        return self.filter(Q(chair=person) | Q(chair__same_as=person))

    def of_office(self, office):
        """Organised by the office or one below it, or with it taking part."""
        offices = Office.objects.within(office).values("pk")
        part = Participant.objects.filter(office__in=offices).values("sitting")
        return self.filter(Q(organiser__in=offices) | Q(pk__in=part))

    def visible_to_search(self, user):
        """Without closed sittings, save those that the user is concerned with."""
        return self.filter(Q(closed=False) | Circle(user).within)

    def nearest_first(self):
        """Those to come by their time, then those that are over, the last one first."""
        over = ExpressionWrapper(
            Q(during__endswith__lte=Now()), output_field=models.BooleanField()
        )
        away = Abs(Extract(F("during__startswith") - Now(), "epoch"))
        return self.order_by(over, away, "pk")

    def matching(self, text):
        """Those that have every word of the text in what they are found by."""
        found = self
        for word in search_key(text).split():
            found = found.filter(search_key__contains=word)
        return found


@pghistory.track(exclude=["search_key"])
class Sitting(models.Model):
    """``sequence`` goes up with each change, as RFC 5545 (3.8.7.4) asks for.

    The chair is always an officer, be he in no list, so that he clashes; ``chair_as``
    is his post with its courtesy, and ``chair_line`` the line of the directory that is
    this post. A postponed sitting keeps its last time and claims nothing.
    """

    class Kind(models.TextChoices):
        MEETING = "meeting", _("meeting")
        SEMINAR = "seminar", _("seminar")
        TRAINING = "training", _("training")
        WORKSHOP = "workshop", _("workshop")
        OTHER = "other", pgettext_lazy("sitting", "other")

    class State(models.TextChoices):
        HELD = "held", pgettext_lazy("sitting", "slot held")
        CONFIRMED = "confirmed", pgettext_lazy("sitting", "confirmed")
        POSTPONED = "postponed", pgettext_lazy("sitting", "postponed")
        CANCELLED = "cancelled", pgettext_lazy("sitting", "cancelled")
        LAPSED = "lapsed", pgettext_lazy("sitting", "hold ran out")

    uid = models.UUIDField(
        _("identity"), default=uuid.uuid4, unique=True, editable=False
    )
    sequence = models.PositiveIntegerField(_("version"), default=0)
    state = models.CharField(_("state"), max_length=10, choices=State)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    subject = models.CharField(_("subject"), max_length=300)
    during = DateTimeRangeField(_("time"))
    room = models.ForeignKey(
        "schedule.Room", models.PROTECT, null=True, verbose_name=_("room")
    )
    place = models.CharField(_("place outside"), max_length=250, blank=True)
    online = models.URLField(_("online link"), max_length=500, blank=True)
    chair = models.ForeignKey(
        "directory.Officer",
        models.PROTECT,
        related_name="sittings_chaired",
        verbose_name=_("chair"),
    )
    chair_as = models.CharField(_("chair, as printed"), max_length=250)
    chair_line = models.BigIntegerField(_("post of the chair"), null=True)
    organiser = models.ForeignKey(
        "innovation_portal.Office",
        models.PROTECT,
        related_name="sittings_organised",
        verbose_name=_("organising office"),
    )
    contact = models.CharField(_("whom to call"), max_length=200, blank=True)
    people = models.PositiveSmallIntegerField(_("number of people"), null=True)
    letter_number = models.CharField(_("memo number"), max_length=100, blank=True)
    letter_date = models.DateField(_("date of the letter"), null=True)
    letter_file = models.ForeignKey(
        "innovation_portal.StoredFile",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("scan of the letter"),
    )
    letter_filename = models.CharField(_("file name"), max_length=255, blank=True)
    agenda = models.TextField(_("agenda"), max_length=5000, blank=True)
    closed = models.BooleanField(_("closed sitting"), default=False)
    held_until = models.DateTimeField(_("held until"), null=True)
    held_by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("held by"),
    )
    approval_asked_at = models.DateTimeField(_("approval asked for at"), null=True)
    series = models.ForeignKey(
        "schedule.Series",
        models.PROTECT,
        null=True,
        related_name="sittings",
        verbose_name=_("series of sittings"),
    )
    occurrence = models.DateField(_("day by the rule"), null=True)
    entered_by = models.ForeignKey(
        "innovation_portal.User",
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("entered by"),
    )
    entered_at = models.DateTimeField(_("entered at"), default=timezone.now)
    changed_at = models.DateTimeField(_("changed at"), default=timezone.now)
    search_key = models.TextField(editable=False)

    objects = SittingQuerySet.as_manager()

    class Meta:
        verbose_name = _("sitting")
        verbose_name_plural = _("sittings")
        ordering = ["during", "pk"]
        indexes = [
            GistIndex(fields=["during"], name="sitting_during"),
            GinIndex(
                OpClass(F("search_key"), "gin_trgm_ops"), name="sitting_search_key"
            ),
            models.Index("held_until", condition=Q(state="held"), name="sitting_held"),
        ]
        constraints = [
            sound_span("sitting_span", LONGEST_SITTING),
            models.CheckConstraint(
                condition=(Q(room=None) & ~Q(place=""))
                | (Q(room__isnull=False) & Q(place="")),
                name="sitting_in_one_place",
                violation_error_message=_("Choose a room, or write the place outside."),
            ),
            models.CheckConstraint(
                condition=~Q(state="held") | Q(held_until__isnull=False),
                name="sitting_held_until_when",
            ),
            models.UniqueConstraint(
                fields=["series", "occurrence"], name="sitting_once_in_a_series"
            ),
        ]

    def __str__(self):
        return self.subject

    @property
    def office(self):
        """Whose rights it falls under."""
        return self.organiser

    @property
    def begins(self):
        return timezone.localtime(self.during.lower)

    @property
    def ends(self):
        return timezone.localtime(self.during.upper)

    @property
    def stands(self):
        """Whether it holds its slot at this moment."""
        lasts = self.held_until and self.held_until > timezone.now()
        return self.state == self.State.CONFIRMED or bool(
            self.state == self.State.HELD and lasts
        )

    @property
    def where(self):
        return self.room.name if self.room else self.place

    def make_search_key(self):
        """What it is found by; only those concerned search for closed ones."""
        self.search_key = search_key(
            " ".join(
                (
                    self.subject,
                    self.chair_as,
                    self.chair.name,
                    self.organiser.name_bn,
                    self.organiser.name_en,
                    self.room.name_bn if self.room else self.place,
                    self.room.name_en if self.room else "",
                    self.letter_number,
                )
            )
        )
