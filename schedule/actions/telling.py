"""Those who take part are told by mail of what was done to their sitting.

The writer only leaves a job: finding thirty addresses is too long for the one lock. The
job compares with what each address was last told, so nothing is told twice, and nothing
that does not matter to those who come.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation

from innovation_portal.mail.actions import post
from innovation_portal.mail.models import Letter
from innovation_portal.work.jobs import job
from schedule.addressees import Addressee, addressees_of
from schedule.ical.invitation import cancellation, gist, request
from schedule.letters import body, subject
from schedule.models import Move, Sitting

State = Sitting.State
# A slot held is told to nobody; but one who was invited before, to another time, would
# come at that: he is told that it no longer holds.
TOLD_OF = {State.CONFIRMED, State.HELD}
TAKEN_BACK = {
    State.CONFIRMED: "released",
    State.POSTPONED: "postponed",
    State.HELD: "postponed",
}
TYPE = "text/calendar; method={}"
_telling = ContextVar("telling", default=True)


@contextmanager
def nobody_told():
    """For sittings that are only an example, such as the demo's."""
    token = _telling.set(False)
    try:
        yield
    finally:
        _telling.reset(token)


def anyone_told():
    """Whether letters are written at all; see ``nobody_told``."""
    return _telling.get()


def tell(move):
    """Tell those concerned once the move is committed, of what is still to come."""
    if anyone_told() and move.sitting.during.upper > timezone.now():
        tell_all.enqueue(move.pk)


@job(queue_name="mail")
def tell_all(move_id):
    """Write the letters of a move, unless another has followed that tells its own."""
    move = Move.objects.select_related("by").get(pk=move_id)
    sitting = Sitting.objects.with_names().get(pk=move.sitting_id)
    if sitting.sequence == move.sequence:
        with transaction.atomic(), translation.override(settings.LANGUAGE_CODE):
            for letter in _letters(sitting, move):
                post(**letter)


def _letters(sitting, move):
    told = Letter.objects.latest_about(_about(sitting))
    invited = _invited(told)
    concerned = addressees_of(sitting) if sitting.state in TOLD_OF else {}
    for one in concerned.values():
        data = request(sitting, one, _address(sitting))
        news = _news(invited.get(one.email), data, move)
        if news and sitting.state == State.CONFIRMED:
            yield _letter(sitting, move, one, news, "REQUEST", data)
        elif news and one.email in invited:
            yield _taken_back(sitting, move, one.email)
    for email in sorted(invited.keys() - concerned.keys()):
        yield _taken_back(sitting, move, email)


def _invited(told):
    """Letters by which a sitting stands in someone's calendar, by address."""
    request_type = TYPE.format("REQUEST")
    return {to: one for to, one in told.items() if one.data_type == request_type}


def _news(last, data, move):
    """What an address is to be told; nothing where it knows all that matters."""
    if last is None:
        return "invited"
    if gist(last.data) == gist(data):
        return None
    return "moved" if move.kind == Move.Kind.MOVED else "changed"


def _taken_back(sitting, move, email):
    """To one who was invited: it is off, or he alone need not come."""
    one = Addressee(email, email)
    news = TAKEN_BACK.get(sitting.state, "cancelled")
    alone = news == "released"
    data = cancellation(sitting, one, _address(sitting), for_all=not alone)
    return _letter(sitting, move, one, news, "CANCEL", data)


def _letter(sitting, move, one, news, method, data):
    return {
        "to": one.email,
        "subject": subject(sitting, news),
        "body": body(sitting, news, move, _address(sitting)),
        "data": data,
        "data_type": TYPE.format(method),
        "about": f"{_about(sitting)}version {sitting.sequence} to {_mark(one.email)}",
        "by": move.by,
    }


def _about(sitting):
    """How the cause of each letter about it begins."""
    return f"calendar of sitting {sitting.pk} "


def _mark(email):
    """Shorter than the address may be: a cause has 200 characters."""
    return sha256(email.encode()).hexdigest()[:16]


def _address(sitting):
    """Of its page, where the portal knows by which name it is reached."""
    if not settings.ADDRESS:
        return ""
    return settings.ADDRESS + reverse("schedule:sitting_detail", args=[sitting.pk])
