"""An iCalendar file from anywhere as plain values."""

import json
from pathlib import Path

from . import child
from .errors import SheetError

BYTES = 2 * 1024 * 1024  # a year of a busy person's calendar is under half of it
HEAD = 512
BEGIN = b"BEGIN:VCALENDAR"


def read_calendar(path, *, zone, horizon):
    """The events of a file, rules expanded, each as a dict of texts and codes.

    Times are on the clock of ``zone``, ISO 8601 without an offset; rules without an end
    are followed to the day ``horizon``. Raises SheetError: its ``code`` is one of big,
    empty, disguised, damaged, heavy, rows, text.
    """
    size = Path(path).stat().st_size
    if size == 0:
        raise SheetError("empty")
    if size > BYTES:
        raise SheetError("big")
    with open(path, "rb") as file:
        head = file.read(HEAD).removeprefix(b"\xef\xbb\xbf").lstrip().upper()
    if not head.startswith(BEGIN):
        raise SheetError("disguised")
    answer = child.run("calendar", path, zone=zone, horizon=horizon.isoformat())
    return json.loads(answer)["events"]
