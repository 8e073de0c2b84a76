"""Published lists for everyone; the clerk's way of a workbook to the next one."""

from functools import wraps
from io import BytesIO
from pathlib import Path

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, OperationalError
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh
from django_tables2 import RequestConfig

from directory.actions.edition import discard, publish, roll_back
from directory.actions.errors import Busy, CannotPublish, Closed, ListChanged, busy
from directory.actions.upload import choose, receive
from directory.forms import PublishForm, UploadForm
from directory.forms.edition import CompareForm, DayForm, RollBackForm
from directory.hiding import veil_for
from directory.history import Difference, gathered
from directory.models import Edition, Entry, Upload
from directory.preview import BIJOY, CHOOSING, READING, Comparison, Preview, notes
from directory.revision import revision
from directory.tables import EntryTable
from directory.views.entry import PAGE
from innovation_portal.access.guard import needs
from innovation_portal.bangla.calendar import format_date
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language
from innovation_portal.sheets import SheetError, annotate
from innovation_portal.web.revision import public_page

PREVIEW = "directory/edition_preview.html"
RIGHT = "directory.publish"
EDITIONS = 20  # on a page
PATIENCE = 15  # looks at a waiting upload before the page says that it takes long


def tells(page):
    """What stops an action is told on that page, which shows how things stand."""

    def decorate(view):
        @wraps(view)
        def telling(request, **place):
            address = reverse(f"directory:{page}", kwargs=place)
            try:
                return view(request, **place)
            except ListChanged:
                return redirect(f"{address}?changed=1")
            except (CannotPublish, SheetError) as error:
                messages.error(request, str(error))
            except (OperationalError, IntegrityError) as error:
                if not busy(error):
                    raise
                messages.error(request, str(Busy()))
            return redirect(address)

        return telling

    return decorate


@public_page(revision)
@require_safe
def edition_list(request):
    """All lists there were; a day that is asked for leads to the list it had."""
    form = DayForm(request.GET if "day" in request.GET else None)
    if form.is_valid():
        return redirect("directory:edition_detail", form.edition.pk)
    editions = Edition.objects.select_related("published_by", "restores")
    page = Paginator(editions, EDITIONS).get_page(request.GET.get("page"))
    pair = {"old": page.object_list[1:2], "new": page.object_list[:1]}
    initial = {name: edition[0] for name, edition in pair.items() if edition}
    context = {"page": page, "form": form, "compare": CompareForm(initial=initial)}
    context["runs"] = gathered(page.object_list)
    return render(request, "directory/edition_list.html", context)


@public_page(revision)
@require_safe
def edition_detail(request, number):
    """The list as it stood in an edition."""
    edition = _edition(number)
    table = EntryTable(Entry.objects.of_edition(number).in_order())
    RequestConfig(request, paginate=PAGE).configure(table)
    veil_for(request.user).over(row.record for row in table.page)
    current = Edition.objects.current()
    context = {"edition": edition, "current": current, "table": table}
    return render(request, "directory/edition_detail.html", context)


@public_page(revision)
@require_safe
def edition_compare(request):
    """What changed from one published list to another."""
    form = CompareForm(request.GET)
    if not form.is_valid():
        return render(request, "directory/edition_compare.html", {"compare": form})
    said = form.cleaned_data
    difference = Difference(said["old"].pk, said["new"].pk)
    comparison = Comparison(difference, veil_for(request.user), *_tab(request))
    context = {"compare": form, "comparison": comparison} | said
    return render(request, "directory/edition_compare.html", context)


@require_safe
@needs(RIGHT)
def edition_source(request, number):
    """The file as it was uploaded, with the columns that visitors do not see."""
    edition = _edition(number)
    if edition.source is None:
        raise Http404
    return FileResponse(
        edition.source.path.open("rb"),
        as_attachment=True,
        filename=edition.source_name,
        content_type="application/octet-stream",
    )


@needs(RIGHT)
@tells("edition_rollback")
def edition_rollback(request, number):
    """What going back to an earlier list would change, and why it is done."""
    current, to = Edition.objects.current(), _edition(number)
    if to == current:
        raise Http404
    sent = request.POST if request.method == "POST" else None
    form = RollBackForm(sent, initial={"seen": current.pk})
    if form.is_valid():
        edition = roll_back(to=to, by=request.user, **form.cleaned_data)
        tell_published(request, edition)
        return redirect("directory:edition_list")
    difference = Difference(current.pk, to.pk)
    comparison = Comparison(difference, veil_for(request.user), *_tab(request))
    context = {"to": to, "current": current, "form": form, "comparison": comparison}
    return render(request, "directory/edition_rollback.html", context)


