"""What an officer chairs, under all spellings of the name."""

import pytest

from tests.factories import OfficerFactory
from tests.schedule.sittings import DAY, chair, sitting

pytestmark = pytest.mark.django_db
MONTH = f"{DAY:%Y-%m}"


def found(client, officer):
    days = client.get(f"/schedule/chairs/{officer.pk}/{MONTH}/").context["days"]
    return {line.sitting.pk for day in days for line in day.lines}


def test_all_spellings_are_one_chair(client):
    officer = OfficerFactory()
    other = OfficerFactory(same_as=officer)
    both = {sitting("09:00", "10:00", chair=officer).pk}
    both.add(sitting("11:00", "12:00", chair=other).pk)
    sitting("13:00", "14:00")
    assert found(client, officer) == found(client, other) == both


def test_is_called_by_the_courtesy_where_there_is_one(client):
    entry = chair("মোঃ করিম", shown_as="সচিব মহোদয়")
    plain = OfficerFactory(name="মোঃ রহিম", honorific="জনাব")
    text = client.get(f"/schedule/chairs/{entry.officer_id}/").text
    assert "সচিব মহোদয়" in text.split("<h1", 1)[1].split("</h1>")[0]
    assert "জনাব মোঃ করিম" in text or "মোঃ করিম" in text
    heading = client.get(f"/schedule/chairs/{plain.pk}/").text
    assert "জনাব মোঃ রহিম" in heading.split("<h1", 1)[1].split("</h1>")[0]


def test_this_month_until_another_is_asked_for(client, stand_at):
    officer = OfficerFactory()
    sitting(chair=officer)
    stand_at("08:00")
    page = client.get(f"/en/schedule/chairs/{officer.pk}/")
    assert len(page.context["days"]) == 1
    assert f'href="/en/schedule/chairs/{officer.pk}/2027-03/"' in page.text
    after = client.get(f"/en/schedule/chairs/{officer.pk}/2027-03/")
    assert after.context["days"] == []
    assert "No sitting is entered for this month." in after.text


def test_a_closed_one_only_keeps_the_chair_busy(client):
    officer = OfficerFactory()
    sitting(chair=officer, closed=True, subject="পদোন্নতি")
    text = client.get(f"/en/schedule/chairs/{officer.pk}/{MONTH}/").text
    assert ">Busy</a>" in text
    assert "পদোন্নতি" not in text
