"""The day and the week of twenty rooms under gunicorn, beside an empty page."""

from datetime import datetime, time, timedelta

from django.db import connections
from django.utils import timezone

from benchmarks import serving
from benchmarks.scratch import result
from directory.models import Officer
from innovation_portal.models import Office
from schedule.models import Room, ScheduleState, Sitting
from schedule.paths import sunday_of

EMPTY = "/bench/empty/"
BASELINE = "an empty page with the same middleware"
ROOMS = 20
HOURS = (9, 11, 14, 16)  # at which a sitting begins in each room
DAYS = 261  # working days around today: 20,880 sittings


def day_20_rooms():
    return _rates(f"/schedule/{_working_days()[DAYS // 2]}/")


def week():
    return _rates(f"/schedule/week/{sunday_of(_working_days()[DAYS // 2])}/")


def _rates(address):
    """Asked for by a browser that lacks the page, and by one that has it (304).

    ``drawn`` is the rate where no other browser has asked for the same page before.
    """
    _fill()
    with serving.portal() as place:
        known = serving.etag_of(place, address)
        rates = serving.rates(
            place,
            {
                "first": (address, None),
                "cached": (address, known),
                "empty": (EMPTY, None),
                "drawn": (f"{address}?n={{n}}", None),
            },
        )
        length = len(serving.ask(place, address))
    found = {name: round(rates[name], 1) for name in ("cached", "drawn")}
    found["cached_ratio"] = round(rates["cached"] / rates["empty"], 2)
    found["bytes"] = length
    return result(rates["first"], rates["empty"], BASELINE, unit="requests/s", **found)


def _fill():
    """Four sittings in each room on each working day of a year's length."""
    rooms = Room.objects.bulk_create(
        Room(name_bn=f"সভাকক্ষ {n}", capacity=30, order=n) for n in range(ROOMS)
    )
    office = Office.objects.create(name_bn="প্রশাসন অনুবিভাগ", kind=Office.Kind.WING)
    chair = Officer.objects.create(name="সভাপতি")
    rows = [
        _sitting(room, begins, office, chair)
        for day in _working_days()
        for room in rooms
        for begins in (
            timezone.make_aware(datetime.combine(day, time(h))) for h in HOURS
        )
    ]
    Sitting.objects.bulk_create(rows, batch_size=2000)
    ScheduleState.raise_number()
    with connections["owner"].cursor() as cursor:  # as autovacuum does in time
        cursor.execute("ANALYZE")


def _working_days():
    begins = timezone.localdate() - timedelta(days=182)
    days = (begins + timedelta(days=n) for n in range(380))
    return [day for day in days if day.isoweekday() not in (5, 6)][:DAYS]


def _sitting(room, begins, office, chair):
    sitting = Sitting(
        state="confirmed",
        kind="meeting",
        subject=f"অগ্রগতি পর্যালোচনা সভা {begins:%H}",
        during=(begins, begins + timedelta(minutes=90)),
        room=room,
        chair=chair,
        chair_as="অতিরিক্ত সচিব (প্রশাসন)",
        organiser=office,
    )
    sitting.make_search_key()
    return sitting
