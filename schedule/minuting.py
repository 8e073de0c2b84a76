"""Who may read minutes; and from their rows to their paper, in the ministry's words."""

from django.utils.timezone import localtime

from directory.models import Entry
from innovation_portal.bangla.calendar import format_date
from innovation_portal.bangla.digits import to_bangla
from schedule.following import followed_up
from schedule.invited import facts_of
from schedule.models import Minutes, PaperText
from schedule.paper.letter import Signature
from schedule.paper.minutes import MinutesPaper
from schedule.paper.texts import filled
from schedule.showing import concerned

STATES = {"done": "বাস্তবায়িত", "dropped": "বাদ দেওয়া হয়েছে", "open": "বাস্তবায়নাধীন"}


def may_read(user, minutes):
    """Those concerned; everyone, if they were opened and the sitting is not closed."""
    return _is_open(minutes) or concerned(user, minutes.sitting)


def earlier_decisions(user, sitting):
    """Those followed up in a sitting; to others only out of minutes that are open."""
    followed = followed_up(sitting)
    if concerned(user, sitting):
        return followed
    return [one for one in followed if _is_open(one.decision.minutes)]


def _is_open(minutes):
    return minutes.is_open and not minutes.sitting.closed


def has_minutes(user, sitting):
    """Whether there are minutes that the user may read."""
    minutes = Minutes.objects.filter(sitting=sitting).select_related("sitting").first()
    return minutes is not None and may_read(user, minutes)


def paper_of(minutes):
    """The Paper of written minutes, for PDF and for Word alike."""
    sitting = minutes.sitting
    facts = facts_of(sitting)
    texts = {**PaperText.objects.of("letter"), **PaperText.objects.of("minutes")}
    said = {key: filled(text, facts.words) for key, text in texts.items()}
    return MinutesPaper(
        letterhead=tuple(said["letterhead"].splitlines()),
        heading=said["heading"],
        closing=said["closing"],
        memo_number=minutes.memo_number,
        dated=minutes.memo_date,
        meeting=facts.subject,
        chair=facts.chair,
        day=facts.day_and_weekday,
        hour=facts.hour,
        place=facts.place,
        opening=minutes.opening,
        decided=tuple(map(_decided, minutes.decisions.in_order())),
        earlier=tuple(map(_earlier, followed_up(sitting))),
        present=minutes.those_present,
        signatory=_chair(sitting, minutes.signed_on),
    ).paper()


def _decided(decision):
    due = to_bangla(decision.due)
    return decision.discussion, decision.text, decision.responsible, due


def _earlier(followed):
    decision = followed.decision
    said = [
        f"{format_date(note.at.date(), 'bn')}: {note.note}" for note in followed.notes
    ]
    progress = "\n".join([f"{STATES[followed.state]}।", *said])
    return decision.text, decision.responsible, to_bangla(decision.due), progress


def _day(moment):
    return format_date(localtime(moment).date(), "bn")


def _chair(sitting, signed_on):
    """He signs with his post as the list has it, and not with his courtesy."""
    entry = Entry.objects.current().filter(line=sitting.chair_line).first()
    post = entry.post if sitting.chair_line and entry else plain(sitting.chair_as)
    return Signature(sitting.chair.name, f"{post} ও সভাপতি", signed_on=signed_on)


def plain(title):
    """সচিব of সচিব মহোদয়, মন্ত্রী of মাননীয় মন্ত্রী."""
    return title.removeprefix("মাননীয় ").removesuffix(" মহোদয়").removesuffix(" মহোদয়া")
