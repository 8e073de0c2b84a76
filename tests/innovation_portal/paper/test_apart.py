"""A PDF in a process of its own: the same PDF, and its misfortunes stay there."""

import os
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from django.conf import settings

from innovation_portal.paper import apart
from innovation_portal.paper.apart import from_template_apart
from tests.innovation_portal.paper.papers import objects
from tests.papers import pages
from tests.processes import start, wait_until

pytestmark = pytest.mark.slow

EMPTY = "paper/base.html"


def is_killed(*_):
    os.kill(os.getpid(), 9)


def takes_too_much(*_):
    return len(bytes(apart.MEMORY))


def never_ends(*_):
    while True:
        pass


def takes_a_gigabyte(*_):
    return len(bytes(1024**3))


def fills_the_disk(*_):
    raise OSError(28, "No space left on device")


def test_it_is_a_pdf_with_its_attachments():
    made = from_template_apart(EMPTY, {}, attachments=[("a.xlsx", b"PK", "তালিকা")])
    assert len(pages(made)) == 1
    opened = objects(made)  # its attachments do not outlive it
    assert [*opened.attachments] == ["a.xlsx"]


@pytest.mark.parametrize(
    ("fate", "error"),
    [
        (is_killed, BrokenProcessPool),
        (takes_too_much, MemoryError),
        (fills_the_disk, OSError),
    ],
)
def test_what_ends_the_process_is_told(fate, error, monkeypatch):
    monkeypatch.setattr(apart, "_draw", fate)
    with pytest.raises(error):
        from_template_apart(EMPTY, {})


def test_one_that_never_ends_is_ended(monkeypatch):
    monkeypatch.setattr(apart, "_draw", never_ends)
    with pytest.raises(BrokenProcessPool):
        from_template_apart(EMPTY, {}, seconds=1)


DRAWING_FOR_EVER = """
import django
django.setup()
from innovation_portal.paper import apart
from tests.innovation_portal.paper import test_apart
apart._draw = test_apart.never_ends
if __name__ == "__main__":
    apart.from_template_apart(test_apart.EMPTY, {})
"""


def drawing(worker):
    """The process number of the worker's child that draws, once it works hard."""
    children = Path(f"/proc/{worker.pid}/task/{worker.pid}/children").read_text()
    for child in map(int, children.split()):
        if (seen := process(child)) and seen["state"] == "R" and seen["ticks"] > 100:
            return child
    return None


def process(number):
    """State and processor time of a process; None where there is none any more."""
    try:
        stat = Path(f"/proc/{number}/stat").read_text().rpartition(")")[2].split()
    except FileNotFoundError:
        return None
    return {"state": stat[0], "ticks": int(stat[11])}


@pytest.mark.django_db
def test_a_killed_worker_leaves_nobody_drawing(tmp_path):
    script = tmp_path / "drawing.py"
    script.write_text(DRAWING_FOR_EVER)
    worker = start(str(script), PYTHONPATH=str(settings.BASE_DIR))
    try:
        child = wait_until(lambda: drawing(worker))
    finally:
        worker.kill()
    wait_until(lambda: (process(child) or {"state": "Z"})["state"] == "Z")
    worker.communicate()


def test_one_that_takes_more_than_its_room_is_told(monkeypatch):
    monkeypatch.setattr(apart, "_draw", takes_a_gigabyte)
    with pytest.raises(MemoryError):
        from_template_apart(EMPTY, {}, memory=1024**3)
