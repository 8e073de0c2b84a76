"""A month of sittings around today: held, waiting, put off, closed, and one moved."""

import csv
import json
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

from django.utils import timezone

from directory.models import Entry
from innovation_portal.bangla.digits import to_bangla
from innovation_portal.models import Office, User
from innovation_portal.organisation.worktime import days_off
from schedule.actions.block import enter_block
from schedule.actions.chair import create_chair
from schedule.actions.consent import answer_consent
from schedule.actions.series import repeat
from schedule.actions.sitting import cancel, change, enter, hold, postpone
from schedule.actions.telling import nobody_told
from schedule.details import Details, Part
from schedule.models import Consent, Room, Sitting
from schedule.occurrences import Order, of_rule
from schedule.recurring import Rule

FOLDER = Path(__file__).parent
OUTSIDE = "বাংলাদেশ-চীন মৈত্রী সম্মেলন কেন্দ্র, শেরেবাংলা নগর, ঢাকা"
MONTHLY = ("মাসিক সমন্বয় সভা", "ইনোভেশন টিমের মাসিক সভা")
HALF_A_YEAR = timedelta(days=183)
WAITING = 3  # requests for consent
AROUND = 40  # days of the calendar that hold fifteen working days on each side


class Month:
    """The demo's rooms, chairs and offices by their keys, and its working days."""

    def __init__(self):
        data = json.loads((FOLDER / "sittings.json").read_text())
        self.clerk = User.objects.get(username="sheba")
        self.offices = {
            key: Office.objects.get(name_en=name)
            for key, name in data["offices"].items()
        }
        agencies = Office.objects.filter(kind=Office.Kind.AGENCY)
        self.offices |= {office.abbreviation: office for office in agencies}
        self.rooms = {
            row.pop("key"): Room.objects.create(order=order, **row)
            for order, row in enumerate(data["rooms"], 1)
        }
        self.chairs = {
            row["key"]: self._chair(order, **row)
            for order, row in enumerate(data["chairs"], 1)
        }
        self.days = _working_days()

    def _chair(self, order, *, key, post, office, **said):
        line = Entry.objects.current().filter(post=post).in_order().first()
        return create_chair(
            officer=line.officer,
            line=line.line,
            office=Office.objects.get(name_en=office),
            order=order,
            by=self.clerk,
            **said,
        )

    def at(self, day, clock):
        """A time on a working day, counted from today or the next one."""
        hour, minute = map(int, clock.split(":"))
        return timezone.make_aware(
            datetime.combine(self.days[int(day)], time(hour, minute))
        )

    def details(self, number, row):
        begins, chair = self.at(row["day"], row["begins"]), self.chairs[row["chair"]]
        outside = row["room"] == "outside"
        return Details(
            kind=row["kind"],
            subject=row["subject"],
            begins=begins,
            ends=begins + timedelta(minutes=int(row["minutes"])),
            room=None if outside else self.rooms[row["room"]],
            place=OUTSIDE if outside else "",
            chair=chair.officer,
            chair_as=chair.shown_as,
            chair_line=chair.line,
            organiser=self.offices[row["organiser"]],
            people=int(row["people"]),
            letter_number=to_bangla(f"36.00.0000.063.06.{number:03}.{begins:%y}"),
            letter_date=(begins - timedelta(days=5)).date(),
            agenda="পূর্ববর্তী সভার সিদ্ধান্ত বাস্তবায়ন অগ্রগতি\nঅগ্রগতি পর্যালোচনা\nবিবিধ",
            parts=tuple(self._part(key) for key in row["parts"].split(",")),
        )

    def _part(self, key):
        office = self.offices[key]
        return Part(office.name_bn, office=office)


@nobody_told()
def load_sittings():
    """Rooms, chairs, and some fifty sittings, each entered as a clerk would."""
    month = Month()
    with (FOLDER / "sittings.tsv").open() as opened:
        rows = list(csv.DictReader(opened, delimiter="\t"))
    for number, row in enumerate(rows, 101):
        enter(details=month.details(number, row), by=month.clerk)
    _closed(month, rows[0])
    _given_up(month, rows[0])
    _held(month, rows[0])
    _busy(month)
    _again(month)
    _agreed()


