"""Sittings as a workbook that, uploaded again, changes nothing; and its empty form."""

from collections import defaultdict
from datetime import date

from django.utils.translation import override

from innovation_portal.bangla.calendar import format_short_date
from innovation_portal.bangla.clock import format_time
from innovation_portal.sheets import Head, Table, workbook
from schedule.importing.columns import COLUMNS, KINDS, STATES, YES
from schedule.models import Chair, Participant, Room
from schedule.showing import shown

TITLES = ("শিল্প মন্ত্রণালয়", "সভাসূচি")
LONGEST_CELL = 32_000  # signs; Excel takes 32,767
SAMPLE_DAY = date(2017, 2, 14)  # long over: samples left in a form are not entered


def sittings_book(sittings, user):
    """The bytes of an .xlsx with sittings as a user may see them, in Bangla."""
    with override("bn"):
        sittings = list(sittings)
        people = _people(sittings)
        names = {one.chair_id: one.chair.name for one in sittings}
        rows = [_row(one, names, people) for one in shown(sittings, user)]
        return _book(rows, (*TITLES, _span(rows)) if rows else TITLES)


def form_book():
    """The bytes of an .xlsx with our headings and two sittings as samples."""
    with override("bn"):
        return _book([_cells(sample) for sample in _samples()], ())


def _book(rows, titles):
    table = Table(
        name="সভা",
        titles=titles,
        widths=[column.width for column in COLUMNS.values()],
        heads=[[Head(column.heading) for column in COLUMNS.values()]],
        rows=rows,
    )
    return workbook([table])


def _span(rows):
    days = [row[list(COLUMNS).index("date")] for row in rows]
    return " – ".join(format_short_date(day, "bn") for day in (min(days), max(days)))


def _people(sittings):
    """Names of those taking part, by sitting."""
    people = defaultdict(list)
    rows = Participant.objects.filter(sitting__in=sittings).order_by("order", "pk")
    for key, name in rows.values_list("sitting", "name"):
        people[key].append(name)
    return people


def _cells(said):
    return [said.get(name) or None for name in COLUMNS]


def _row(one, names, people):
    said = {
        "subject": one.subject,
        "date": one.begins.date(),
        **_hours(one.begins, one.ends),
        "room" if one.room else "place": one.where,
        "chair": names[one.chair],
        "chair_as": one.chair_as,
        "state": STATES[one.state],
        "closed": YES if one.closed else None,
        "uid": str(one.uid),
    }
    return _cells(said if one.veiled else said | _more(one, people[one.pk]))


def _more(one, people):
    people = "\n".join(people)
    return {
        "kind": KINDS[one.kind],
        "online": one.online,
        "organiser": one.organised_by,
        "parts": people if len(people) <= LONGEST_CELL else None,
        "people": one.people,
        "contact": one.contact,
        "letter_number": one.letter_number,
        "letter_date": one.letter_date,
        "agenda": "\n".join(one.agenda),
    }


def _hours(begins, ends):
    until = ends.date() if ends.date() != begins.date() else None
    hours = {"begins": format_time(begins, "bn"), "ends": format_time(ends, "bn")}
    return hours | {"until": until}


def _samples():
    room, chair = Room.objects.open().first(), Chair.objects.in_order().first()
    said = {
        "subject": "মাসিক সমন্বয় সভা",
        "kind": KINDS["meeting"],
        "date": SAMPLE_DAY,
        "begins": "সকাল ১০:৩০টা",
        "ends": "দুপুর ১২টা",
        "room": room.name_bn if room else "সম্মেলন কক্ষ",
        "chair": chair.officer.name if chair else "সভাপতির নাম",
        "chair_as": chair.shown_as if chair else "সচিব মহোদয়",
        "organiser": "প্রশাসন অনুবিভাগ",
        "parts": "পরিকল্পনা অনুবিভাগ\nবিসিক",
        "letter_number": "৩৬.০০.০০০০.০৬১.১৮.০০১.১৭-৪৫",
        "letter_date": date(2017, 2, 8),
        "agenda": "১। গত সভার সিদ্ধান্ত\n২। বিবিধ",
    }
    yield said
    training = {"kind": KINDS["training"], "subject": "ই-নথি প্রশিক্ষণ", "room": None}
    outside = {"place": "বিয়াম মিলনায়তন", "until": date(2017, 2, 16), "people": 40}
    yield said | training | outside
