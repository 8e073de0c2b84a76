"""Designations in their order of precedence, for those who keep the organisation."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from directory.actions.designation import change_designation, create_designation
from directory.forms.designation import DesignationForm
from directory.models import Designation
from innovation_portal.access.guard import needs

RIGHT = "organisation.edit"


@require_safe
@needs(RIGHT, everywhere=True)
def designation_list(request):
    context = {"designations": Designation.objects.all()}
    return render(request, "directory/designation_list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT, everywhere=True)
def designation_create(request):
    form = DesignationForm(request.POST or None)
    if form.is_valid() and form.run(
        create_designation, **form.cleaned_data, by=request.user
    ):
        messages.success(request, _("Saved."))
        return redirect("directory:designation_list")
    return render(request, "directory/designation_create.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT, everywhere=True)
def designation_change(request, pk):
    designation = get_object_or_404(Designation, pk=pk)
    form = DesignationForm(request.POST or None, instance=designation)
    if form.is_valid() and form.run(
        change_designation,
        designation=designation,
        **form.cleaned_data,
        by=request.user,
    ):
        messages.success(request, _("Saved."))
        return redirect("directory:designation_list")
    context = {"form": form, "designation": designation}
    return render(request, "directory/designation_change.html", context)
