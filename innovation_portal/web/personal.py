"""A page is personal when a session cookie came with it, and only then.

Public pages touch no session: they set no cookie, vary by none, and can be kept by
any cache. Personal pages are never stored.
"""

import time

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.auth.middleware import AuthenticationMiddleware
from django.contrib.auth.models import AnonymousUser
from django.contrib.messages import get_messages
from django.utils.cache import patch_cache_control
from django.utils.functional import SimpleLazyObject

from innovation_portal.access.rights import rights_of
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
    """A session ends a working day after it began, however busy it was."""
    if SESSION_KEY not in request.session:
        return
    began = request.session.setdefault("began", time.time())
    if time.time() - began > settings.SESSION_ABSOLUTE_AGE:
        request.session.flush()


def page_context(request):
    """What every page's frame needs; messages belong to personal pages alone.

    ``rights`` are for menus: they cost one query, and only where they are asked for.
    """
    personal = getattr(request, "personal", False)
    return {
        "user": getattr(request, "user", AnonymousUser()),
        "personal": personal,
        "rights": SimpleLazyObject(lambda: rights_of(request.user)),
        "messages": get_messages(request) if personal else (),
        "bangla_address": in_language(request.get_full_path(), "bn"),
        "english_address": in_language(request.get_full_path(), "en"),
        "release": settings.RELEASE,
    }
