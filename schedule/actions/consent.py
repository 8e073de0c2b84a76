"""A chair's consent: asked for with each new time, given or refused by his office."""

from django.conf import settings
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from innovation_portal.bangla.calendar import format_datetime
from innovation_portal.mail.actions import post
from schedule.access import keeps_day, secretaries
from schedule.actions.telling import anyone_told
from schedule.actions.writing import written
from schedule.errors import NotPossible, Stale
from schedule.models import Chair, Consent, Move


def ask(sitting, by):
    """Ask for consent to the sitting as it stands now, unless that was done already.

    A request still open is asked anew with the new time. Who keeps the chair's day
    himself gives the consent with what he writes.
    """
    chair = Chair.objects.of(sitting.chair)
    if chair is None or not chair.gives_consent:
        Consent.objects.open().filter(sitting=sitting).delete()
    elif sitting.stands and not _was_asked(sitting, chair):
        _ask(sitting, chair, by)


def _was_asked(sitting, chair):
    last = sitting.consent_set.filter(officer=chair.officer).last()
    return last and not sitting.moves.filter(
        kind=Move.Kind.MOVED, sequence__gt=last.sequence
    )


def _ask(sitting, chair, by):
    consent = sitting.consent_set.open().first() or Consent(sitting=sitting)
    consent.officer, consent.sequence = chair.officer, sitting.sequence
    consent.asked_by, consent.asked_at = by, timezone.now()
    if by and keeps_day(by, chair.officer):
        _answer(consent, Consent.Answer.GIVEN, "", by)
        return
    consent.save()
    _tell_secretaries(consent, chair)


@written
def answer_consent(*, consent, sequence, answer, note="", by):
    """Give or refuse it, for the ``sequence`` that the user was shown.

    Raises Stale where it was answered or asked anew meanwhile, NotPossible where the
    sitting does not stand any more.
    """
    asked = Consent.objects.open().with_sittings()
    consent = asked.filter(pk=consent.pk, sequence=sequence).first()
    if consent is None:
        raise Stale
    if not consent.sitting.stands:
        raise NotPossible(consent.sitting)
    _answer(consent, answer, note, by)
    if answer == Consent.Answer.REFUSED:
        _tell_organiser(consent)
    return consent


def _answer(consent, answer, note, by):
    consent.answer, consent.note, consent.answered_by = answer, note, by
    consent.answered_at = timezone.now()
    consent.save()


def _tell_secretaries(consent, chair):
    with translation.override(settings.LANGUAGE_CODE):
        for user in secretaries(chair):
            _post(
                user,
                consent,
                _("Consent to a sitting is asked for"),
                _("A sitting waits for consent. Answer in the portal, under: Diary"),
            )


def _tell_organiser(consent):
    """Whoever asked, and whoever entered the sitting first."""
    with translation.override(settings.LANGUAGE_CODE):
        for user in {consent.asked_by, consent.sitting.entered_by} - {None}:
            _post(
                user,
                consent,
                _("Consent to a sitting was refused"),
                _("The chair has not consented to this sitting."),
                _("Note: %(note)s") % {"note": consent.note} if consent.note else "",
            )


def _post(user, consent, subject, *sentences):
    if not (user.email and user.is_active and anyone_told()):
        return
    sitting = consent.sitting
    lines = (
        *filter(None, sentences),
        sitting.subject,
        format_datetime(sitting.begins, settings.LANGUAGE_CODE),
        sitting.where,
        sitting.chair_as,
    )
    about = f"consent {consent.pk}.{consent.sequence} {consent.answer} to {user.pk}"
    body = "\n\n".join(lines)
    post(to=user.email, subject=subject, body=body, about=about, by=None)
