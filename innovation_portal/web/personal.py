"""A page is personal when a session cookie came with it, and only then.

Public pages touch no session: they set no cookie, vary by none, and can be kept by
any cache. Personal pages are never stored.
"""

import time

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.utils.cache import patch_cache_control

from innovation_portal.web.language import in_language


class PersonalPagesMiddleware(AuthenticationMiddleware):
    def process_request(self, request):
        request.personal = settings.SESSION_COOKIE_NAME in request.COOKIES
        if not request.personal:
            request.user = AnonymousUser()
            return
        _end_old_session(request)
        super().process_request(request)

    def process_response(self, request, response):
        if request.personal or response.cookies:
            patch_cache_control(response, no_store=True, private=True)
        return response


def _end_old_session(request):
    """A session ends a working day after the sign-in, however busy it was."""
    began = request.session.get("began")
    if began is not None and time.time() - began > settings.SESSION_ABSOLUTE_AGE:
        logout(request)


def page_context(request):
    """What every page's frame needs; messages belong to personal pages alone."""
    personal = getattr(request, "personal", False)
    return {
        "user": getattr(request, "user", AnonymousUser()),
        "personal": personal,
        "messages": get_messages(request) if personal else (),
        "bangla_address": in_language(request.get_full_path(), "bn"),
        "english_address": in_language(request.get_full_path(), "en"),
        "release": settings.RELEASE,
    }
