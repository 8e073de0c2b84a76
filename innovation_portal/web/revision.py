"""Public pages answer 304 from one narrow query, before any table is read."""

from functools import wraps
from hashlib import sha256

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition


def public_page(revision):
    """Open a view to everyone, with an ETag made of ``revision(request)``.

    The revision changes whenever what the page shows does. Path with query (and so
    language), release and today's date are added here. Personal pages (with a
    session cookie) are never answered this way.
    """

    def decorate(view):
        kept = condition(etag_func=lambda request, *a, **k: _etag(request, revision))(
            view
        )

        @wraps(view)
        def page(request, *args, **kwargs):
            if request.personal:
                return view(request, *args, **kwargs)
            response = kept(request, *args, **kwargs)
            patch_cache_control(response, no_cache=True)
            return response

        return login_not_required(page)

    return decorate


def _etag(request, revision):
    parts = (
        request.get_full_path(),
        settings.RELEASE,
        timezone.localdate().isoformat(),
        str(revision(request)),
    )
    return f'"{sha256(chr(0).join(parts).encode()).hexdigest()[:32]}"'
