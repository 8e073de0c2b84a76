import re
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

VALUES = {
    "amount": 1234567,
    "year": 2017,
    "pages": 18,
    "day": date(2017, 2, 12),
    "clock_time": time(10, 30),
    # Past midnight in Dhaka, still the day before in UTC.
    "moment": datetime(2017, 2, 11, 20, 30, tzinfo=UTC),
    "nothing": None,
}


def written(expression, language):
    with translation.override(language):
        template = Template("{% load bangla %}{{ " + expression + " }}")
        return template.render(Context(VALUES))


@pytest.mark.parametrize(
    ("expression", "bangla", "english"),
    [
        ("amount|number", "১২,৩৪,৫৬৭", "12,34,567"),
        ("year|digits", "২০১৭", "2017"),
        ('"৭ম তলা"|digits', "৭ম তলা", "7ম তলা"),
        ("day|long_date", "১২ ফেব্রুয়ারি ২০১৭", "12 February 2017"),
        ("day|short_date", "১২/০২/২০১৭", "12/02/2017"),
        ("day|month", "ফেব্রুয়ারি ২০১৭", "February 2017"),
        ("day|weekday", "রবিবার", "Sunday"),
        ("day|bangla_date", "৩০ মাঘ ১৪২৩", "30 Magh 1423"),
        ("pages|words", "আঠারো", "eighteen"),
        ("pages|words:True", "আঠার", "eighteen"),
        ("clock_time|clock", "সকাল ১০:৩০টা", "10:30 am"),
        ("moment|clock", "রাত ২:৩০টা", "2:30 am"),
        ("moment|long_date", "১২ ফেব্রুয়ারি ২০১৭", "12 February 2017"),
        ("moment|datetime", "১২ ফেব্রুয়ারি ২০১৭, রাত ২:৩০টা", "12 February 2017, 2:30 am"),
    ],
)
def test_filter_follows_the_language(expression, bangla, english):
    assert written(expression, "bn") == bangla
    assert written(expression, "en") == english


FILTERS = "number digits long_date short_date bangla_date weekday clock datetime words"


@pytest.mark.parametrize("name", FILTERS.split())
def test_nothing_is_written_for_nothing(name):
    assert written(f"nothing|{name}", "bn") == ""


def test_the_portal_speaks_bangla_where_no_language_is_active():
    with translation.override(None):
        assert Template("{% load bangla %}{{ 12|digits }}").render(Context()) == "১২"


# Django's own Bangla has ASCII digits and older names of months.
# "c" is ISO 8601, and so is what stands in an attribute.
FOR_MACHINES = re.compile(
    r"""\w+="[^"{]*{{[^}]*\|date:'[YmdcHis:\\T-]+' }}[^"]*"|\|date:"c"|{% now "c" %}"""
)
OF_DJANGO = re.compile(
    r"\|\s*(?:date|time|timesince|timeuntil|floatformat|localize)\b|{%\s*now\b"
    "|django.utils.(?:formats|dateformat|dates|timesince)|humanize"
)


@pytest.mark.parametrize("folder", ["templates", "innovation_portal", "directory"])
def test_people_read_no_date_that_django_wrote(folder):
    found = {
        path.name: OF_DJANGO.findall(FOR_MACHINES.sub("", path.read_text()))
        for path in (Path(settings.BASE_DIR) / folder).rglob("*.*")
        if path.suffix in {".html", ".txt", ".py"}
    }
    assert {name: hits for name, hits in found.items() if hits} == {}
