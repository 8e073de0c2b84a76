"""One officer: the charges he holds now, all ways to reach him, his earlier posts."""

from itertools import groupby

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from directory.cards import card, qr_svg, qr_text
from directory.counting import counts
from directory.hiding import veil_for
from directory.models import DailyCount, Edition, Entry, Officer
from directory.revision import revision
from innovation_portal.models import Office
from innovation_portal.organisation.tree import ways
from innovation_portal.web.revision import public_page

VCARD = "text/vcard; charset=utf-8"
EARLIER = 10  # posts or holders; the old lists tell the rest


@public_page(revision)
@require_safe
def officer_detail(request, pk):
    officer = get_object_or_404(Officer, pk=pk)
    entries = officer.entry_set
    earlier = entries.earlier("post", "section", "wing")[:EARLIER]
    context = {
        "officer": officer,
        "earlier": earlier,
        **standing(entries, request.user),
    }
    return render(request, "directory/officer_detail.html", context)


@counts(DailyCount.Kind.CARD)
@public_page(revision)
@require_safe
def officer_card(request, pk):
    return card_of(Entry.objects.filter(officer=pk), f"officer_{pk}", request.user)


@public_page(revision)
@require_safe
def officer_code(request, pk):
    return code_of(Entry.objects.filter(officer=pk), request.user)


def standing(entries, user):
    """What the present list says: lines, each with the way to its office, together
    where they are reached alike.

    Where it says nothing, ``last`` is the entry that stood in a list last.
    """
    current = entries.current().in_order().select_related("office")
    lines = veil_for(user).over(current)
    offices = [line.office for line in lines if line.office]
    way = ways(Office.objects.above_any(offices))
    ended = entries.order_by("-last_edition").select_related("last_edition")
    return {
        "edition": Edition.objects.current(),
        "charges": [
            [(line, way.get(line.office_id, ())) for line in alike]
            for _reach, alike in groupby(lines, key=_reach)
        ],
        "last": None if lines else ended.first(),
    }


def _reach(line):
    return line.calls_by_kind, line.email, line.room


def card_of(entries, name, user):
    """The contact as a file; who stands in no present list has none."""
    lines, edition = _present(entries, user), Edition.objects.current()
    name = f"{name}_{edition.updated_on:%Y-%m-%d}.vcf"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(card(lines, edition), content_type=VCARD, headers=disposition)


def code_of(entries, user):
    """The contact as a picture that a telephone's camera reads."""
    picture = qr_svg(qr_text(_present(entries, user)))
    return HttpResponse(picture, content_type="image/svg+xml")


def _present(entries, user):
    lines = veil_for(user).over(entries.current().in_order())
    if not lines:
        raise Http404
    return lines
