"""When a public page counts: whole answers to GET, never a 304, each search once."""

from functools import wraps
from urllib.parse import parse_qs, urlsplit

from directory.actions.count import count


def counts(kind, when=lambda request: True):
    """Count the answers of a view; outermost, since drawn pages skip the view."""

    def decorate(view):
        @wraps(view)
        def page(request, *args, **kwargs):
            response = view(request, *args, **kwargs)
            whole = request.method == "GET" and response.status_code == 200
            if whole and when(request):
                count(kind)
            return response

        return page

    return decorate


def begins_search(request):
    """Whether words are asked for that do not merely go on from the page before.

    While someone types, each pause sends what stands there so far, from a page whose
    address says what stood there before; so do the next page and another order.
    """
    words = _words(request.GET.get("q", ""))
    before = _words_of(
        request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    )
    goes_on = before and (words.startswith(before) or before.startswith(words))
    return bool(words) and not goes_on


def _words_of(address):
    try:
        asked = parse_qs(urlsplit(address).query, max_num_fields=100)
    except ValueError:
        return ""
    return _words(asked.get("q", [""])[-1])


def _words(text):
    return " ".join(text.split()).casefold()
