"""What no page ever takes: other methods, and bodies over the limit of uploads."""

from django.conf import settings
from django.http import HttpResponseNotAllowed

from innovation_portal.web.errors import too_large

METHODS = ("GET", "HEAD", "POST")
FORM_ROOM = 512 * 1024  # bytes for the fields beside an uploaded file


class BoundsMiddleware:
    """Refuse before anything is read; the form itself still measures the file."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if _length(request) > settings.UPLOAD_LIMIT + FORM_ROOM:
            return too_large(request)
        return self.get_response(request)


def _length(request):
    """Bytes announced; Django reads no more than that, and nothing where unsaid."""
    announced = request.META.get("CONTENT_LENGTH") or "0"
    return int(announced) if announced.isascii() and announced.isdigit() else 0
