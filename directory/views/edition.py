"""The clerk's way of a workbook: upload, look at the difference, publish or discard."""

from functools import wraps
from io import BytesIO
from pathlib import Path

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError, OperationalError
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRefresh

from directory.actions.edition import discard, publish
from directory.actions.errors import CannotPublish, Closed, ListChanged
from directory.actions.upload import choose, receive
from directory.forms import ChoosingForms, PublishForm, UploadForm
from directory.models import Upload
from directory.preview import Preview, notes
from innovation_portal.access.guard import needs
from innovation_portal.bangla.calendar import format_date
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language
from innovation_portal.sheets import SheetError, annotate

PREVIEW = "directory/edition_preview.html"
RIGHT = "directory.publish"
PATIENCE = 15  # looks at a waiting upload before the page says that it takes long
# SQLSTATE: deadlock detected, lock not available, an office just made by another hand
LOCKED = {"40P01", "55P03", "23505"}


def tells(view):
    """What stops an action is told on the preview, which shows how things stand."""

    @wraps(view)
    def telling(request, pk):
        address = reverse("directory:edition_preview", args=[pk])
        try:
            return view(request, pk)
        except ListChanged:
            return redirect(f"{address}?changed=1")
        except (CannotPublish, SheetError) as error:
            messages.error(request, str(error))
        except (OperationalError, IntegrityError) as error:
            if getattr(error.__cause__, "pgcode", None) not in LOCKED:
                raise
            busy = _("Another publication is under way; try again in a moment.")
            messages.error(request, busy)
        return redirect(address)

    return telling


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
@tells
def edition_choose(request, pk):
    """How the workbook is meant, said on one page; it is compared again."""
    upload = _upload(pk)
    if not upload.is_open:
        raise Closed
    if request.POST.get("seen") != upload.stamp or not upload.is_ready:
        raise ListChanged
    forms = ChoosingForms(upload, request.POST)
    if not forms.is_valid():
        return _ready(request, upload, "reading", forms, status=422)
    choose(upload=upload, choices=forms.choices, by=request.user)
    return redirect("directory:edition_preview", pk)


@require_POST
@needs(RIGHT)
@tells
def edition_publish(request, pk):
    upload, form = _upload(pk), PublishForm(request.POST)
    if not form.is_valid():
        return _ready_again(request, upload, form)
    edition = publish(upload=upload, by=request.user, **form.cleaned_data)
    number = in_digits(edition.number, language())
    date = format_date(edition.updated_on, language())
    said = _("Published list number %(number)s is now in force. Updated: %(date)s")
    messages.success(request, said % {"number": number, "date": date})
    return redirect("directory:entry_list")


@needs(RIGHT)
@tells
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
@tells
def edition_notes(request, pk):
    """The workbook as it came, with a note on each cell that is wrong or doubtful."""
    upload = _upload(pk)
    book = annotate(upload.source.path, filename=upload.filename, notes=notes(upload))
    name = f"{Path(upload.filename).stem} – {_('notes')}.xlsx"
    return FileResponse(BytesIO(book), as_attachment=True, filename=name)


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
