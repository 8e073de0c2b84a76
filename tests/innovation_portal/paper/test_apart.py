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
