"""The list, or what is asked of it, as files; the address asks as the list's does."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_safe

from directory.cards import cards
from directory.counting import counts
from directory.filters import EntryFilter
from directory.hiding import veil_for
from directory.models import DailyCount, Edition
from directory.paper.workbook import file_name, flat, phone_list
from directory.revision import revision
from innovation_portal.sheets import csv_pieces
from innovation_portal.web.revision import public_page
from innovation_portal.web.streaming import streamed

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
VCF = "text/vcard; charset=utf-8"
Kind = DailyCount.Kind
AT_ONCE = 2000  # rows fetched from the database


@counts(Kind.XLSX)
@public_page(revision)
@require_safe
def download_xlsx(request):
    """The ministry's own sheet; the whole list is fit to be uploaded again."""
    return _file(request, "xlsx", _book)


@counts(Kind.CSV)
@public_page(revision)
@require_safe
def download_csv(request):
    return _file(request, "csv", _table)


@counts(Kind.VCF)
@public_page(revision)
@require_safe
def download_vcf(request):
    """A contact for each who can be reached."""
    return _file(request, "vcf", _contacts)


def _file(request, kind, make):
    """The file of what is asked; the list's own page says what is wrong with it."""
    edition = get_object_or_404(Edition.objects.order_by("-number")[:1])
    asked = EntryFilter(request.GET, edition)
    if not asked.form.is_valid():
        return redirect(reverse("directory:entry_list", query=request.GET))
    response = make(asked.lines, veil_for(request.user), edition, asked.asked)
    name = file_name(edition, kind, part=asked.asked)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _book(lines, veil, edition, part):
    book = phone_list(edition, veil.each(lines), part=part)
    return HttpResponse(book, content_type=XLSX)


def _table(lines, veil, edition, part):
    rows = flat(veil.each(lines.iterator(chunk_size=AT_ONCE)))
    return streamed(csv_pieces(rows), content_type=CSV)


def _contacts(lines, veil, edition, part):
    lines = veil.each(lines.by_person().iterator(chunk_size=AT_ONCE))
    made = (card.encode() for card in cards(lines, edition))
    return streamed(made, content_type=VCF)
