"""Files of sittings for tests: rows by field, as a workbook that was received."""

from innovation_portal.models import Office
from schedule.actions.importing import receive
from schedule.importing.columns import COLUMNS
from schedule.models import Chair
from tests.directory.workbooks import xlsx
from tests.schedule.sittings import DAY

GOOD = {"subject": "মাসিক সমন্বয় সভা", "date": DAY, "begins": "10:00", "ends": "11:00"}


def row(**texts):
    """A sound row: the chair is the first registered one unless it is told."""
    said = GOOD | texts
    first = Chair.objects.first()
    said.setdefault("chair", first.officer.name if first else "সভাপতি")
    said.setdefault("organiser", Office.objects.first().name_bn)
    if "room" not in said:
        said.setdefault("place", "বিয়াম মিলনায়তন")
    return said


def book(*rows, name="sittings.xlsx", fields=None, **sheets):
    """A workbook with our headings, or those of some fields, and the rows below."""
    fields = fields or list(COLUMNS)
    heading = [COLUMNS[field].heading for field in fields]
    cells = [[said.get(field) for field in fields] for said in rows]
    return xlsx(name, Sheet=[heading, *cells], **sheets)


def received(*rows, by=None, defaults=None, **rest):
    file = book(*rows, **rest)
    return receive(file=file, filename=file.name, defaults=defaults, by=by)
