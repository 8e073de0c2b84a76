"""Which reader reads which file, and how many sittings one file may hold."""

from pathlib import Path

from schedule.importing import calendar, sheet
from schedule.importing.problems import Problem
from schedule.importing.rows import Reading

MOST = 500  # sittings in one file: each is held against the schedule for the page
READERS = dict.fromkeys((".xlsx", ".xls", ".ods", ".csv"), sheet.read)
READERS[".ics"] = calendar.read


def read(path, filename):
    """The Reading of a file that came under a name.

    Raises SheetError or ValidationError for what cannot be taken at all.
    """
    reader = READERS.get(Path(filename).suffix.lower(), sheet.read)
    reading = reader(path, filename)
    if len(reading.rows) > MOST:
        return Reading([], [Problem("many_rows", details={"most": MOST})])
    return reading
