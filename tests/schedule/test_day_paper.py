"""The day's sheet as everyone may have it."""

from datetime import date, timedelta

import pytest

from innovation_portal.models import Holiday
from schedule import drawing
from schedule.actions.sitting import cancel, hold
from tests.papers import lie, pages, picture, words
from tests.schedule.sittings import DAY, at, details, room, sitting

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
ADDRESS = f"/schedule/{DAY}/day.pdf"


def text(answer):
    return " ".join(words("\n".join(pages(answer.content))))


@pytest.fixture
def full_day():
    place = room(name_bn="সভাকক্ষ", name_en="Conference room")
    sitting("10:30", "12:00", room=place, letter_number="৩৬.০০.০৪")
    sitting("09:15", "10:00", subject="পদোন্নতি", closed=True, room=place)
    off = sitting("14:00", "15:00", subject="বাজেট")
    cancel(sitting=off, sequence=off.sequence, reason="কারণ", by=None)
    hold(details=details("16:00", "17:00", subject="ধরা"), until=at("15:00"), by=None)


def test_tells_the_day_in_the_order_of_its_hours(client, full_day):
    answer = client.get(ADDRESS)
    picture(answer.content, "schedule-day")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == f'inline; filename="sittings_{DAY}.pdf"'
    assert lie(answer.content) == ["A4"]
    said = text(answer)
    order = ["সকাল ৯:১৫টা", "ব্যস্ত", "সকাল ১০:৩০টা", "নোটিশ: ৩৬.০০.০৪"]
    order += ["বাতিল", "বাজেট", "অনিশ্চিত", "ধরা"]
    places = [said.index(each) for each in order]
    assert places == sorted(places)
    assert "পদোন্নতি" not in said


def test_is_bangla_and_the_same_whoever_prints_it(full_day, cast):
    branch = cast["general_services"].get(f"/en{ADDRESS}")
    visitor = cast["visitor"].get(ADDRESS)
    assert text(branch) == text(visitor)
    assert "Conference room" not in text(branch)


def test_an_unchanged_day_is_not_drawn_again(client, monkeypatch):
    etag = client.get(ADDRESS)["ETag"]
    monkeypatch.setattr("schedule.views.day.sheet_of_day", None)
    answer = client.get(ADDRESS, headers={"if-none-match": etag})
    assert answer.status_code == 304


def test_a_holiday_and_a_sitting_of_several_days(client):
    Holiday.objects.create(day=DAY, name_bn="বিজয় দিবস")
    made = sitting()
    last = at("16:00", DAY + timedelta(days=2))
    type(made).objects.update(during=(at("09:00"), last))
    said = text(client.get(ADDRESS))
    assert "ছুটি: বিজয় দিবস" in said
    assert "সকাল ৯টা – ১৬ ফেব্রুয়ারি ২০২৭" in said
    between = text(client.get(f"/schedule/{DAY + timedelta(days=1)}/day.pdf"))
    assert "চলমান – ১৬ ফেব্রুয়ারি ২০২৭" in between


def test_who_waits_too_long_is_asked_to_come_again(client, monkeypatch):
    monkeypatch.setattr(drawing, "PATIENCE", 0)
    with drawing._drawing:
        answer = client.get(f"/en{ADDRESS}")
    assert (answer.status_code, answer["Refresh"]) == (503, "10")
    assert "no-store" in answer["Cache-Control"]
    assert "This page asks again by itself." in answer.text


def test_many_at_once_leave_the_other_pages_their_threads(client, monkeypatch):
    """Nobody is kept waiting behind the one that waits already."""
    monkeypatch.setattr("schedule.views.day.sheet_of_day", lambda day: b"%PDF")
    with drawing._places, drawing._places:
        assert client.get(ADDRESS).status_code == 503


def test_a_drawing_that_dies_leaves_the_next_one_free(client, monkeypatch):
    def dies(day):
        raise MemoryError

    monkeypatch.setattr("schedule.views.day.sheet_of_day", dies)
    assert client.get(ADDRESS).status_code == 503
    assert not drawing._drawing.locked()


def test_a_day_long_ago(client):
    said = text(client.get("/schedule/2017-02-14/day.pdf"))
    assert "মঙ্গলবার, ১৪ ফেব্রুয়ারি ২০১৭" in said
    assert date(2017, 2, 14).isoformat() not in said


def test_of_a_closed_one_that_is_held_only_that_it_is(client):
    hold(details=details(closed=True), until=at("09:00"), by=None)
    said = text(client.get(ADDRESS))
    assert "ব্যস্ত" in said
    assert "অনিশ্চিত" not in said
