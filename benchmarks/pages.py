"""The list's first page under gunicorn, beside an empty page of the same middleware."""

from datetime import date

from django.core.files.base import ContentFile
from django.db import connections

from benchmarks import lists, serving
from benchmarks.million import fill
from benchmarks.scratch import result
from directory.actions.edition import publish
from directory.actions.upload import compare_upload, receive

LIST, EMPTY = "/directory/", "/bench/empty/"
BASELINE = "an empty page with the same middleware"


def page_cached():
    """Asked again by a browser that has the page: 304 by its ETag."""
    _publish(1000)
    with serving.portal() as place:
        known = serving.etag_of(place, LIST)
        rates = serving.rates(place, {"page": (LIST, known), "empty": (EMPTY, None)})
    return result(rates["page"], rates["empty"], BASELINE, unit="requests/s")


def page_first():
    """Asked for by a browser that does not have the page: fifty lines.

    ``drawn`` is the rate where no other browser has asked for the same page before.
    """
    _publish(1000)
    asked = {name: (path, None) for name, path in (("page", LIST), ("empty", EMPTY))}
    with serving.portal() as place:
        rates = serving.rates(place, asked | {"drawn": (f"{LIST}?n={{n}}", None)})
    drawn = round(rates["drawn"], 1)
    return result(
        rates["page"], rates["empty"], BASELINE, unit="requests/s", drawn=drawn
    )


def page_1m():
    """A page drawn anew out of a million lines, beside one out of a thousand."""
    _publish(1000)
    few = _seconds_to_draw()
    with connections["owner"].cursor() as cursor:
        cursor.execute("TRUNCATE directory_edition, directory_word CASCADE")
    fill(1_000_000)
    return result(_seconds_to_draw(), few, "the same page at 1,000 lines")


def _seconds_to_draw():
    with serving.portal() as place:
        rates = serving.rates(place, {"drawn": (f"{LIST}?n={{n}}", None)})
    return 1 / rates["drawn"]


def _publish(count):
    file = ContentFile(lists.workbook(count))
    upload = receive(
        file=file, filename="list.xlsx", updated_on=date(2017, 2, 12), by=None
    )
    compare_upload.func(upload.pk)
    upload.refresh_from_db()
    publish(upload=upload, by=None)
