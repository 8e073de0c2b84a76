"""The feeds in a real calendar program: what people at their desks get to see."""

import pytest
from pytest_django.live_server_helper import LiveServer

from schedule.actions.sitting import cancel, change
from schedule.details import Details
from tests.schedule.calendars import Desk, needs_clients
from tests.schedule.sittings import DAY, details, room, sitting

pytestmark = [pytest.mark.slow, needs_clients]
FROM, TO = f"{DAY} 10:30", f"{DAY} 12:00"


@pytest.fixture
def desk(transactional_db, quick_settings, tmp_path):
    """Call it to subscribe to a feed of the portal, served under a test's settings."""
    server = LiveServer("localhost")

    def subscribe(path):
        return Desk(tmp_path / "home", server.url + path)

    yield subscribe
    server.stop()


def test_sitting_is_seen_moved_and_cancelled(desk):
    board = room(name_bn="সম্মেলন কক্ষ, ৪র্থ তলা")
    entered = sitting("10:30", "12:00", room=board)
    mine = desk("/en/schedule/calendar.ics")
    mine.sync()
    subject = entered.subject
    assert mine.day(DAY) == [(subject, FROM, TO, board.name_bn, "CONFIRMED")]

    said = Details.of(entered)
    moved = details("15:00", "16:30", room=board, chair=said.chair)
    entered = change(sitting=entered, sequence=0, details=moved, by=None)
    mine.sync()
    later = (f"{DAY} 15:00", f"{DAY} 16:30", board.name_bn)
    assert mine.day(DAY) == [(subject, *later, "CONFIRMED")]

    cancel(sitting=entered, sequence=1, reason="অনিবার্য কারণবশত", by=None)
    mine.sync()
    assert mine.day(DAY) == [(f"cancelled: {subject}", *later, "CANCELLED")]


def test_closed_sitting_is_busy_at_every_desk(desk):
    entered = sitting("10:30", "12:00", subject="পদোন্নতি বোর্ড", closed=True)
    mine = desk(f"/schedule/rooms/{entered.room_id}/calendar.ics")
    mine.sync()
    ((title, *when, place, status),) = mine.day(DAY)
    assert (when, place, status) == ([FROM, TO], entered.room.name, "CONFIRMED")
    assert "পদোন্নতি" not in title


def test_feed_that_has_not_changed_changes_nothing_at_the_desk(desk):
    sitting("10:30", "12:00")
    mine = desk("/schedule/calendar.ics")
    mine.sync()
    before = {path: path.stat().st_mtime_ns for path in (mine.home / "desk").iterdir()}
    mine.sync()
    after = {path: path.stat().st_mtime_ns for path in (mine.home / "desk").iterdir()}
    assert (after, len(after)) == (before, 1)
