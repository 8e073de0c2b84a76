"""Free slots among 100,000 sittings: a chair, three offices, twenty rooms."""

import time
from datetime import timedelta
from statistics import median, quantiles

from django.db import connection, connections
from django.utils import timezone

from benchmarks.scratch import result
from directory.models import Officer
from innovation_portal.models import Office
from schedule.models import Room
from schedule.slots.asking import PEOPLE, ask, parameters
from schedule.slots.wanted import Wanted

SITTINGS, A_DAY = 100_000, 80
ROOMS, CHAIRS, OFFICES = 20, 60, 40
DAYS = 14  # asked for at once
QUESTIONS = 60

# Four sittings a day in each room, half of all in the past. Chairs of one time differ.
FILL = """
CREATE TEMPORARY TABLE sat AS
SELECT n, room, slot, day,
       room_keys[1 + room] AS room_id,
       officer_keys[1 + (room * 7 + slot * 3 + n / 80) %% {chairs}] AS chair_id,
       tstzrange(begins, begins + (45 + 15 * (n %% 3)) * interval '1 minute') AS during
  FROM (SELECT n, n %% 20 AS room, n / 20 %% 4 AS slot, n / 80 AS day,
               (%(first)s::date + n / 80
                + (ARRAY['9:15', '11:00', '14:00', '15:30']::time[])[1 + n / 20 %% 4])
               AT TIME ZONE 'Asia/Dhaka' AS begins
          FROM generate_series(0, {sittings} - 1) n) numbered,
       (SELECT array_agg(id) AS room_keys FROM schedule_room) rooms,
       (SELECT array_agg(id) AS officer_keys FROM directory_officer) officers;
INSERT INTO schedule_sitting
       (uid, sequence, state, kind, subject, during, room_id, place, online, chair_id,
        chair_as, organiser_id, contact, letter_number, letter_filename, agenda, closed,
        entered_at, changed_at, search_key)
SELECT gen_random_uuid(), 0, 'confirmed', 'meeting', 'Sitting ' || n, during, room_id,
       '', '', chair_id, 'Chair', %(office)s, '', '', '', '', false, now(), now(),
       'sitting ' || n
  FROM sat;
INSERT INTO schedule_claim (sitting_id, room_id, during, strength)
SELECT id, room_id, during, 'hard' FROM schedule_sitting;
INSERT INTO schedule_claim (sitting_id, officer_id, during, strength)
SELECT id, chair_id, during, 'hard' FROM schedule_sitting;
INSERT INTO schedule_claim (sitting_id, office_id, during, strength)
SELECT s.id, o.id, during, 'warning'
  FROM schedule_sitting s,
       LATERAL (SELECT id FROM innovation_portal_office
                 WHERE (id + s.id) %% {offices} < 3) o;
ANALYZE schedule_sitting, schedule_claim, directory_officer;
"""
PLAIN = f"""
WITH {PEOPLE}
SELECT during FROM taken
UNION ALL
SELECT during FROM unnest(%(rooms)s::bigint[]) room (id)
               JOIN schedule_claim ON room_id = room.id
 WHERE during && %(window)s"""  # noqa: S608


def free_slots():
    """Milliseconds of SQL for one question, warm; the median of many.

    Each is asked three times and the quickest counts: others use the machine too.
    """
    _fill()
    asked = list(_questions())
    for one in asked[:5]:
        ask(one)
    times = [_quickest(ask, one) for one in asked]
    plain = [_quickest(_plain, one) for one in asked]
    found = [len(ask(one)[0]) for one in asked]
    return result(
        median(times),
        median(plain),
        "the same claims read by their indexes, nothing computed",
        unit="ms",
        p95=round(quantiles(times, n=20)[-1], 1),
        sittings=SITTINGS,
        days=DAYS,
        stretches=round(median(found)),
    )


def _fill():
    office = Office.objects.create(name_bn="মন্ত্রণালয়", kind="ministry")
    for n in range(OFFICES - 1):
        Office.objects.create(name_bn=f"শাখা {n}", kind="branch", parent=office)
    Officer.objects.bulk_create(Officer(name=f"কর্মকর্তা {n}") for n in range(CHAIRS))
    for n in range(ROOMS):
        Room.objects.create(name_bn=f"কক্ষ {n}", capacity=20 + 5 * (n % 5), order=n)
    first = timezone.localdate() - timedelta(days=SITTINGS // A_DAY // 2)
    sql = FILL.format(sittings=SITTINGS, chairs=CHAIRS, offices=OFFICES)
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE schedule_sitting DISABLE TRIGGER USER")
        cursor.execute(sql, {"first": first, "office": office.pk})
        cursor.execute("ALTER TABLE schedule_sitting ENABLE TRIGGER USER")


def _questions():
    officers, offices = list(Officer.objects.all()), list(Office.objects.all())
    for n in range(QUESTIONS):
        first = timezone.localdate() + timedelta(days=5 * n)
        yield Wanted(
            length=timedelta(minutes=(30, 60, 90)[n % 3]),
            first=first,
            last=first + timedelta(days=DAYS - 1),
            officers=(officers[n % CHAIRS],),
            offices=tuple(offices[n % 30 : n % 30 + 3]),
        )


def _plain(wanted):
    with connection.cursor() as cursor:
        cursor.execute(PLAIN, parameters(wanted))
        cursor.fetchall()


def _quickest(work, wanted):
    return min(_sql(work, wanted) for _time in range(3))


def _sql(work, wanted):
    """Milliseconds that the database takes for the longest of the statements."""
    spent = []

    def timed(execute, sql, params, many, context):
        start = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            spent.append(time.perf_counter() - start)

    with connection.execute_wrapper(timed):
        work(wanted)
    return 1000 * max(spent)
