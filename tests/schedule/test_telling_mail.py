"""Letters about a sitting as a mail server takes them, opened by a calendar program."""

import pytest
from icalendar import Calendar

from schedule.actions.sitting import cancel
from schedule.details import Part
from tests.innovation_portal.mail.conftest import mailbox, port  # noqa: F401
from tests.schedule.calendars import Desk, needs_clients
from tests.schedule.sittings import DAY, sitting

pytestmark = pytest.mark.django_db
RAHIM = "rahim@moind.gov.bd"


@pytest.fixture
def received(mailbox, run_tasks):  # noqa: F811
    """Call it to let the worker send what is due; gives the messages."""

    def receive():
        run_tasks()
        return mailbox.messages

    return receive


def test_letter_carries_the_same_for_people_and_for_programs(received):
    sitting(parts=(Part("রহিম", email=RAHIM),))
    (message,) = received()
    text, calendar = message.iter_parts()
    assert (message["To"], message["From"]) == (RAHIM, "portal@moind.gov.bd")
    assert message.get_content_type() == "multipart/alternative"
    assert text.get_content_type() == "text/plain"
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    made = Calendar.from_ical(calendar.get_payload(decode=True))
    assert (made["METHOD"], made.events[0]["SUMMARY"]) == ("REQUEST", "মাসিক সমন্বয় সভা")
    assert made.events[0]["ORGANIZER"] == f"mailto:{message['From']}"


@pytest.mark.slow
@needs_clients
def test_calendar_program_takes_the_invitation_and_the_cancellation(received, tmp_path):
    desk = Desk(tmp_path / "home")
    entered = sitting("10:30", "12:00", parts=(Part("রহিম", email=RAHIM),))
    for state, number in (("CONFIRMED", 1), ("CANCELLED", 2)):
        if state == "CANCELLED":
            cancel(sitting=entered, sequence=0, reason="অনিবার্য কারণে", by=None)
        messages = received()
        assert len(messages) == number
        desk.take([*messages[-1].iter_parts()][1].get_payload(decode=True))
        when = (f"{DAY} 10:30", f"{DAY} 12:00")
        assert desk.day(DAY) == [(entered.subject, *when, entered.where, state)]
