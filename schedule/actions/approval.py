"""The branch's word on a sitting that asks for a room, told to who asked for it."""

from django.conf import settings
from django.utils import translation
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.calendar import format_datetime
from innovation_portal.bangla.speech import language
from innovation_portal.mail.actions import post
from schedule.actions import sitting as actions
from schedule.actions.writing import written
from schedule.models import Sitting

LONGEST = 200  # signs of a subject within the subject of a letter
GIVEN = (
    _("Room approved: %(subject)s"),
    _("The room is yours.\n\nSitting: %(subject)s\nTime: %(time)s\nRoom: %(room)s"),
)
REFUSED = (
    _("Room not given: %(subject)s"),
    _(
        "The general services branch cannot give the room; the slot is free again.\n\n"
        "Sitting: %(subject)s\nTime: %(time)s\nRoom: %(room)s\nReason: %(reason)s"
    ),
)


@written
def confirm(*, sitting, sequence, by):
    """As ``actions.sitting.confirm``; who asked for approval is told that it is."""
    asker = _asker(sitting)
    sitting = actions.confirm(sitting=sitting, sequence=sequence, by=by)
    if sitting.state == Sitting.State.CONFIRMED:
        _tell(asker, GIVEN, sitting, by)
    return sitting


@written
def cancel(*, sitting, sequence, reason, by):
    """As ``actions.sitting.cancel``; who waits for approval is told why."""
    asker = _asker(sitting)
    sitting = actions.cancel(sitting=sitting, sequence=sequence, reason=reason, by=by)
    _tell(asker, REFUSED, sitting, by, reason)
    return sitting


def _asker(sitting):
    """Who waits for an answer, as the sitting stands now; None where nobody does."""
    sitting = Sitting.objects.select_related("held_by").get(pk=sitting.pk)
    return sitting.held_by if sitting.approval_asked_at else None


def _tell(asker, letter, sitting, by, reason=""):
    if asker is None or asker == by or not asker.email:
        return
    with translation.override(settings.LANGUAGE_CODE):
        said = {
            "subject": Truncator(sitting.subject).chars(LONGEST),
            "time": format_datetime(sitting.begins, language()),
            "room": sitting.where,
            "reason": reason,
        }
        # The list of letters shows the first line, so it does not name a closed one.
        named = said["time" if sitting.closed else "subject"]
        subject, body = letter[0] % {"subject": named}, letter[1] % said
        about = f"approval of sitting {sitting.pk} version {sitting.sequence}"
        post(to=asker.email, subject=subject, body=body, about=about, by=by)
