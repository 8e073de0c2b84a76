"""Error pages in the user's language."""

import errno
import sys

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpResponse
from django.shortcuts import render
from django.template import loader
from django.utils.translation import get_language

from innovation_portal.web.language import in_language

FULL = {errno.ENOSPC, errno.EDQUOT}


def bad_request(request, exception):
    return _plain(request, "400.html", 400)


def forbidden(request, exception):
    return render(request, "403.html", status=403)


def stale_form(request, reason=""):
    """The form's secret did not fit: it lay open too long, or is not ours."""
    return render(request, "403_form.html", status=403)


def not_found(request, exception):
    return render(request, "404.html", status=404)


def too_large(request):
    return _plain(request, "413.html", 413)


def failed(request):
    """500; 503 where the database is away or overloaded, 507 where a disk is full."""
    error = sys.exception()
    if isinstance(error, (OperationalError, InterfaceError)):
        return _plain(request, "503.html", 503)
    if isinstance(error, OSError) and error.errno in FULL:
        return _plain(request, "507.html", 507)
    return _plain(request, "500.html", 500)


def _plain(request, template, status):
    """A page without user, session and query, for when these may be what failed."""
    context = {
        "LANGUAGE_CODE": get_language(),
        "bangla_address": in_language(request.path, "bn"),
        "english_address": in_language(request.path, "en"),
        "release": settings.RELEASE,
    }
    content = loader.get_template(template).render(context)
    return HttpResponse(content, status=status)
