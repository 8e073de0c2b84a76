"""Giving a role, and taking it away before its term."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from innovation_portal.access import actions
from innovation_portal.access.forms import AppointmentForm, EndForm
from innovation_portal.access.guard import get_or_404_for, needs
from innovation_portal.access.models import Appointment, User

RIGHT = "access.appoint"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def appointment_create(request, pk):
    user = get_or_404_for(request.user, RIGHT, User, pk=pk)
    form = AppointmentForm(request.POST or None, user=user, by=request.user)
    if form.is_valid() and form.run(
        actions.appoint, user=user, **form.cleaned_data, by=request.user
    ):
        messages.success(request, _("The role has been given."))
        return redirect("access:user_detail", pk)
    context = {"form": form, "person": user}
    return render(request, "access/appointment_create.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def appointment_end(request, pk):
    held = Appointment.objects.select_related("user", "office")
    appointment = get_or_404_for(request.user, RIGHT, held, pk=pk)
    form = EndForm(request.POST or None)
    if form.is_valid() and form.run(
        actions.end_appointment,
        appointment=appointment,
        **form.cleaned_data,
        by=request.user,
    ):
        messages.success(request, _("The role has been taken away."))
        return redirect("access:user_detail", appointment.user_id)
    context = {"form": form, "appointment": appointment}
    return render(request, "access/appointment_end.html", context)
