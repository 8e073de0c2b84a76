"""Calendars to subscribe to, without login; and how one subscribes."""

from threading import Lock

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from directory.models import Officer
from innovation_portal.models import Office
from innovation_portal.web.revision import DrawnPages, public_page
from schedule.ical.feed import PAST, feed
from schedule.models import Chair, Room, Sitting
from schedule.revision import revision

ICS = "text/calendar; charset=utf-8"
# A year of sittings takes seconds to write: one writes, and the last feeds are kept.
written = DrawnPages(pages=4, longest=32 * 1024**2, kind=ICS)
_writing = Lock()


@public_page(revision)
@require_safe
def feed_all(request):
    return _feed(request, _recent(), _("Sittings of the ministry"))


@public_page(revision)
@require_safe
def feed_room(request, pk):
    room = get_object_or_404(Room, pk=pk)
    return _feed(request, _recent().in_room(room), room.name)


@public_page(revision)
@require_safe
def feed_chair(request, pk):
    officer = get_object_or_404(Officer, pk=pk)
    chair = Chair.objects.of(officer)
    name = chair.shown_as if chair else officer.name
    return _feed(request, _recent().chaired_by(officer), name)


@public_page(revision)
@require_safe
def feed_office(request, pk):
    """Without closed sittings: whose they are is not told to strangers."""
    office = get_object_or_404(Office, pk=pk)
    sittings = _recent().of_office(office).filter(closed=False)
    return _feed(request, sittings, office.name)


@public_page(revision)
@require_safe
def feed_sitting(request, pk):
    """One sitting for a telephone."""
    sitting = get_object_or_404(Sitting, pk=pk)
    response = _feed(request, Sitting.objects.filter(pk=pk), _("Sitting"))
    name = f"sitting-{sitting.pk}.ics"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@public_page(revision)
@require_safe
def feed_help(request):
    """The addresses to copy: a calendar program asks for one and nothing else."""
    site = _site(request)
    everything = site + reverse("schedule:feed_all")
    offices = Office.objects.filter(
        sittings_organised__in=_recent().filter(closed=False)
    )
    groups = (
        (_("By chair"), _addresses(site, "chair", _chairs())),
        (_("By room"), _addresses(site, "room", _named(Room.objects.open()))),
        (_("By office"), _addresses(site, "office", _named(offices.distinct()))),
    )
    context = {
        "everything": everything,
        "everything_opens": everything.replace(request.scheme, "webcal", 1),
        "groups": [(heading, feeds) for heading, feeds in groups if feeds],
    }
    return render(request, "schedule/feed_help.html", context)


def _chairs():
    return Chair.objects.in_order().values_list("officer", "shown_as")


def _named(rows):
    return [(row.pk, row.name) for row in rows]


def _addresses(site, kind, named):
    return [
        {
            "name": name,
            "address": site + reverse(f"schedule:feed_{kind}", args=[key]),
            "key": f"{kind}-{key}",
        }
        for key, name in named
    ]


def _recent():
    return Sitting.objects.filter(during__endswith__gte=timezone.now() - PAST)


def _feed(request, sittings, name):
    """Of one path all feeds are the same, whatever else an address asks for."""
    site, today = _site(request), timezone.localdate()
    asked = repr((request.path, site, today, revision(request)))
    with _writing:
        response = written.get(asked)
        if response is None:
            body = feed(sittings, name=name, site=site)
            response = HttpResponse(body, content_type=ICS)
            written.keep(asked, response)
    return response


def _site(request):
    return f"{request.scheme}://{request.get_host()}"
