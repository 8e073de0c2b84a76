"""Every page of the sitemap × everyone × GET and POST, in both languages.

The sitemap is walked, so a page that tests/matrix.py does not list fails here.
"""

import pytest
from django.db import connection, transaction
from django.urls import NoReverseMatch, URLPattern, get_resolver, reverse
from django.utils import translation

from tests.cast import EVERYONE
from tests.matrix import MATRIX

# Each personal request prolongs its session; a download is counted without a name.
MOVING = {"django_session", "directory_dailycount"}


def url_names(resolver=None, namespaces=()):
    """The names of all addresses, with their namespaces."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield ":".join((*namespaces, entry.name or str(entry.pattern)))
        else:
            inner = (entry.namespace,) if entry.namespace else ()
            yield from url_names(entry, (*namespaces, *inner))


def address(name, cast, language):
    with translation.override(language):
        try:
            return reverse(name, kwargs=MATRIX[name].address(cast))
        except NoReverseMatch:
            pytest.fail(f"tests/matrix.py gives no fitting address for {name}.")


def tables():
    """A digest of each table's rows, all asked for at once."""
    with connection.cursor() as cursor:
        names = sorted(set(connection.introspection.table_names(cursor)) - MOVING)
        cursor.execute(
            " UNION ALL ".join(
                f"SELECT '{name}', md5(string_agg(t::text, '|' ORDER BY t::text))"
                f' FROM "{name}" t'
                for name in names
            )
        )
        return dict(cursor.fetchall())


def answers(cast, method, url):
    """What each of the cast gets, each from the same state of the database."""
    codes = {}
    for who in EVERYONE:
        with transaction.atomic():
            codes[who] = getattr(cast[who], method)(url).status_code
            transaction.set_rollback(True)
    return codes


def test_every_page_has_a_row():
    missing = sorted(set(url_names()) - set(MATRIX))
    assert not missing, f"Say in tests/matrix.py who may see: {', '.join(missing)}"


def test_every_row_has_a_page():
    assert sorted(set(MATRIX) - set(url_names())) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", MATRIX)
def test_answers(name, cast):
    url = address(name, cast, "bn")
    before = tables()
    assert {who: cast[who].get(url).status_code for who in EVERYONE} == MATRIX[name].get
    assert tables() == before, "A GET has written."
    assert answers(cast, "post", url) == MATRIX[name].post


@pytest.mark.slow
@pytest.mark.parametrize("name", MATRIX)
def test_answers_in_english(name, cast):
    url = address(name, cast, "en")
    assert answers(cast, "get", url) == MATRIX[name].get


@pytest.mark.slow
@pytest.mark.parametrize("name", MATRIX)
def test_writing_needs_the_secret_of_the_form(name, cast):
    """Without its CSRF token no POST is taken, whoever sends it."""
    url = address(name, cast, "bn")
    before = tables()
    for who, code in MATRIX[name].post.items():
        cast[who].handler.enforce_csrf_checks = True
        expected = {403} if code in {200, 404} else {302, 403, 405}
        if not MATRIX[name].secret:
            expected = {code}
        assert {cast[who].post(url).status_code} <= expected
    assert tables() == before
