"""One permanent page a day."""

import dataclasses
from datetime import timedelta

import pytest
from django.utils.html import escape

from innovation_portal.models import Holiday
from schedule.actions.sitting import cancel, change, hold, postpone
from schedule.details import Details
from tests.factories import OfficeFactory, UserFactory
from tests.schedule.sittings import DAY, at, details, room, sitting

pytestmark = pytest.mark.django_db
ADDRESS = f"/en/schedule/{DAY}/"


def lines(client, address=ADDRESS):
    """Each line of the page as plain words."""
    parts = client.get(address).text.split('<li class="sitting')[1:]
    return [" ".join(part.split("</li>")[0].split()) for part in parts]


def test_a_past_day_without_sittings(client):
    text = client.get("/schedule/2017-02-14/").text
    assert "<h1>মঙ্গলবার, ১৪ ফেব্রুয়ারি ২০১৭</h1>" in text
    assert "২ ফাল্গুন ১৪২৩" in text
    assert 'href="/schedule/2017-02-13/"' in text
    assert 'href="/schedule/2017-02-15/"' in text
    assert 'href="/schedule/2017-02-14/day.pdf"' in text


def test_a_line_says_when_what_where_and_who(client):
    place = room(name_bn="সভাকক্ষ", name_en="Conference room")
    office = OfficeFactory(name_en="Administration")
    made = sitting("10:30", "12:00", room=place, organiser=office)
    (line,) = lines(client)
    for said in ("10:30 am", "12:00 pm", made.subject, "Conference room"):
        assert said in line
    for address in (
        f"sittings/{made.pk}",
        f"rooms/{place.pk}",
        f"chairs/{made.chair_id}",
        f"offices/{office.pk}",
    ):
        assert f'href="/en/schedule/{address}/"' in line


def test_in_bangla(client):
    sitting("10:30", "12:00")
    (line,) = lines(client, f"/schedule/{DAY}/")
    assert "সকাল ১০:৩০টা" in line
    assert "দুপুর ১২টা" in line


@pytest.mark.parametrize(
    ("action", "word"), [(postpone, "Postponed"), (cancel, "Cancelled")]
)
def test_what_was_called_off_is_struck_and_says_so(client, action, word):
    made = sitting(subject="বাজেট")
    action(sitting=made, sequence=made.sequence, reason="সফর", by=None)
    (line,) = lines(client)
    assert "<s>বাজেট</s>" in line
    assert f">{word}</span>" in line


def test_a_held_slot_names_its_holder_and_its_end(client):
    who = UserFactory(full_name="রহিমা খাতুন")
    hold(details=details(), until=at("09:00"), by=who)
    (line,) = lines(client)
    assert "Slot held, not confirmed" in line
    assert "Held by: রহিমা খাতুন, until 14 February 2027, 9:00 am" in line


def test_of_a_closed_one_that_is_held_only_that_it_is(client):
    who = UserFactory(full_name="রহিমা খাতুন")
    hold(details=details(closed=True), until=at("09:00"), by=who)
    (line,) = lines(client)
    assert ">Busy</a>" in line
    assert "রহিমা" not in line
    assert "held" not in line


def test_a_holiday_and_a_weekly_day_off(client):
    Holiday.objects.create(day=DAY, name_bn="বিজয় দিবস", name_en="Victory Day")
    assert "Holiday: Victory Day" in client.get(ADDRESS).text
    friday = client.get("/en/schedule/2027-02-19/").text
    assert "Weekly day off" in friday
    assert "Holiday:" not in friday


def test_texts_are_no_markup(client):
    hostile = "<script>alert(1)</script>"
    sitting(subject=hostile, chair_as=hostile)
    text = client.get(ADDRESS).text
    assert "<script>alert" not in text
    assert text.count(escape(hostile)) == 2


def move(made, day):
    """To the same hours of another day."""
    changed = dataclasses.replace(
        Details.of(made), begins=at("10:00", day), ends=at("11:00", day)
    )
    change(sitting=made, sequence=made.sequence, details=changed, by=None, reason="সফর")
    made.refresh_from_db()


def test_one_that_was_moved_away_is_still_to_be_found(client):
    made, after = sitting(subject="বাজেট"), DAY + timedelta(days=2)
    move(made, after)
    page = client.get(ADDRESS)
    assert [line.sitting.pk for line in page.context["moved"]] == [made.pk]
    assert "16 February 2027, 10:00 am" in page.text
    assert client.get(f"/en/schedule/{after}/").context["moved"] == []
    move(made, DAY)
    assert client.get(ADDRESS).context["moved"] == []


def test_one_moved_within_the_day_is_only_there(client):
    made = sitting("14:00", "15:00")
    move(made, DAY)
    page = client.get(ADDRESS)
    assert (len(page.context["day"].lines), page.context["moved"]) == (1, [])


def test_where_a_closed_one_went_is_not_told(client):
    move(sitting(closed=True), DAY + timedelta(days=2))
    assert client.get(ADDRESS).context["moved"] == []
