"""Files of sittings: uploaded, looked at with all that is wrong, taken or put aside."""  # noqa: N999 - addresses say import

from io import BytesIO
from pathlib import Path

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from innovation_portal.access.guard import needs
from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language
from innovation_portal.sheets import SheetError, annotate
from schedule.actions.importing import discard, take_import
from schedule.exporting import form_book
from schedule.forms.importing import ImportForm, TakeForm
from schedule.importing.comparing import lines_of
from schedule.importing.preview import Preview
from schedule.importing.understanding import RIGHT
from schedule.models import Import

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PAGE = "schedule/import_preview.html"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def import_upload(request):
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ImportForm(*sent, by=request.user)
    if form.is_valid() and (upload := form.save()):
        return redirect("schedule:import_preview", upload.pk)
    uploads = Import.objects.filter(by=request.user, state=Import.State.OPEN)
    context = {"form": form, "uploads": uploads[:10]}
    return render(request, "schedule/import_upload.html", context)


@require_safe
@needs(RIGHT)
def import_form(request):
    """The empty workbook, with our headings and two samples."""
    answer = HttpResponse(form_book(), content_type=XLSX)
    answer["Content-Disposition"] = 'attachment; filename="sittings_form.xlsx"'
    return answer


@require_safe
@needs(RIGHT)
def import_preview(request, pk):
    return _shown(request, _upload(request, pk))


@require_POST
@needs(RIGHT)
def import_take(request, pk):
    """Enter the ticked lines, all of them or none."""
    upload = _upload(request, pk)
    lines = lines_of(upload, request.user)
    form = TakeForm(request.POST, lines=lines)
    if not form.is_valid():
        return _shown(request, upload, lines, form)
    numbers = set(form.cleaned_data["rows"])
    if not form.run(take_import, upload=upload, numbers=numbers, by=request.user):
        return _shown(request, upload, form=form)
    _tell_entered(request, len(numbers))
    return redirect("schedule:import_preview", pk)


@require_POST
@needs(RIGHT)
def import_discard(request, pk):
    upload = _upload(request, pk)
    if upload.is_open:
        discard(upload=upload)
        messages.success(request, _("The file was put aside; nothing was entered."))
    return redirect("schedule:import_upload")


@require_safe
@needs(RIGHT)
def import_notes(request, pk):
    """The workbook as it came, with a note on each cell that is wrong or clashes."""
    upload = _upload(request, pk)
    if upload.is_calendar:
        raise Http404
    notes = Preview(upload, lines_of(upload, request.user), request.user).notes
    try:
        book = annotate(upload.source.path, filename=upload.filename, notes=notes)
    except SheetError as error:
        messages.error(request, str(error))
        return redirect("schedule:import_preview", pk)
    name = f"{Path(upload.filename).stem} – {_('notes')}.xlsx"
    return FileResponse(BytesIO(book), as_attachment=True, filename=name)


def _upload(request, pk):
    """One's own file: it may hold closed sittings of any office in one's reach."""
    imports = Import.objects.select_related("source")
    return get_object_or_404(imports, pk=pk, by=request.user)


def _shown(request, upload, lines=None, form=None):
    if not upload.is_open:
        return render(request, PAGE, {"upload": upload})
    lines = lines_of(upload, request.user) if lines is None else lines
    form = form or TakeForm(lines=lines)
    preview = Preview(upload, lines, request.user)
    context = {"upload": upload, "preview": preview, "form": form}
    return render(request, PAGE, context, status=422 if form.errors else 200)


def _tell_entered(request, count):
    said = ngettext(
        "%(count)s sitting has been entered.",
        "%(count)s sittings have been entered.",
        count,
    )
    messages.success(request, said % {"count": in_digits(count, language())})
