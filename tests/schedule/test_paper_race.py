"""A sitting moved while its paper is being drawn, on real connections."""

import time
from threading import Event
from unittest.mock import patch

import pytest
from django.db import transaction

from schedule.actions.paper import make_paper
from schedule.errors import Stale
from schedule.models import SittingPaper
from tests.processes import at_once
from tests.schedule.papers import made_paper
from tests.schedule.sittings import sitting
from tests.schedule.test_invited import moved

DRAWN = b"%PDF-1.7"


@pytest.mark.django_db(transaction=True)
def test_no_paper_is_kept_of_a_sitting_that_was_moved_meanwhile():
    one = sitting("10:00", place="ক")
    first = made_paper(one)
    is_moved, is_drawn = Event(), Event()

    def move():
        with transaction.atomic():
            moved(one, "15:00", "খ")
            is_moved.set()
            is_drawn.wait(30)
            time.sleep(0.5)  # the paper is asked for before this is seen

    def draw(paper):
        is_moved.wait(30)
        is_drawn.set()
        return DRAWN

    def make():
        with patch("schedule.actions.paper.pdf", draw), pytest.raises(Stale):
            made_again(one, first)

    at_once(move, make)
    assert SittingPaper.objects.get() == first


def made_again(one, first):
    values = first.values | {"dated": first.dated}
    make_paper(
        sitting=one, sequence=first.sequence, kind="notice", values=values, by=None
    )
