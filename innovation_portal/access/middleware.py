"""Every page is closed unless its view says otherwise."""

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpResponseRedirect
from django.urls import reverse

CHANGE = "access:account_password"


class SignedInMiddleware(LoginRequiredMiddleware):
    """Closed pages need a sign-in, with a password that only its owner knows."""

    def process_view(self, request, view, args, kwargs):
        if not getattr(view, "login_required", True):
            return None
        if refusal := super().process_view(request, view, args, kwargs):
            return refusal
        temporary = request.user.password_is_temporary
        if temporary and request.resolver_match.view_name != CHANGE:
            return HttpResponseRedirect(reverse(CHANGE))
        return None

    def handle_no_permission(self, request, view):
        """To the sign-in page, which says so where a session has run out."""
        answer = super().handle_no_permission(request, view)
        if request.personal:
            answer["Location"] += "&ended=1"
        return answer
