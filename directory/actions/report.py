"""Mistakes reported by readers: taken in, accepted as an edit, answered."""

from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from directory.actions.errors import Settled, TooMany
from directory.actions.line import change_line
from directory.models import Report, Sender, SenderDay
from innovation_portal.mail.actions import post
from innovation_portal.models import User
from innovation_portal.record.authorship import recorded

State = Report.State
FORGOTTEN = timedelta(days=90)  # after an answer, who reported is no longer needed


@transaction.atomic
def report_mistake(*, entry, field, proposed, name, office="", phone="", address):
    """Keep what a reader says of a line. Returns the Report.

    ``address`` is counted, not kept. Raises TooMany beyond the day's limits, of the
    address and of all together.
    """
    _count(address)
    report = Report.objects.create(
        entry=entry,
        field=field,
        proposed=proposed,
        name=name,
        office=office,
        phone=phone,
    )
    _tell_branch()
    return report


@recorded
def accept_report(*, report, entry, texts, order, by):
    """Put ``texts`` into the line's present ``entry``. Returns the Edition.

    Raises Settled when another clerk was quicker, else what ``change_line`` raises.
    """
    report = _held(report)
    edition = change_line(entry=entry, texts=texts, order=order, by=by)
    _settle(report, State.ACCEPTED, by, edition=edition)
    return edition


@recorded
def answer_report(*, report, answer, by):
    """Tell the reporter why nothing is changed, or what was. Raises Settled."""
    _settle(_held(report), State.ANSWERED, by, answer=answer)


def forget_senders():
    """What each day does: yesterday's counts go, and old reporters' names."""
    SenderDay.objects.filter(day__lt=timezone.localdate()).delete()
    old = Report.objects.filter(answered_at__lt=timezone.now() - FORGOTTEN)
    old.exclude(name="").update(name="", office="", phone="")


def _held(report):
    report = Report.objects.select_for_update().get(pk=report.pk)
    if not report.is_open:
        raise Settled
    return report


def _settle(report, state, by, **rest):
    said = {"state": state, "answered_by": by, "answered_at": timezone.now()} | rest
    for name, value in said.items():
        setattr(report, name, value)
    report.save(update_fields=list(said))


def _count(address):
    """One more from the address, and one more of all, kept under an empty mark."""
    day, _new = SenderDay.objects.get_or_create(day=timezone.localdate())
    mark = sha256(f"{day.salt}{address}".encode()).hexdigest()
    limits = {"": settings.REPORTS_A_DAY, mark: settings.REPORTS_OF_AN_ADDRESS}
    for mark, limit in limits.items():
        Sender.objects.get_or_create(day=day, mark=mark)
        free = Sender.objects.filter(day=day, mark=mark, sent__lt=limit)
        if not free.update(sent=F("sent") + 1):
            raise TooMany


def _tell_branch():
    """One letter a day to each of the branch; what was typed stands in the queue."""
    today = timezone.localdate()
    branch = User.objects.holding("general_services").filter(is_active=True)
    with translation.override(settings.LANGUAGE_CODE):
        for clerk in branch.exclude(email=""):
            post(
                to=clerk.email,
                subject=_("Mistakes in the telephone directory were reported"),
                body=_(
                    "Readers have reported mistakes. They wait for the branch in the "
                    "portal, under: Reported mistakes"
                ),
                about=f"reports {today} to user {clerk.pk}",
                by=None,
            )
