"""A small published list, and its lines edited by hand."""

from datetime import date

from directory.actions.line import Order
from directory.models import Entry
from tests.directory.lists import line
from tests.directory.uploads import csv_file, published

POST = {"office": "9551612", "section": "Law"}
KARIM = line(
    "জনাব মোঃ করিম", "Deputy Secretary", mobile="01711111111", email="ds1@x.bd", **POST
)
RAHIM = line(
    "জনাব রহিম উদ্দিন", "Joint Secretary", mobile="01722222222", office="9551613"
)
EMPTY = line("(শূন্য)", "Law officer", office="9551614", email="law@x.bd", section="Law")
DESK = line("", "Reception", office="9551615", wing="Services")
LINES = (KARIM, RAHIM, EMPTY, DESK)
TODAY = Order(date(2017, 3, 5), "০৫.০০১.১৭-৩", "")


def small_list():
    return published(csv_file(*LINES), updated_on=date(2017, 3, 1))


def present(**which):
    return Entry.objects.current().get(**which)


def karim():
    return present(post="Deputy Secretary")


def vacancy():
    return present(post="Law officer")


def said(*fields):
    return list(Entry.objects.current().in_order().values_list(*fields))
