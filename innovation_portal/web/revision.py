"""Public pages answer 304 from one narrow query, before any table is read."""

from collections import OrderedDict
from functools import wraps
from hashlib import sha256
from threading import Lock

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_cache_control

HTML = "text/html; charset=utf-8"


class DrawnPages:
    """Pages as this process last drew them, by ETag; those asked for last are kept.

    Drawing fifty lines costs a hundred times the query that tells their revision.
    """

    def __init__(self, pages, longest, kind=HTML):
        self.pages, self.longest, self.kind = pages, longest, kind  # a number, bytes
        self._kept, self._lock = OrderedDict(), Lock()

    def get(self, etag):
        """The page as a new response, or None."""
        with self._lock:
            if body := self._kept.get(etag):
                self._kept.move_to_end(etag)
        return body and HttpResponse(body, content_type=self.kind)

    def keep(self, etag, response):
        """Take a page of its kind that is all in its body; leave any other."""
        head = [*response.items(), *response.cookies]
        plain = response.status_code == 200 and head == [("Content-Type", self.kind)]
        if not plain or response.streaming or len(response.content) > self.longest:
            return
        with self._lock:
            self._kept[etag] = response.content
            while len(self._kept) > self.pages:
                self._kept.popitem(last=False)

    def clear(self):
        with self._lock:
            self._kept.clear()


drawn = DrawnPages(pages=64, longest=256 * 1024)


def public_page(revision):
    """Open a view to everyone, with an ETag made of ``revision(request)``.

    The revision changes whenever what the page shows does. Path with query (and so
    language), release and today's date are added here. Personal pages (with a
    session cookie) are never answered this way.
    """

    def decorate(view):
        @wraps(view)
        def page(request, *args, **kwargs):
            if request.personal or request.method not in {"GET", "HEAD"}:
                return view(request, *args, **kwargs)
            etag = _etag(request, revision)
            response = get_conditional_response(request, etag=etag) or drawn.get(etag)
            if response is None:
                response = view(request, *args, **kwargs)
                drawn.keep(etag, response)
            response.headers["ETag"] = etag
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
