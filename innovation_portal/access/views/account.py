"""One's own account: what one may do and until when, and one's password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import PasswordChangeForm
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from innovation_portal.access import actions


@require_safe
def account_detail(request):
    context = {"appointments": request.user.appointments.in_order()}
    return render(request, "access/account_detail.html", context)


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
def account_password(request):
    """A new password; this session goes on, all others end."""
    form = PasswordChangeForm(request.user, request.POST or None)
    if not form.is_valid():
        return render(request, "access/account_password.html", {"form": form})
    password = form.cleaned_data["new_password1"]
    actions.set_password(user=request.user, password=password, by=request.user)
    update_session_auth_hash(request, request.user)
    messages.success(request, _("Your password has been changed."))
    return redirect("access:account_detail")
