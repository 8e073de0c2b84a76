"""Signing in and out; guesses are throttled per name and address."""

from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView, LogoutView

from innovation_portal.access.forms import SignInForm

sign_in = LoginView.as_view(
    template_name="access/sign_in.html", authentication_form=SignInForm
)
sign_out = login_not_required(LogoutView.as_view())
