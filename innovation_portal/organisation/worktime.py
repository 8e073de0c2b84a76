"""When the office works, asked in PostgreSQL; and the days on which it does not."""

from datetime import date, time, timedelta

from django.conf import settings
from django.db import connection
from django.utils.timezone import localtime

from innovation_portal.bangla.calendar import weekday_name
from innovation_portal.bangla.speech import language
from innovation_portal.models import Holiday, WorkingHours

# A common table of one row: `during` is the multirange of working time. Parameters are
# those of `asked_of`. A day takes the shortest range that holds it, else the usual
# hours; a range without bounds would hold all time, so a missing break is left out.
WORKED = """
worked AS (
    SELECT coalesce(range_agg(tstzrange((day + opens) AT TIME ZONE %(zone)s,
                                        (day + closes) AT TIME ZONE %(zone)s)), '{}')
         - coalesce(range_agg(tstzrange((day + break_from) AT TIME ZONE %(zone)s,
                                        (day + break_until) AT TIME ZONE %(zone)s))
                    FILTER (WHERE %(breaks)s AND break_from IS NOT NULL), '{}')
           AS during
      FROM (SELECT day::date
              FROM generate_series(%(first)s::date, %(last)s::date, '1 day') day) days
      CROSS JOIN LATERAL (
          SELECT greatest(opens, %(after)s) AS opens,
                 least(closes, %(before)s) AS closes,
                 break_from, break_until,
                 since = until OR extract(isodow FROM day) = ANY (weekdays) AS works
            FROM (SELECT opens, closes, break_from, break_until, weekdays, since, until
                    FROM innovation_portal_workinghours
                   WHERE day BETWEEN since AND until
                  UNION ALL
                  SELECT %(opens)s, %(closes)s, %(break_from)s, %(break_until)s,
                         %(weekdays)s::smallint[], NULL, NULL) hours
           ORDER BY until - since LIMIT 1) held
     WHERE works AND opens < closes
       AND day NOT IN (SELECT day FROM innovation_portal_holiday)
)"""
USUAL = ("opens", "closes", "break_from", "break_until", "weekdays")


def asked_of(first, last, *, after=time.min, before=time.max, breaks=True):
    """The parameters of ``WORKED``: days, both included, and a part of each day.

    Without ``breaks`` people go on through lunch and prayer.
    """
    usual = WorkingHours.usual()
    return {
        "first": first,
        "last": last,
        "after": after,
        "before": before,
        "breaks": breaks,
        "zone": settings.TIME_ZONE,
        **{name: getattr(usual, name) for name in USUAL},
    }


def working_time(first, last, **part):
    """The working time of the days, both included, as (begins, ends) in its order."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"WITH {WORKED} SELECT lower(span), upper(span)"  # noqa: S608
            " FROM worked, unnest(during) span",
            asked_of(first, last, **part),
        )
        return [tuple(map(localtime, span)) for span in cursor.fetchall()]


def days_off(first: date, last: date) -> dict[date, str]:
    """The days on which nobody works, both ends included, and why: শুক্রবার."""
    holidays = {
        holiday.day: holiday.name for holiday in Holiday.objects.between(first, last)
    }
    ranges = list(WorkingHours.objects.touching(first, last))

    def why(day):
        holding = [hours for hours in ranges if hours.since <= day <= hours.until]
        held = holding[-1] if holding else WorkingHours.usual()
        return "" if held.works_on(day) else weekday_name(day, language())

    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    reasons = {day: holidays.get(day) or why(day) for day in days}
    return {day: reason for day, reason in reasons.items() if reason}


def newest_change():
    """Querysets of the keys of the last changes, for the revisions of pages."""
    return [
        model.pgh_event_model.objects.order_by("-pk").values("pk")[:1]
        for model in (Holiday, WorkingHours)
    ]


def revision(request):
    """How often holidays and hours were changed, for their own pages."""
    kept = (Holiday.pgh_event_model, WorkingHours.pgh_event_model)
    return [model.objects.count() for model in kept]
