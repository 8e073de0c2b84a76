"""People, for the administrators of their offices."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)
from django_tables2 import RequestConfig

from innovation_portal.access import actions
from innovation_portal.access.filters import UserFilter
from innovation_portal.access.forms import UserChangeForm, UserForm
from innovation_portal.access.guard import get_or_404_for, needs
from innovation_portal.access.models import User
from innovation_portal.access.rights import may_give, may_manage, offices_in_reach
from innovation_portal.access.tables import UserTable
from innovation_portal.web.pages import TablePaginator

PAGE = {"paginator_class": TablePaginator}
RIGHT = "access.appoint"


@require_safe
@needs(RIGHT)
def user_list(request):
    reach = offices_in_reach(request.user, RIGHT)
    people = User.objects.in_offices(reach).in_order().with_roles()
    chosen = UserFilter(request.GET, people)
    table = UserTable(chosen.qs)
    RequestConfig(request, paginate=PAGE).configure(table)
    context = {"table": table, "filter": chosen}
    return render(request, "access/user_list.html", context)


@require_safe
@needs(RIGHT)
def user_detail(request, pk):
    user = _user(request, pk)
    appointments = user.appointments.in_order()
    context = {
        "person": user,
        "manageable": may_manage(request.user, user) and user != request.user,
        "appointments": appointments,
        "ends": {held.pk for held in appointments if _may_end(request.user, held)},
    }
    return render(request, "access/user_detail.html", context)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def user_create(request):
    form = UserForm(request.POST or None, by=request.user)
    if not form.is_valid():
        return render(request, "access/user_create.html", {"form": form})
    user, password = actions.create_user(**form.cleaned_data, by=request.user)
    return _show_password(request, user, password)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(RIGHT)
def user_change(request, pk):
    user = _user(request, pk)
    form = UserChangeForm(request.POST or None, instance=user, by=request.user)
    if form.is_valid() and form.run(
        actions.change_user, user=user, **form.cleaned_data, by=request.user
    ):
        messages.success(request, _("Saved."))
        return redirect("access:user_detail", pk)
    context = {"form": form, "person": user}
    return render(request, "access/user_change.html", context)


@never_cache
@require_POST
@needs(RIGHT)
def user_password(request, pk):
    """A temporary password, shown this once."""
    user = _user(request, pk)
    try:
        password = actions.give_password(user=user, by=request.user)
    except ValidationError as error:
        return _refused(request, error, pk)
    return _show_password(request, user, password)


@require_POST
@needs(RIGHT)
def user_sessions(request, pk):
    user = _user(request, pk)
    try:
        actions.end_sessions(user=user, by=request.user)
    except ValidationError as error:
        return _refused(request, error, pk)
    messages.success(request, _("All sessions of this person have been ended."))
    return redirect("access:user_detail", pk)


@require_POST
@needs(RIGHT)
def user_active(request, pk):
    """Bar or let in again, as the button says."""
    user = _user(request, pk)
    active = request.POST.get("active") == "yes"
    try:
        actions.set_active(user=user, active=active, by=request.user)
    except ValidationError as error:
        return _refused(request, error, pk)
    messages.success(request, _("Saved."))
    return redirect("access:user_detail", pk)


def _user(request, pk):
    return get_or_404_for(
        request.user, RIGHT, User.objects.select_related("office"), pk=pk
    )


def _may_end(user, appointment):
    given = may_give(user, appointment.role, appointment.office)
    return given and not appointment.is_over and appointment.user != user


def _refused(request, error, pk):
    messages.error(request, error.messages[0])
    return redirect("access:user_detail", pk)


def _show_password(request, user, password):
    context = {"person": user, "password": password}
    return render(request, "access/user_password.html", context)
