"""What the screen by the lift is sent."""

import pytest

from innovation_portal.bangla.clock import PARTS_OF_DAY
from schedule.actions.sitting import cancel
from tests.schedule.sittings import sitting

pytestmark = pytest.mark.django_db


def lines(client):
    text = client.get("/en/schedule/board/").text
    return [" ".join(part.split()) for part in text.split("<li class")[1:]]


def test_only_what_is_not_over(client, stand_at):
    for hour in (9, 10, 11):
        sitting(f"{hour:02}:00", f"{hour:02}:30", subject=f"সভা-{hour}")
    stand_at("10:15")
    now, later = lines(client)
    assert "সভা-10" in now
    assert ">On now<" in now
    assert ">Next<" in later


def test_what_was_called_off_says_so(client, stand_at):
    made = sitting(subject="বাজেট")
    cancel(sitting=made, sequence=made.sequence, reason="কারণ", by=None)
    stand_at("09:00")
    (line,) = lines(client)
    assert "<s>বাজেট</s>" in line
    assert ">Cancelled<" in line


def test_a_closed_one_is_busy(client, stand_at):
    sitting(subject="পদোন্নতি", closed=True, chair_as="সচিব মহোদয়")
    stand_at("09:00")
    (line,) = lines(client)
    assert ">Busy<" in line
    assert "সচিব মহোদয়" in line
    assert "পদোন্নতি" not in line


def test_before_and_after_the_days_sittings(client, stand_at):
    stand_at("08:00")
    assert "No sitting is entered for today." in client.get("/en/schedule/board/").text
    sitting("09:00", "10:00")
    stand_at("11:00")
    assert "Today’s sittings are over." in client.get("/en/schedule/board/").text


def test_nothing_of_the_menu_and_no_script_of_others(client):
    text = client.get("/schedule/board/").text
    assert "<nav" not in text
    assert text.count("<script") == 1


def test_the_screen_knows_the_parts_of_the_day(client):
    told = ",".join(f"{hour} {name}" for hour, name in PARTS_OF_DAY)
    assert f'data-parts="{told}"' in client.get("/schedule/board/").text
    assert 'data-parts=""' in client.get("/en/schedule/board/").text


def test_looks_anew_without_a_script(client):
    text = client.get("/schedule/board/").text
    assert '<noscript><meta http-equiv="refresh" content="60"></noscript>' in text
