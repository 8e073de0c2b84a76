"""A month at a glance."""

from datetime import date, timedelta

import pytest

from innovation_portal.models import Holiday
from schedule.actions.sitting import cancel
from tests.schedule.sittings import DAY, sitting

pytestmark = pytest.mark.django_db
ADDRESS = "/en/schedule/month/2027-02/"


def test_each_day_leads_to_its_page(client):
    text = client.get(ADDRESS).text
    for day in range(1, 29):
        assert f'href="/en/schedule/2027-02-{day:02}/"' in text
    assert "2027-03-01/" not in text
    assert 'href="/en/schedule/month/2027-01/"' in text
    assert 'href="/en/schedule/month/2027-03/"' in text


def test_the_first_three_of_a_day_and_how_many_more(client):
    for hour in range(9, 14):
        sitting(f"{hour:02}:00", f"{hour:02}:30", subject=f"সভা-{hour}")
    text = " ".join(client.get(ADDRESS).text.split())
    assert [f"সভা-{hour}" in text for hour in range(9, 14)] == [True] * 3 + [False] * 2
    assert "2 more" in text


def test_called_off_ones_say_so(client):
    made = sitting(subject="বাজেট")
    cancel(sitting=made, sequence=made.sequence, reason="কারণ", by=None)
    text = client.get(ADDRESS).text
    assert "<s>বাজেট</s>" in text
    assert "(cancelled)" in text


def test_holidays_by_their_names(client):
    Holiday.objects.create(
        day=date(2027, 2, 21), name_bn="শহীদ দিবস", name_en="Martyrs"
    )
    text = client.get(ADDRESS).text
    assert text.count("Martyrs") == 1
    assert "Friday</p>" not in text


def test_what_spans_two_months_stands_in_both(client):
    made = sitting(day=DAY)
    end = made.begins + timedelta(days=20)
    type(made).objects.update(during=(made.begins, end))
    found = {}
    for month in ("02", "03"):
        weeks = client.get(f"/schedule/month/2027-{month}/").context["weeks"]
        found[month] = sum(len(day.lines) for week in weeks for day in week if day)
    assert found == {"02": 15, "03": 6}
