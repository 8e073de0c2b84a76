"""The question to PostgreSQL: one statement for all people, rooms and days."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from directory.models import Officer
from innovation_portal.organisation.worktime import WORKED, asked_of
from schedule.models import Policy
from schedule.models.room import LONGEST_BUFFER
from schedule.models.sitting import day_span
from schedule.slots.wanted import round_up

OUTSIDE = 0  # stands for the place of a sitting that needs none of the rooms

# `past`: whose claims do not count. `taken`: what is claimed of people and offices.
PEOPLE = """
person AS (
    SELECT id, coalesce(same_as_id, id) AS person_id FROM directory_officer
     WHERE id = ANY (%(persons)s) OR same_as_id = ANY (%(persons)s)),
past AS MATERIALIZED (
    SELECT id FROM schedule_sitting
     WHERE state = 'held' AND held_until <= %(now)s
    UNION ALL SELECT %(sitting)s::bigint WHERE %(sitting)s IS NOT NULL),
taken AS MATERIALIZED (
    SELECT * FROM (
        SELECT person_id, NULL::bigint AS office_id, during, strength, sitting_id
          FROM person JOIN schedule_claim ON officer_id = person.id
         WHERE during && %(window)s
        UNION ALL
        SELECT NULL, office_id, during, strength, sitting_id
          FROM unnest(%(offices)s::bigint[]) office (id)
               JOIN schedule_claim ON office_id = office.id
         WHERE during && %(window)s) claim
     WHERE sitting_id IS NULL OR sitting_id NOT IN (SELECT id FROM past))"""
# Who takes part in a closed sitting is not told; its chair is known to everyone.
SPOKEN_OF = """NOT EXISTS (
    SELECT FROM schedule_sitting s
     WHERE s.id = sitting_id AND s.closed
       AND s.chair_id NOT IN (SELECT id FROM person))"""
# A sitting's claim on a room is longer at its end by the room's buffer; so what is
# taken is made longer at its beginning by the buffer of the sitting to come.
FREE = f"""
WITH {WORKED}, {PEOPLE},
free AS (
    SELECT worked.during * tstzmultirange(tstzrange(%(soonest)s, NULL))
         - (SELECT coalesce(range_agg(during), '{{}}') FROM taken
             WHERE strength <> ALL (%(mild)s)) AS during
      FROM worked),
stretch AS (
    SELECT unnest(free.during - busy.during) AS during, room.id
      FROM free, unnest(%(rooms)s::bigint[], %(buffers)s::int[]) room (id, buffer),
           LATERAL (
               SELECT coalesce(range_agg(tstzrange(
                          lower(during) - buffer * interval '1 minute',
                          upper(during))), '{{}}') AS during
                 FROM schedule_claim
                WHERE room_id = room.id AND during && %(window)s
                  AND sitting_id NOT IN (SELECT id FROM past)) busy)
SELECT lower(during), upper(during), array_agg(id), NULL, NULL
  FROM stretch
 WHERE upper(during) - lower(during) >= %(length)s
 GROUP BY during
UNION ALL
SELECT lower(during), upper(during), NULL, person_id, office_id
  FROM taken
 WHERE strength = ANY (%(mild)s) AND {SPOKEN_OF}
 ORDER BY 1, 2"""  # noqa: S608
BUSY = f"""
WITH {PEOPLE}
SELECT lower(during), upper(during)
  FROM (SELECT unnest(range_agg(during)) AS during FROM taken
         WHERE strength <> ALL (%(mild)s) AND {SPOKEN_OF}) busy
 WHERE upper(during) > %(now)s"""  # noqa: S608


@dataclass(frozen=True)
class Stretch:
    """A free time as long as it goes, and the keys of the rooms that have it so."""

    begins: datetime
    ends: datetime
    rooms: tuple


@dataclass(frozen=True)
class Warned:
    """Somebody asked for takes part elsewhere, where the rule lets that only warn."""

    begins: datetime
    ends: datetime
    person: int | None
    office: int | None


def ask(wanted):
    """The free stretches that are long enough, and what only warns, by their begin."""
    with connection.cursor() as cursor:
        cursor.execute(FREE, parameters(wanted))
        rows = cursor.fetchall()
    stretches = [
        Stretch(*map(timezone.localtime, row[:2]), tuple(row[2]))
        for row in rows
        if row[2]
    ]
    warned = [
        Warned(*map(timezone.localtime, row[:2]), *row[3:])
        for row in rows
        if not row[2]
    ]
    return stretches, warned


def parameters(wanted):
    rooms = [(room.pk, room.buffer) for room in wanted.rooms] or [(OUTSIDE, 0)]
    keys, buffers = zip(*rooms, strict=True)
    begins, ends = day_span(wanted.first, wanted.last)
    part = {"after": wanted.after, "before": wanted.before, "breaks": wanted.breaks}
    return asked_of(wanted.first, wanted.last, **part) | {
        "persons": wanted.persons,
        "offices": [office.pk for office in wanted.offices],
        "rooms": list(keys),
        "buffers": list(buffers),
        "sitting": wanted.sitting and wanted.sitting.pk,
        "window": DateTimeTZRange(begins, ends + timedelta(minutes=LONGEST_BUFFER)),
        "now": timezone.now(),
        "soonest": round_up(timezone.now()),
        "length": wanted.length,
        "mild": _mild(),
    }


def _mild():
    """The strengths that only warn: none where taking part is as hard as chairing."""
    hard = Policy.TakingPart.HARD
    return [] if Policy.objects.present().taking_part == hard else ["warning"]


def busy_times(wanted, who):
    """When one of those asked for is taken between the days: (begins, ends), merged."""
    alone = {"officers": (), "offices": ()}
    alone["officers" if isinstance(who, Officer) else "offices"] = (who,)
    asked = parameters(wanted.but(**alone))
    with connection.cursor() as cursor:
        cursor.execute(BUSY, asked)
        return [tuple(map(timezone.localtime, span)) for span in cursor.fetchall()]
