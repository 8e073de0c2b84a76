"""Writing letters and sending them once more."""

import logging

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from innovation_portal.mail.delivery import deliver
from innovation_portal.mail.models import Letter

logger = logging.getLogger(__name__)


@transaction.atomic
def post(*, to, subject, body, about, by, data="", data_type=""):
    """Write a letter in the caller's transaction; it leaves when that commits.

    The same ``about`` again, such as ``"edition 7 to 12"``, gives the letter that
    stands. Subject and body are in the active language. Raises ValidationError for
    an address that is none and for a subject with a line break.
    """
    letter = Letter(
        to=to,
        subject=subject,
        body=body,
        data=data,
        data_type=data_type,
        about=about,
        by=by,
        language=get_language(),
    )
    letter.clean_fields()
    standing, created = Letter.objects.get_or_create(
        about=about, defaults=_values(letter)
    )
    if created:
        deliver.enqueue(standing.pk)
    return standing


@transaction.atomic
def retry(*, letter, by):
    """Try now, whatever was tried before; False when it is sent or just being sent."""
    waiting = Letter.objects.locked().exclude(state=Letter.State.SENT)
    letter = waiting.filter(pk=letter.pk).first()
    if letter is None:
        return False
    letter.state, letter.due_at = Letter.State.WAITING, timezone.now()
    letter.save(update_fields=["state", "due_at"])
    deliver.enqueue(letter.pk)
    logger.info("Letter %s is tried again by user %s", letter.pk, by.pk)
    return True


def _values(letter):
    names = ("to", "subject", "body", "data", "data_type", "language", "by")
    return {name: getattr(letter, name) for name in (*names, "message_id")}