def _closed(month, row):
    """Of these, visitors see that someone is busy."""
    for day, begins, room, chair, subject in (
        (0, "12:00", "secretary", "secretary", "বিভাগীয় পদোন্নতি কমিটির সভা"),
        (2, "14:30", "small", "admin", "বিভাগীয় মামলার শুনানি"),
        (4, "15:00", "planning", "planning", "দরপত্র মূল্যায়ন কমিটির সভা"),
    ):
        said = row | {"day": day, "begins": begins, "room": room, "chair": chair}
        said |= {"minutes": 60, "parts": "admin1", "people": 6, "subject": subject}
        details = replace(month.details(day + 190, said), closed=True, agenda="")
        enter(details=details, by=month.clerk)


def _given_up(month, row):
    """One put off, one called off, one moved: they stay to be found."""
    said = row | {"room": "small", "chair": "planning", "minutes": 60, "parts": "plan2"}
    for day, subject, action, reason in (
        (0, "প্রকল্প যাচাই কমিটির সভা", postpone, "সভাপতি মন্ত্রিসভা বৈঠকে যোগ দেবেন"),
        (3, "ভূমি অধিগ্রহণ সংক্রান্ত সভা", cancel, "জেলা প্রশাসকের প্রতিবেদন পাওয়া যায়নি"),
    ):
        row = said | {"day": day, "begins": "14:30", "subject": subject}
        sitting = enter(details=month.details(day + 170, row), by=month.clerk)
        action(sitting=sitting, sequence=0, reason=reason, by=month.clerk)
    row = said | {"day": 5, "begins": "15:00", "subject": "পাটজাত মোড়ক ব্যবহার সভা"}
    details = month.details(181, row)
    sitting = enter(details=details, by=month.clerk)
    later = {"begins": month.at(6, "15:00"), "ends": month.at(6, "16:00")}
    change(
        sitting=sitting,
        sequence=0,
        details=replace(details, **later),
        reason="মাননীয় মন্ত্রীর নির্দেশে",
        by=month.clerk,
    )


def _held(month, row):
    """A wing's organiser keeps a slot, and asks for the great room."""
    organiser = User.objects.get(username="sabha")
    said = row | {"chair": "planning", "organiser": "planning", "parts": "plan1,plan2"}
    kept = said | {"day": 4, "begins": "12:00", "room": "planning", "minutes": 60}
    hold(
        details=_unlettered(month, kept | {"subject": "মধ্যমেয়াদি বাজেট কাঠামো সভা"}),
        until=timezone.now() + timedelta(hours=48),
        by=organiser,
    )
    asked = said | {"day": 8, "begins": "14:30", "room": "main"}
    enter(
        details=_unlettered(month, asked | {"subject": "প্রকল্প দলিল প্রণয়ন কর্মশালা"}),
        by=organiser,
    )


def _unlettered(month, row):
    return replace(month.details(0, row), letter_number="", letter_date=None)


def _busy(month):
    """The Secretary's tour, the Minister's own work."""
    for chair, kind, day, begins, ends, note in (
        ("secretary", "tour", 9, "9:00", "17:00", "চট্টগ্রাম সফর"),
        ("minister", "own", 2, "15:00", "17:00", "নির্বাচনি এলাকার দর্শনার্থী"),
        ("admin", "leave", 6, "9:00", "17:00", "নৈমিত্তিক ছুটি"),
    ):
        kept = month.chairs[chair]
        enter_block(
            officer=kept.officer,
            office=kept.office,
            kind=kind,
            begins=month.at(day, begins),
            ends=month.at(day, ends),
            note=note,
            by=month.clerk,
        )


def _again(month):
    """Two come again each month, save where another sits already."""
    for subject in MONTHLY:
        first = Sitting.objects.get(subject=subject)
        day = first.begins.date()
        order = Order(Rule.monthly_on(day), day + HALF_A_YEAR)
        taken = {step.day for step in of_rule(first, order) if step.is_hard}
        said = {"sitting": first, "sequence": first.sequence, "skip": taken}
        repeat(order=order, by=month.clerk, **said)


def _working_days():
    """Days at the office by their distance from today, or from the next after it."""
    today = timezone.localdate()
    first, last = today - timedelta(days=AROUND), today + timedelta(days=AROUND)
    free = days_off(first, last)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    days = [day for day in days if day not in free]
    start = next(place for place, day in enumerate(days) if day >= today)
    return {place - start: day for place, day in enumerate(days)}


def _agreed():
    """The chairs agreed to all but the last few, which wait for an answer."""
    secretary = User.objects.get(username="ps")
    for consent in Consent.objects.open().order_by("-sitting__during")[WAITING:]:
        answer_consent(
            consent=consent,
            sequence=consent.sequence,
            answer=Consent.Answer.GIVEN,
            by=secretary,
        )
