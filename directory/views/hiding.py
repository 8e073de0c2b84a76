"""The branch says which numbers visitors do not see: of all lines, or of one."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from directory.actions.hiding import hide
from directory.forms.hiding import HidingForm
from directory.models import Entry, Hidden
from directory.views.edition import RIGHT, tells
from innovation_portal.access.guard import needs


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
@tells("hiding_change")
def hiding_change(request):
    form = _form(request, None)
    if form.is_valid():
        return _hidden(request, form, None)
    lines = Hidden.objects.exclude(line=None).values("line")
    entries = Entry.objects.current().in_order().filter(line__in=lines)
    context = {"form": form, "entries": entries}
    return render(request, "directory/hiding_change.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
@tells("hiding_line")
def hiding_line(request, number):
    entry = get_object_or_404(Entry.objects.current(), line=number)
    form = _form(request, number)
    if form.is_valid():
        return _hidden(request, form, number)
    context = {"form": form, "entry": entry}
    return render(request, "directory/hiding_line.html", context)


def _form(request, line):
    chosen = Hidden.objects.filter(line=line).values_list("column", flat=True)
    sent = request.POST if request.method == "POST" else None
    return HidingForm(sent, initial={"columns": list(chosen)})


def _hidden(request, form, line):
    hide(columns=form.cleaned_data["columns"], line=line, by=request.user)
    messages.success(request, _("Saved. It holds at once, in every page and file."))
    return redirect("directory:hiding_change")
