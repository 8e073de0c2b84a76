"""Writes carry who and where into the record of changes; reads do not.

On reads the context would only cost, and would make pages vary by cookie.
"""

import pghistory


class WritesInContextMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.method in {"GET", "HEAD", "OPTIONS"}:
            return self.get_response(request)
        name = getattr(request.user, "full_name", None)
        with pghistory.context(user=request.user.pk, name=name, address=request.path):
            return self.get_response(request)
