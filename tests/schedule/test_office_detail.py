"""What an office holds or takes part in, month by month."""

import pytest

from schedule.details import Part
from tests.factories import OfficeFactory
from tests.schedule.sittings import DAY, sitting

pytestmark = pytest.mark.django_db


def found(client, office):
    days = client.get(f"/schedule/offices/{office.pk}/{DAY:%Y-%m}/").context["days"]
    return [line.sitting.pk for day in days for line in day.lines]


def test_its_own_those_below_and_those_it_takes_part_in(client):
    wing = OfficeFactory()
    branch = OfficeFactory(parent=wing)
    own = sitting("09:00", "10:00", organiser=wing)
    below = sitting("10:00", "11:00", organiser=branch)
    guest = sitting("11:00", "12:00", parts=(Part(name=wing.name, office=wing),))
    sitting("12:00", "13:00")
    assert found(client, wing) == [own.pk, below.pk, guest.pk]
    assert found(client, branch) == [below.pk]


def test_a_closed_one_is_listed_for_no_stranger(client):
    wing = OfficeFactory()
    sitting("09:00", "10:00", organiser=wing, closed=True)
    part = Part(name=wing.name, office=wing)
    sitting("10:00", "11:00", closed=True, parts=(part,))
    assert found(client, wing) == []


def test_those_who_are_concerned_see_it_there(cast):
    sitting("09:00", "10:00", organiser=cast.ministry, closed=True)
    assert len(found(cast["general_services"], cast.ministry)) == 1
    assert found(cast["auditor"], cast.ministry) == []


def test_this_month_until_another_is_asked_for(client, stand_at):
    office = OfficeFactory(name_en="Administration")
    sitting(organiser=office)
    stand_at("08:00")
    page = client.get(f"/en/schedule/offices/{office.pk}/")
    assert "<h1>Administration</h1>" in page.text
    assert len(page.context["days"]) == 1
    assert f'href="/en/schedule/offices/{office.pk}/2027-01/"' in page.text
