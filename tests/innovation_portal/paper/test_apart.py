"""A PDF in a process of its own: the same PDF, and its misfortunes stay there."""

import os
from concurrent.futures.process import BrokenProcessPool

import pytest

from innovation_portal.paper import apart
from innovation_portal.paper.apart import from_template_apart
from tests.innovation_portal.paper.papers import objects
from tests.papers import pages

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


def test_one_that_takes_more_than_its_room_is_told(monkeypatch):
    monkeypatch.setattr(apart, "_draw", takes_a_gigabyte)
    with pytest.raises(MemoryError):
        from_template_apart(EMPTY, {}, memory=1024**3)
