"""Sends letters through the SMTP server, each once.

Once, save for one moment: when the worker or the database dies after the server has
taken the letter and before our row says so, the letter is sent again. SMTP leaves no
way to ask. Both carry the same Message-ID and Date, by which most mailboxes show one.
"""

import logging
from email.charset import Charset
from email.utils import format_datetime
from smtplib import (
    SMTPDataError,
    SMTPRecipientsRefused,
    SMTPResponseException,
)

from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.utils.encoding import force_str

from innovation_portal.mail.models import Letter
from innovation_portal.work.jobs import allow, job, unfinished

SENDING = 600  # seconds: a dozen answers of the server at EMAIL_TIMEOUT each
NOT_SIGNED_IN = 530  # RFC 4954: a matter between the two servers, not of the letter

logger = logging.getLogger(__name__)


@job(queue_name="mail")
def deliver(letter_id):
    """Send the letter unless it is sent, given up, or in another worker's hands.

    The attempt is counted first, so that one that kills its worker counts too.
    """
    with transaction.atomic():
        if not (letter := _in_hand(letter_id)):
            return
        letter.began()
    with transaction.atomic():
        allow(SENDING)
        if letter := _in_hand(letter_id):
            _send(letter)


def enqueue_due():
    """For the tick: take up the letters whose pause is over."""
    queued = {args[0] for args in unfinished(deliver)}
    for pk in Letter.objects.due().exclude(pk__in=queued).values_list("pk", flat=True):
        deliver.enqueue(pk)


def message(letter):
    """The e-mail of a letter, in seven bits for servers of any age."""
    email = EmailMultiAlternatives(
        subject=letter.subject,
        body=letter.body,
        to=[letter.to],
        headers={
            "Message-ID": letter.message_id,
            "Date": format_datetime(letter.created_at),
            "Content-Language": letter.language,
            "Auto-Submitted": "auto-generated",
        },
    )
    email.encoding = Charset("utf-8")  # base64, where Django alone would say 8bit
    if letter.data:
        email.attach_alternative(letter.data, letter.data_type)
    return email


def _in_hand(letter_id):
    return Letter.objects.waiting().locked().filter(pk=letter_id).first()


def _send(letter):
    try:
        message(letter).send()
    except Exception as error:  # whatever it is, the letter's row must say it
        logger.warning("Letter %s: %r", letter.pk, error)
        letter.failed(_in_words(error), for_good=_refused(error))
    else:
        letter.sent()


def _refused(error):
    """Whether the server refuses this letter for ever, by address or by content.

    A 5xx to the sender or the sign-in is our own set-up: mended, the letter can go.
    """
    return isinstance(error, (SMTPRecipientsRefused, SMTPDataError)) and all(
        code >= 500 and code != NOT_SIGNED_IN for code, _text in _answers(error)
    )


def _in_words(error):
    answers = [f"{code} {force_str(text)}" for code, text in _answers(error)]
    return "; ".join(answers) or str(error) or repr(error)


def _answers(error):
    if isinstance(error, SMTPRecipientsRefused):
        return [*error.recipients.values()]
    if isinstance(error, SMTPResponseException):
        return [(error.smtp_code, error.smtp_error)]
    return []
