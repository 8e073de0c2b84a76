"""The ministry's offices: shown to all, changed by those who hold the right."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from innovation_portal.access.guard import get_or_404_for, needs
from innovation_portal.access.rights import offices_in_reach
from innovation_portal.organisation.actions import office as actions
from innovation_portal.organisation.forms.office import RIGHT, CloseForm, OfficeForm
from innovation_portal.organisation.models import Office
from innovation_portal.organisation.tree import nested
from innovation_portal.web.revision import public_page


def revision(request):
    """How often offices were changed; the record only grows."""
    return Office.pgh_event_model.objects.count()


@public_page(revision)
@require_safe
def office_tree(request):
    context = {"tree": nested(Office.objects.open()), "editable": _editable(request)}
    return render(request, "organisation/office_tree.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def office_create(request):
    form = OfficeForm(request.POST or None, by=request.user)
    if form.is_valid() and form.run(
        actions.create_office, **form.cleaned_data, by=request.user
    ):
        messages.success(request, _("Saved."))
        return redirect("organisation:office_tree")
    return render(request, "organisation/office_create.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def office_change(request, pk):
    office = _office(request, pk)
    form = OfficeForm(request.POST or None, instance=office, by=request.user)
    if form.is_valid() and form.run(
        actions.change_office, office=office, **form.cleaned_data, by=request.user
    ):
        messages.success(request, _("Saved."))
        return redirect("organisation:office_tree")
    former = office.former_names.order_by("-until")
    context = {"form": form, "office": office, "former_names": former}
    return render(request, "organisation/office_change.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def office_close(request, pk):
    office = _office(request, pk)
    form = CloseForm(request.POST or None)
    if form.is_valid() and form.run(
        actions.close_office, office=office, **form.cleaned_data, by=request.user
    ):
        messages.success(request, _("The office has been closed."))
        return redirect("organisation:office_tree")
    context = {"form": form, "office": office}
    return render(request, "organisation/office_close.html", context)


def _office(request, pk):
    return get_or_404_for(request.user, RIGHT, Office.objects.open(), pk=pk)


def _editable(request):
    """The keys of the offices that this reader may change."""
    if not request.user.is_authenticated:
        return frozenset()
    reach = offices_in_reach(request.user, RIGHT)
    return frozenset(reach.values_list("pk", flat=True))
