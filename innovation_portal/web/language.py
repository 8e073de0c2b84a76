"""The path decides the language: /en/… is English, all else Bangla.

No cookie and no header takes part, so that one address always shows one page.
"""

from django.conf import settings
from django.utils import translation

ENGLISH = "/en/"


def language_of(path):
    return "en" if f"{path}/".startswith(ENGLISH) else settings.LANGUAGE_CODE


def in_language(path, language):
    """The same page's address in the other language; ``//`` would name another host."""
    bare = f"/{path[len(ENGLISH) :].lstrip('/')}" if path.startswith(ENGLISH) else path
    return f"{ENGLISH[:-1]}{bare}" if language == "en" else bare


class PathLanguageMiddleware:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = language_of(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response
