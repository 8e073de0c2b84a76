import threading
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from innovation_portal.models import Doing
from innovation_portal.work.locks import Lock
from innovation_portal.work.tick import tick
from tests.factories import OfficeFactory
from tests.processes import PATIENCE, at_once, start

SAMPLES = "tests.innovation_portal.work.sample_jobs"
GOOD, BAD, SLOW = (f"{SAMPLES}.{name}_doing" for name in ("good", "bad", "slow"))


@pytest.fixture
def doings(settings):
    """Call it to say what the clock does."""

    def are(*, each_minute=(), each_day=()):
        settings.TICK, settings.TICK_DAILY = each_minute, each_day

    are()
    return are


def let_pass(**time):
    for doing in Doing.objects.exclude(done_at=None):
        doing.done_at -= timedelta(**time)
        doing.save()


def test_nothing_done_yet(db):
    assert Doing.objects.last_done_at() is None


def test_what_is_due_is_done_once_a_minute(db, doings):
    office = OfficeFactory()
    doings(each_minute=[GOOD])
    assert (tick(), tick()) == ([GOOD], [])
    let_pass(seconds=51)
    assert (tick(), tick()) == ([GOOD], [])
    office.refresh_from_db()
    assert office.order == 2


def test_daily_doing_waits_for_the_next_day(db, doings):
    doings(each_day=[GOOD])
    assert tick() == [GOOD]
    let_pass(hours=23)
    assert tick() == []
    let_pass(hours=1)
    assert tick() == [GOOD]


def test_time_of_the_last_doing_is_kept(db, doings):
    doings(each_minute=[GOOD])
    before = timezone.now()
    tick()
    assert before < Doing.objects.last_done_at() < timezone.now()


def test_failure_is_logged_and_kept_and_holds_nothing_up(db, doings, caplog):
    doings(each_minute=[BAD, GOOD])
    assert tick() == [GOOD]
    bad = Doing.objects.get(name=BAD)
    assert (bad.done_at, bad.error) == (None, "ValueError('bad day')")
    assert [r.message for r in caplog.records] == [f"{BAD} failed"]


def test_doing_that_failed_is_tried_at_the_next_tick(db, doings, monkeypatch):
    doings(each_day=[BAD])
    assert tick() == []
    monkeypatch.setattr(BAD, lambda: None)
    assert tick() == [BAD]
    doing = Doing.objects.get()
    assert (doing.error, doing.failed_at < doing.done_at) == ("", True)


def test_name_that_names_nothing_is_a_failure(db, doings, caplog):
    doings(each_minute=["nowhere.at.all", GOOD])
    assert tick() == [GOOD]
    assert Doing.objects.get(name="nowhere.at.all").error.startswith("ModuleNotFound")


def test_two_at_once_do_it_once(transactional_db, doings):
    doings(each_minute=[SLOW])
    barrier = threading.Barrier(4)

    def together():
        barrier.wait(PATIENCE)
        return tick()

    assert sorted(at_once(*[together] * 4)) == [[], [], [], [SLOW]]


def test_while_another_is_at_it_nothing_is_done(db, doings):
    doings(each_minute=[GOOD])
    other = Lock("tick")
    other.take()
    assert tick() == []
    other.release()
    assert tick() == [GOOD]


def test_all_names_in_the_settings_are_doings_that_work(db, settings):
    assert tick() == [*settings.TICK, *settings.TICK_DAILY]


def test_command_names_what_it_did(db, doings):
    doings(each_minute=[GOOD])
    out = StringIO()
    call_command("tick", stdout=out)
    call_command("tick", stdout=out)
    assert out.getvalue() == f"{GOOD}\n"


def test_commands_of_two_processes_at_once_do_it_once(transactional_db, settings):
    processes = [start("manage.py", "tick") for _ in range(2)]
    names = "".join(p.communicate(timeout=PATIENCE)[0] for p in processes).split()
    assert sorted(names) == sorted([*settings.TICK, *settings.TICK_DAILY])
    assert [process.returncode for process in processes] == [0, 0]
