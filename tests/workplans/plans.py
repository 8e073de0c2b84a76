"""Formats, calls and plans for tests; what a test relies on, it says itself."""

from datetime import date
from itertools import count

from tests.factories import OfficeFactory
from workplans.actions.item import put_rows
from workplans.actions.plan import start
from workplans.actions.step import approve, submit
from workplans.models import Call, Column, Format, Period

COLUMNS = (  # the key, the heading, the kind, whether it must be filled
    ("serial", "ক্রমিক নং", "serial", False),
    ("subject", "করণীয় বিষয়", "text", True),
    ("implementer", "বাস্তবায়নকারী", "who", True),
    ("duration", "মেয়াদ", "duration", False),
    ("estimated_cost", "প্রাক্কলিত ব্যয়", "money", False),
)
_next = count(1)


def a_format(columns=COLUMNS, **values):
    number = next(_next)
    said = {"name": f"ছক {number}", "title": "{office}: {period} সালের কর্মপরিকল্পনা"}
    made = Format.objects.create(**said | values)
    for order, (key, title, kind, required) in enumerate(columns, 1):
        Column.objects.create(
            format=made,
            order=order,
            key=key,
            title=title,
            kind=kind,
            required=required,
            level=100 if kind == "level" else None,
            width=100 // len(columns),
        )
    return made


def call(year=2017, **values):
    """A call for the plans of a calendar year, due on the last of January."""
    period, _made = Period.objects.get_or_create(
        label_bn=str(year),
        defaults={"first_on": date(year, 1, 1), "last_on": date(year, 12, 31)},
    )
    said = {"due_on": date(year, 1, 31), **values}
    said["format"] = values.get("format") or a_format()
    return Call.objects.create(period=period, **said)


def row(subject="ই-টেলিফোন ডিরেক্টরি", **cells):
    return {"subject": subject, "implementer": "আইসিটি অধিশাখা"} | cells


def plan(*rows, office=None, **values):
    """A draft with these rows, each a dict of cells."""
    asked = values.pop("call", None) or call(next(_next) + 2000)
    made = start(call=asked, office=office or OfficeFactory(), by=None, **values)
    put_rows(plan=made, rows=rows, by=None)
    return made


def submitted(*rows, **values):
    made = plan(*(rows or (row(),)), **values)
    return submit(plan=made, sequence=0, by=None)


def approved(*rows, **values):
    made = submitted(*rows, **values)
    return approve(plan=made, sequence=1, ground="সভার কার্যবিবরণী, ১২/০১/২০১৭", by=None)
