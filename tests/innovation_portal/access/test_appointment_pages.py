"""Giving and taking roles on the screen."""

import datetime

import pytest

from innovation_portal.models import Appointment
from tests.factories import AppointmentFactory


def given(cast, **values):
    return {
        "role": "focal_point",
        "office": cast.ministry.pk,
        "since": "১২/০২/২০১৭",
        "until": "",
        "reason": "অফিস আদেশ ৭",
    } | values


def give(cast, who="portal_admin", to="plain", **values):
    address = f"/people/{cast[to].user.pk}/appointments/new/"
    return cast[who].post(address, given(cast, **values))


@pytest.mark.parametrize("since", ["১২/০২/২০১৭", "12/02/2017", "12-2-2017"])
def test_create_takes_both_digit_scripts(cast, since):
    assert give(cast, since=since).status_code == 302
    appointment = cast["plain"].user.appointments.get()
    assert appointment.since == datetime.date(2017, 2, 12)
    assert appointment.by == cast["portal_admin"].user


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"role": "minister"}, "role"),
        ({"role": ""}, "role"),
        ({"office": "0"}, "office"),
        ({"since": "৩১/০২/২০১৭"}, "since"),
        ({"until": "১১/০২/২০১৭"}, "__all__"),
        ({"reason": " "}, "reason"),
    ],
)
def test_create_says_what_is_wrong(cast, values, field):
    response = give(cast, **values)
    assert response.status_code == 200
    assert list(response.context["form"].errors) == [field]
    assert not cast["plain"].user.appointments.exists()


def test_create_finds_a_clash_before_the_table_does(cast):
    give(cast)
    response = give(cast)
    assert list(response.context["form"].errors) == ["__all__"]
    assert cast["plain"].user.appointments.count() == 1


@pytest.mark.parametrize("role", ["portal_admin", "auditor"])
def test_create_not_for_oneself(cast, role):
    response = give(cast, to="portal_admin", role=role, since="01/01/2016")
    assert response.status_code == 200
    assert cast["portal_admin"].user.appointments.count() == 1


def test_create_above_ones_reach(cast):
    cast["agency_admin"] = cast.person("agency_admin", cast.agency, ["portal_admin"])
    cast["clerk"] = cast.person("clerk", cast.agency)
    assert give(cast, "agency_admin", "clerk", office=cast.agency.pk).status_code == 302
    above = give(cast, "agency_admin", "clerk", office=cast.agency.pk, role="auditor")
    assert list(above.context["form"].errors) == ["__all__"]
    beside = give(cast, "agency_admin", "clerk")
    assert list(beside.context["form"].errors) == ["office"]


@pytest.mark.parametrize("field", ["by", "user", "ended_at", "id"])
def test_create_takes_no_other_field(cast, field):
    give(cast, **{field: cast["auditor"].user.pk})
    appointment = cast["plain"].user.appointments.get()
    assert appointment.by == cast["portal_admin"].user
    assert appointment.ended_at is None


def test_end(cast):
    held = AppointmentFactory(user=cast["plain"].user, role="focal_point")
    address = f"/people/appointments/{held.pk}/end/"
    assert cast["portal_admin"].post(address, {"reason": ""}).status_code == 200
    response = cast["portal_admin"].post(address, {"reason": "বদলি"})
    assert response["Location"] == f"/people/{cast['plain'].user.pk}/"
    held.refresh_from_db()
    assert (held.is_over, held.end_reason) == (True, "বদলি")


def test_end_twice(cast):
    held = AppointmentFactory(user=cast["plain"].user, role="focal_point")
    address = f"/people/appointments/{held.pk}/end/"
    cast["portal_admin"].post(address, {"reason": "বদলি"})
    response = cast["portal_admin"].post(address, {"reason": "আবার"})
    assert list(response.context["form"].errors) == ["__all__"]
    assert Appointment.objects.get(pk=held.pk).end_reason == "বদলি"


def test_end_not_ones_own(cast):
    admin = cast["portal_admin"]
    held = admin.user.appointments.get()
    response = admin.post(f"/people/appointments/{held.pk}/end/", {"reason": "x"})
    assert list(response.context["form"].errors) == ["__all__"]
    assert admin.get("/people/").status_code == 200
