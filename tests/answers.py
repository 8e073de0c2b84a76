"""How a row of the matrix is written; tests/matrix.py tells what it means."""

from dataclasses import dataclass, field

from tests.cast import EVERYONE, ROLE_KEYS


@dataclass(frozen=True)
class Row:
    get: dict
    post: dict
    address: object = field(default=lambda cast: {})
    secret: bool = True  # asked for by each POST; False where none changes anything


def _answers(get, post, **fewer):
    return {
        "get": dict.fromkeys(EVERYONE, get) | fewer,
        "post": dict.fromkeys(EVERYONE, post) | fewer,
    }


def open_to_all(get=200, post=405, **kwargs):
    return Row(**_answers(get, post), **kwargs)


def signed_in(get=200, post=405, **kwargs):
    return Row(**_answers(get, post, visitor=302, inactive=302), **kwargs)


def for_roles(*roles, get=200, post=405, elsewhere=None, **kwargs):
    refused = {who: 403 for who in ("plain", *ROLE_KEYS) if who not in roles}
    if elsewhere:
        refused["elsewhere"] = elsewhere
    answers = _answers(get, post, visitor=302, inactive=302, **refused)
    for method, code in (("get", get), ("post", post)):
        if code == 405:  # the method is refused before the right is asked
            answers[method] |= dict.fromkeys(("plain", *ROLE_KEYS, "elsewhere"), 405)
    return Row(**answers, **kwargs)
