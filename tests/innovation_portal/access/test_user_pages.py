"""Keeping people: the pages, and what a request cannot slip past them."""

import pytest

from innovation_portal.models import Appointment, User
from tests.factories import AppointmentFactory, OfficeFactory, UserFactory


@pytest.fixture
def admin(cast):
    return cast["portal_admin"]


def new(office, **values):
    return {
        "username": "rahim",
        "full_name": "মোঃ রহিম",
        "office": office.pk,
    } | values


def test_list_shows_people_with_their_roles(cast, admin):
    response = admin.get("/people/?q=audit")
    (row,) = response.context["table"].page.object_list
    assert [held.role for held in row.record.roles_today] == ["auditor"]


def test_list_is_that_of_ones_offices(cast):
    response = cast["elsewhere"].get("/people/")
    people = {row.record for row in response.context["table"].page.object_list}
    assert people == {cast["elsewhere"].user}


def test_list_by_role(cast, admin):
    response = admin.get("/people/?role=auditor")
    names = {row.record.username for row in response.context["table"].rows}
    assert names == {"auditor", "elsewhere"}


@pytest.mark.parametrize("people", [1, 3])
def test_list_costs_the_same_for_one_and_for_many(
    cast, admin, people, django_assert_num_queries
):
    for _ in range(people):
        AppointmentFactory(user__office=cast.wing)
    with django_assert_num_queries(12):
        assert admin.get("/people/").status_code == 200


def test_create_shows_the_password_once(cast, admin):
    response = admin.post("/people/new/", new(cast.wing))
    user = User.objects.get(username="rahim")
    assert user.check_password(response.context["password"])
    assert response.context["password"] in response.content.decode()
    assert "no-store" in response["Cache-Control"]
    page = admin.get(f"/people/{user.pk}/").content.decode()
    assert response.context["password"] not in page


def test_create_refuses_a_taken_name(cast, admin):
    response = admin.post("/people/new/", new(cast.wing, username="PLAIN"))
    assert list(response.context["form"].errors) == ["username"]


def test_create_only_in_ones_offices(cast):
    response = cast["elsewhere"].post("/people/new/", new(cast.wing))
    assert list(response.context["form"].errors) == ["office"]
    assert not User.objects.filter(username="rahim").exists()


def test_closed_offices_are_not_offered(cast, admin):
    closed = OfficeFactory(parent=cast.ministry, closed_on="2017-01-01")
    response = admin.post("/people/new/", new(closed))
    assert list(response.context["form"].errors) == ["office"]


def test_change(cast, admin):
    plain = cast["plain"].user
    data = {"full_name": "নতুন নাম", "office": cast.agency.pk, "email": "a@b.gov.bd"}
    response = admin.post(f"/people/{plain.pk}/change/", data)
    assert response["Location"] == f"/people/{plain.pk}/"
    plain.refresh_from_db()
    assert (plain.full_name, plain.office) == ("নতুন নাম", cast.agency)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("username", "other"),
        ("is_active", ""),
        ("password", "x"),
        ("password_is_temporary", "on"),
        ("last_login", "2017-01-01"),
        ("is_staff", "on"),
        ("is_superuser", "on"),
        ("appointments", "1"),
        ("pk", "1"),
        ("id", "1"),
    ],
)
def test_change_takes_no_other_field(cast, admin, field, value):
    """Mass assignment. (ASVS 15.3.3)"""
    plain = cast["plain"].user
    before = User.objects.values().get(pk=plain.pk)
    data = {"full_name": plain.full_name, "office": plain.office_id, field: value}
    admin.post(f"/people/{plain.pk}/change/", data)
    assert User.objects.values().get(pk=plain.pk) == before
    assert not Appointment.objects.filter(user=plain).exists()


def test_detail_offers_nothing_above_ones_reach(cast):
    agency_admin = cast.person("agency_admin", cast.agency, ["portal_admin"])
    above = cast["elsewhere"].user  # sits in the agency, holds the ministry's roles
    response = agency_admin.get(f"/people/{above.pk}/")
    assert response.status_code == 200
    assert not response.context["manageable"]
    ends = {Appointment.objects.get(pk=pk).role for pk in response.context["ends"]}
    assert not {"auditor", "general_services"} & ends


def test_detail_offers_nothing_over_oneself(admin):
    response = admin.get(f"/people/{admin.user.pk}/")
    assert not response.context["manageable"]
    assert response.context["ends"] == set()


@pytest.mark.parametrize("page", ["password", "sessions", "active"])
def test_refusals_are_told(cast, page):
    agency_admin = cast.person("agency_admin", cast.agency, ["portal_admin"])
    address = f"/people/{cast['elsewhere'].user.pk}/"
    response = agency_admin.post(f"{address}{page}/", follow=True)
    assert response.redirect_chain == [(address, 302)]
    assert [m.level_tag for m in response.context["messages"]] == ["error"]


def test_password_ends_the_users_sessions(cast, admin):
    plain = cast["plain"]
    response = admin.post(f"/people/{plain.user.pk}/password/")
    plain.user.refresh_from_db()
    assert plain.user.check_password(response.context["password"])
    assert plain.get("/accounts/").status_code == 302


def test_sessions_ends_the_users_and_no_others(cast, admin):
    admin.post(f"/people/{cast['plain'].user.pk}/sessions/")
    assert cast["plain"].get("/accounts/").status_code == 302
    assert admin.get("/accounts/").status_code == 200
    assert cast["auditor"].get("/accounts/").status_code == 200


def test_barred_at_the_next_request_and_let_in_again(cast, admin):
    plain = cast["plain"]
    address = f"/people/{plain.user.pk}/active/"
    assert plain.get("/accounts/").status_code == 200
    admin.post(address, {"active": "no"})
    assert plain.get("/accounts/").status_code == 302
    admin.post(address, {"active": "yes"})
    plain.user.refresh_from_db()
    assert plain.user.is_active


def test_a_role_is_gone_with_the_next_click(cast, admin):
    """No right outlives its appointment, in an open session either. (ASVS 7.4.2)"""
    auditor = cast["auditor"]
    assert auditor.get("/record/").status_code == 200
    held = auditor.user.appointments.get()
    admin.post(f"/people/appointments/{held.pk}/end/", {"reason": "বদলি"})
    assert auditor.get("/record/").status_code == 403


def test_menus_show_what_one_may(cast):
    def menu(who):
        return cast[who].get("/").content.decode()

    assert 'href="/people/"' in menu("portal_admin")
    assert 'href="/people/"' not in menu("auditor")
    assert 'href="/record/"' in menu("auditor")
    assert 'href="/record/"' not in menu("plain")


def test_another_offices_person_is_as_one_who_does_not_exist(cast):
    def answer(pk):
        response = cast["elsewhere"].get(f"/people/{pk}/")
        return response.status_code, len(response.content.replace(b"%d" % pk, b""))

    assert answer(cast["plain"].user.pk) == answer(99999)
    assert answer(99999)[0] == 404


def test_names_are_escaped(cast, admin):
    user = UserFactory(full_name="<img src=x onerror=alert(1)>", office=cast.wing)
    for page in ("/people/?q=img", f"/people/{user.pk}/", "/people/new/"):
        assert "<img src=x" not in admin.get(page).content.decode()
