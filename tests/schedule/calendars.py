"""Real calendar programs beside a test: vdirsyncer fetches a feed, khal reads it."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from django.conf import settings

VAR = os.environ.get("PORTAL_VAR") or Path(settings.BASE_DIR, "var")
PROGRAMS = Path(VAR, "clients", "bin")
SHOWN = ("title", "start", "end", "location", "status")
PATIENCE = 60  # seconds

needs_clients = pytest.mark.skipif(
    not PROGRAMS.exists(), reason="bin/test installs the calendar programs"
)

SYNC = """\
[general]
status_path = "{home}/status/"
[pair sittings]
a = "desk"
b = "portal"
collections = null
conflict_resolution = "b wins"
[storage desk]
type = "filesystem"
path = "{home}/desk"
fileext = ".ics"
[storage portal]
type = "http"
url = "{address}"
"""

READ = """\
[calendars]
[[sittings]]
path = {home}/desk
[locale]
local_timezone = Asia/Dhaka
default_timezone = Asia/Dhaka
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""


class Desk:
    """Someone's calendar program, with one calendar: a feed's, or of its own."""

    def __init__(self, home, address=""):
        (home / "desk").mkdir(parents=True)
        self.home = home
        for name, text in (("sync", SYNC), ("read", READ)):
            (home / name).write_text(text.format(home=home, address=address))
        if address:
            self._run("vdirsyncer", "--config", home / "sync", "discover")

    def sync(self):
        self._run("vdirsyncer", "--config", self.home / "sync", "sync")

    def take(self, data):
        """Open what a letter has for programs, as one does with a click."""
        path = self.home / "letter.ics"
        path.write_bytes(data)
        self._run("khal", "--config", self.home / "read", "import", "--batch", path)

    def day(self, day):
        """What khal shows of a day: title, start, end, location, status."""
        wanted = [part for name in SHOWN for part in ("--json", name)]
        answer = self._run(
            "khal", "--config", self.home / "read", "list", *wanted, day, "1d"
        )
        events = [event for line in answer.splitlines() for event in json.loads(line)]
        return [tuple(event[name] for name in SHOWN) for event in events]

    def _run(self, program, *arguments):
        done = subprocess.run(
            [PROGRAMS / program, *map(str, arguments)],
            env=os.environ | {"HOME": str(self.home), "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout
