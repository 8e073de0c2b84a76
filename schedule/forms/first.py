"""What a sitting's form says before anything is typed."""

from collections import Counter
from datetime import datetime, time, timedelta

from django.utils import timezone

from directory.models import Officer
from innovation_portal.organisation.worktime import days_off
from schedule.details import Details, Part
from schedule.forms.picking import token
from schedule.keys import key
from schedule.models import Chair, Sitting

USUAL_BEGIN = time(10, 30)
FORTNIGHT = 14  # days in which the office works at least once
LAST = 10  # sittings of an office, by which its usual chair is known
LETTER = ("letter_number", "letter_date")
SAME = ("kind", "subject", "place", "online", "chair_as", "contact", "people")


def of_sitting(sitting):
    """All that a row says now."""
    details = Details.of(sitting)
    said = {name: getattr(details, name) for name in (*SAME, *LETTER)}
    first, last = details.begins, details.ends
    return said | {
        "agenda": details.agenda,
        "closed": details.closed,
        "day": first.date(),
        "begins": first.time(),
        "ends": last.time(),
        "last_day": last.date() if last.date() != first.date() else None,
        "room": details.room and details.room.pk,
        "organiser": details.organiser.pk,
        "chair": token(_chair_of(details)),
        "part": [token(part) for part in details.parts],
        "sequence": sitting.sequence,
    }


def like(sitting):
    """Another one like it, which has a letter and a day of its own."""
    said = of_sitting(sitting)
    anew = {"day", "last_day", "sequence", *LETTER}
    return {name: value for name, value in said.items() if name not in anew}


def usual(user):
    """What the user enters most often: his office, its chair, the day before."""
    said = {
        "kind": Sitting.Kind.MEETING,
        "day": _day(user),
        "begins": USUAL_BEGIN,
        "organiser": user.office_id,
        "contact": user.full_name,
    }
    chair = _usual_chair(user.office)
    return said | ({"chair": token(chair), "chair_as": chair.name} if chair else {})


def asked(query):
    """What an address asks for: begins, ends (local, ISO), room, people, chair, part.

    ``chair`` is the key of an officer, ``part`` each time a Part's token.
    """
    said = {name: query[name] for name in ("room", "people") if query.get(name)}
    begins, ends = (_moment(query.get(name, "")) for name in ("begins", "ends"))
    if begins:
        said |= {"day": begins.date(), "begins": begins.time()}
    if begins and ends:
        said["ends"] = ends.time()
        said["last_day"] = ends.date() if ends.date() != begins.date() else None
    if chair := _officer(query.get("chair", "")):
        said |= {"chair": token(chair), "chair_as": chair.name}
    if "part" in query:
        said["part"] = query.getlist("part")
    return said


def _chair_of(details):
    return Part(details.chair_as, officer=details.chair, line=details.chair_line)


def _day(user):
    """The day of the single sitting that the user entered last today, else the next on
    which the office works."""
    today = timezone.localdate()
    mine = Sitting.objects.filter(entered_by=user, entered_at__date=today, series=None)
    last = mine.order_by("entered_at").last()
    if last and last.begins.date() >= today:
        return last.begins.date()
    return next_working_day(today)


def next_working_day(today):
    soon = [today + timedelta(days=n) for n in range(1, FORTNIGHT)]
    off = days_off(soon[0], soon[-1])
    return next((day for day in soon if day not in off), soon[0])


def _usual_chair(office):
    """Who chaired at least half of the office's last sittings."""
    held = Sitting.objects.filter(organiser=office).order_by("-entered_at")
    last = Counter(held.values_list("chair", flat=True)[:LAST])
    chair, times = next(iter(last.most_common(1)), (None, 0))
    if times < 2 or times * 2 < last.total():
        return None
    return _chair_of(Details.of(held.filter(chair=chair).first()))


def _officer(text):
    officers = Officer.objects.select_related("same_as")
    officer = officers.filter(pk=key(text)).first()
    chair = officer and Chair.objects.of(officer)
    if chair:
        return Part(chair.shown_as, officer=chair.officer, line=chair.line)
    return officer and Part(_post(officer) or officer.name, officer=officer)


def _post(officer):
    entry = officer.entry_set.current().exclude(post="").in_order().first()
    return entry and entry.post


def _moment(text):
    try:
        moment = datetime.fromisoformat(text)
        return timezone.localtime(moment) if timezone.is_aware(moment) else moment
    except (ValueError, OverflowError):
        return None
