"""What is counted of sittings: one narrow question for each picture, to PostgreSQL.

Days are first and last, both included. Only sittings that were confirmed count; of
closed ones nothing is told but that they were.
"""

from django.db import connection

from innovation_portal.organisation.worktime import WORKED, asked_of
from schedule.models.sitting import day_span

BEGUN = """
SELECT (min(lower(during)) AT TIME ZONE %(zone)s)::date,
       (max(lower(during)) AT TIME ZONE %(zone)s)::date
  FROM schedule_sitting WHERE state = 'confirmed' AND lower(during) < %(until)s"""

# A course of several days is held from its first hour to its last on each of them, so
# that nights do not count; what begins later in the day than it ends goes on for all.
BUSY = """
SELECT extract(isodow FROM slot)::int, extract(hour FROM slot)::int, count(*)
  FROM (SELECT lower(during) AT TIME ZONE %(zone)s AS begins,
               upper(during) AT TIME ZONE %(zone)s AS ends
          FROM schedule_sitting
         WHERE state = 'confirmed'
           AND during && tstzrange(%(since)s, %(until)s)) held
 CROSS JOIN LATERAL generate_series(date_trunc('hour', begins),
                                    ends - interval '1 microsecond', '1 hour') slot
 WHERE slot >= %(first)s::date AND slot < %(last)s::date + 1
   AND (begins::time >= ends::time
        OR (slot::time >= date_trunc('hour', begins)::time
            AND slot::time < ends::time))
 GROUP BY 1, 2"""

# Seconds within the hours of the office: those a room was used, and all there were.
USED = f"""
WITH {WORKED},
monthly AS (SELECT month::date,
                   during * tstzmultirange(tstzrange(
                       month AT TIME ZONE %(zone)s,
                       (month + interval '1 month') AT TIME ZONE %(zone)s)) AS during
              FROM worked, generate_series(date_trunc('month', %(first)s::timestamp),
                                           %(last)s::timestamp, '1 month') month),
held AS (SELECT room_id, range_agg(during) AS during FROM schedule_sitting
          WHERE state = 'confirmed' AND room_id IS NOT NULL
            AND during && tstzrange(%(since)s, %(until)s)
          GROUP BY room_id)
SELECT room.name_bn, room.name_en, month,
       (SELECT coalesce(sum(extract(epoch FROM upper(span) - lower(span))), 0)
          FROM unnest(held.during * monthly.during) span)::int,
       (SELECT coalesce(sum(extract(epoch FROM upper(span) - lower(span))), 0)
          FROM unnest(monthly.during) span)::int
  FROM monthly, held JOIN schedule_room room ON room.id = held.room_id
 ORDER BY room."order", room.id, month"""  # noqa: S608

HELD = """
SELECT date_trunc('month', begins)::date, kind, count(*),
       count(*) FILTER (WHERE noticed),
       coalesce(sum(begins::date - letter_date) FILTER (WHERE noticed), 0)
  FROM (SELECT *, letter_date <= begins::date AS noticed
          FROM (SELECT kind, letter_date, lower(during) AT TIME ZONE %(zone)s AS begins
                  FROM schedule_sitting
                 WHERE state = 'confirmed' AND lower(during) >= %(since)s
                   AND lower(during) < %(until)s) begun) held
 GROUP BY 1, 2"""

# Who asks again for the same thing on the same day was refused once.
SAVED = """
SELECT date_trunc('month', day)::date,
       count(DISTINCT (day, kind, during)) FILTER (WHERE kind IS NOT NULL),
       count(*) FILTER (WHERE kind IS NULL)
  FROM (SELECT (at AT TIME ZONE %(zone)s)::date AS day, kind, during
          FROM schedule_refusal WHERE at >= %(since)s AND at < %(until)s
        UNION ALL
        SELECT (at AT TIME ZONE %(zone)s)::date, NULL, NULL
          FROM schedule_move
         WHERE kind = 'lapsed' AND at >= %(since)s AND at < %(until)s) told
 GROUP BY 1"""


def begun(today):
    """The days on which the first and the last sitting began; None without any."""
    return _rows(BEGUN, today, today)[0]


def busy_hours(first, last):
    """How many sittings ran: rows of ISO weekday, hour of the day and number."""
    return _rows(BUSY, first, last)


def room_use(first, last):
    """Rows of both names of a room, month, seconds used and seconds there were."""
    return _rows(USED, first, last)


def held(first, last):
    """Rows of month, kind, sittings that began, those with a notice and its days."""
    return _rows(HELD, first, last)


def saved(first, last):
    """Rows of month, clashes refused and holds that ran out."""
    return _rows(SAVED, first, last)


def _rows(question, first, last):
    since, until = day_span(first, last)
    asked = asked_of(first, last) | {"since": since, "until": until}
    with connection.cursor() as cursor:
        cursor.execute(question, asked)
        return cursor.fetchall()