@needs(RIGHT)
def edition_upload(request):
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = UploadForm(*sent)
    if form.is_valid():
        file = form.cleaned_data.pop("file")
        upload = receive(
            file=file, filename=file.name, by=request.user, **form.cleaned_data
        )
        return redirect("directory:edition_preview", upload.pk)
    uploads = Upload.objects.open().filter(by=request.user).select_related("base")
    context = {"form": form, "uploads": uploads}
    return render(request, "directory/edition_upload.html", context)


@require_safe
@needs(RIGHT)
def edition_preview(request, pk):
    """The difference once it is there; until then a page that looks again."""
    upload = _upload(pk)
    if upload.state == Upload.State.WAITING:
        return _waiting(request, upload)
    if request.htmx:  # the waiting page, which has waited long enough
        return HttpResponseClientRefresh()
    if upload.is_ready:
        return _ready(request, upload, request.GET.get("show"))
    return render(request, PREVIEW, {"upload": upload})


@require_POST
@needs(RIGHT)
@tells("edition_preview")
def edition_choose(request, pk):
    """How the workbook is meant, said on one page; it is compared again."""
    upload = _upload(pk)
    if not upload.is_open:
        raise Closed
    if request.POST.get("seen") != upload.stamp or not upload.is_ready:
        raise ListChanged
    part = BIJOY if request.POST.get("part") == BIJOY else READING
    forms = CHOOSING[part](upload, request.POST)
    if not forms.is_valid():
        return _ready(request, upload, part, forms, status=422)
    choose(upload=upload, choices=forms.choices, by=request.user)
    return redirect("directory:edition_preview", pk)


@require_POST
@needs(RIGHT)
@tells("edition_preview")
def edition_publish(request, pk):
    upload, form = _upload(pk), PublishForm(request.POST)
    if not form.is_valid():
        return _ready_again(request, upload, form)
    edition = publish(upload=upload, by=request.user, **form.cleaned_data)
    tell_published(request, edition)
    return redirect("directory:entry_list")


@needs(RIGHT)
@tells("edition_preview")
def edition_discard(request, pk):
    """Asks first; the form of the question discards."""
    upload = _upload(pk)
    if request.method != "POST":
        if upload.is_open:
            return render(request, "directory/edition_discard.html", {"upload": upload})
        raise Closed
    discard(upload=upload, by=request.user)
    messages.success(request, _("The upload was discarded; the list is as it was."))
    return redirect("directory:edition_upload")


@require_safe
@needs(RIGHT)
@tells("edition_preview")
def edition_notes(request, pk):
    """The workbook as it came, with a note on each cell that is wrong or doubtful."""
    upload = _upload(pk)
    book = annotate(upload.source.path, filename=upload.filename, notes=notes(upload))
    name = f"{Path(upload.filename).stem} – {_('notes')}.xlsx"
    return FileResponse(BytesIO(book), as_attachment=True, filename=name)


def _edition(number):
    editions = Edition.objects.select_related("published_by", "restores", "source")
    return get_object_or_404(editions, pk=number)


def _tab(request):
    return request.GET.get("show"), request.GET.get("page")


def tell_published(request, edition):
    number = in_digits(edition.number, language())
    date = format_date(edition.updated_on, language())
    said = _("Published list number %(number)s is now in force. Updated: %(date)s")
    messages.success(request, said % {"number": number, "date": date})


def _upload(pk):
    uploads = Upload.objects.select_related("source", "base", "edition", "by")
    return get_object_or_404(uploads, pk=pk)


def _waiting(request, upload):
    looks = request.GET.get("looks", "")
    looks = int(looks) if looks.isascii() and looks.isdigit() and len(looks) < 6 else 0
    context = {"upload": upload, "next": looks + 1, "late": looks >= PATIENCE}
    part = "directory/_edition_waiting.html"
    return render(
        request, part if request.htmx else PREVIEW, context | {"waiting": True}
    )


def _ready(request, upload, show, choosing=None, form=None, status=200):
    preview = Preview(upload, show, choosing)
    pages = Paginator(preview.rows, preview.per_page)
    said = {"updated_on": upload.updated_on, "seen": upload.stamp}
    context = {
        "upload": upload,
        "preview": preview,
        "page": pages.get_page(request.GET.get("page")),
        "form": form or PublishForm(initial=said),
    }
    return render(request, PREVIEW, context, status=status)


def _ready_again(request, upload, form):
    """The same page with what was typed, unless it is no longer the same."""
    if not upload.is_ready or form.data.get("seen") != upload.stamp:
        raise ListChanged
    return _ready(request, upload, None, form=form, status=422)
