"""A calendar to subscribe to: the past year and all that is to come."""

from datetime import timedelta
from functools import lru_cache

from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils.translation import get_language

from schedule.ical.event import add, calendar, event
from schedule.showing import shown

PAST = timedelta(days=365)
REFRESHED = timedelta(hours=1)  # how often clients should ask; most answers are 304
END = b"END:VCALENDAR\r\n"


def feed(sittings, *, name, site):
    """The bytes of a calendar of sittings, as a stranger may see them.

    ``name`` is what a client calls it, ``site`` the portal's address without a path.
    Feeds are never personal: whatever a reader's rights, a closed sitting is busy.
    """
    head = _head(name).removesuffix(END)
    language = get_language()
    events = (
        _bytes(one, language, site)
        for one in shown(sittings.in_order().with_names(), AnonymousUser())
    )
    return b"".join([head, *events, END])


def _head(name):
    made = calendar(CALSCALE="GREGORIAN", NAME=name, REFRESH_INTERVAL=REFRESHED)
    made["REFRESH-INTERVAL"].params["VALUE"] = "DURATION"  # RFC 7986, 5.7
    add(made, {"X_WR_CALNAME": name, "X_PUBLISHED_TTL": "PT1H"})
    add(made, {"X_WR_TIMEZONE": "Asia/Dhaka"})
    return made.to_ical()


@lru_cache(maxsize=32_768)
def _bytes(one, language, site):
    """Writing costs more than fetching, and few sittings change between two answers."""
    path = reverse("schedule:sitting_detail", args=[one.pk])
    return event(one, site + path).to_ical()
