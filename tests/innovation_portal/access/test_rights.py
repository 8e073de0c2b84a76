"""Rights follow the appointment: its role, its office, its term, this very moment."""

import datetime

import pytest
from django.utils import timezone

from innovation_portal.access.rights import (
    allowed,
    may_give,
    may_manage,
    offices_in_reach,
    reaches_all,
    rights_of,
)
from innovation_portal.access.roles import BY_KEY, RIGHTS, ROLES, holding
from innovation_portal.models import Office
from tests.factories import AppointmentFactory, OfficeFactory, UserFactory

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2017, 2, 12)
DAY = datetime.timedelta(days=1)


@pytest.fixture(autouse=True)
def today(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda: TODAY)


@pytest.fixture
def ministry():
    return OfficeFactory(name_bn="মন্ত্রণালয়")


@pytest.fixture
def agency(ministry):
    return OfficeFactory(name_bn="সংস্থা", parent=ministry)


def holder(role, office, **term):
    return AppointmentFactory(user__office=office, role=role, **term).user


def test_the_roles():
    assert {role.key: role.rights + role.office_rights for role in ROLES} == {
        "general_services": (
            "directory.publish",
            "organisation.edit",
            "schedule.approve",
            "schedule.hold",
            "schedule.keep",
            "schedule.override",
        ),
        "wing_organiser": ("schedule.hold",),
        "private_secretary": ("schedule.diary", "schedule.hold"),
        "focal_point": ("workplans.write",),
        "innovation_team": ("workplans.review",),
        "ict_branch": ("workplans.collect", "workplans.write"),
        "portal_admin": ("access.appoint", "mail.manage", "organisation.edit"),
        "auditor": ("record.read",),
    }


@pytest.mark.parametrize("right", sorted(RIGHTS))
@pytest.mark.parametrize("role", sorted(BY_KEY))
def test_a_right_is_held_by_its_roles_alone(right, role, ministry):
    everywhere, in_office = holding(right)
    user = holder(role, ministry)
    assert allowed(user, right) == (role in everywhere | in_office)
    assert (right in rights_of(user)) == allowed(user, right)


def test_nobody_holds_an_unknown_right(ministry):
    assert not allowed(holder("portal_admin", ministry), "directory.burn")


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        (TODAY, None, True),
        (TODAY, TODAY, True),
        (TODAY - DAY, TODAY, True),
        (TODAY + DAY, None, False),
        (TODAY - DAY, TODAY - DAY, False),
    ],
)
def test_the_term(ministry, since, until, expected):
    user = holder("auditor", ministry, since=since, until=until)
    assert allowed(user, "record.read") == expected


def test_ended_before_its_term(ministry):
    user = holder("auditor", ministry, ended_at=timezone.now(), end_reason="বদলি")
    assert not allowed(user, "record.read")


def test_barred(ministry):
    user = holder("portal_admin", ministry)
    user.is_active = False
    assert not allowed(user, "access.appoint")
    assert rights_of(user) == frozenset()
    assert not offices_in_reach(user, "access.appoint").exists()


class TestReach:
    def test_an_office_right_ends_at_the_edge(self, ministry, agency):
        user = holder("portal_admin", agency)
        below = OfficeFactory(parent=agency)
        assert allowed(user, "access.appoint", agency)
        assert allowed(user, "access.appoint", below)
        assert not allowed(user, "access.appoint", ministry)
        assert set(offices_in_reach(user, "access.appoint")) == {agency, below}

    def test_a_right_over_the_ministry_has_no_edge(self, ministry, agency):
        user = holder("general_services", agency)
        assert allowed(user, "organisation.edit", ministry)
        assert set(offices_in_reach(user, "organisation.edit")) == {ministry, agency}

    def test_both_kinds_of_the_same_right(self, ministry, agency):
        user = holder("portal_admin", agency)
        assert not allowed(user, "organisation.edit", ministry)

    def test_a_neighbour_whose_key_begins_alike(self, ministry, agency):
        user = holder("portal_admin", agency)
        neighbour = OfficeFactory(parent=ministry)
        Office.objects.filter(pk=neighbour.pk).update(path=f"{agency.path[:-1]}0/")
        neighbour.refresh_from_db()
        assert not allowed(user, "access.appoint", neighbour)

    def test_a_person_belongs_to_their_office(self, ministry, agency):
        user = holder("portal_admin", agency)
        assert allowed(user, "access.appoint", UserFactory(office=agency))
        assert not allowed(user, "access.appoint", UserFactory(office=ministry))

    def test_no_appointment_reaches_nothing(self, ministry):
        user = UserFactory(office=ministry)
        assert not offices_in_reach(user, "access.appoint").exists()


class TestGiving:
    @pytest.mark.parametrize("role", sorted(BY_KEY))
    def test_the_ministrys_administrator_gives_every_role(self, ministry, agency, role):
        user = holder("portal_admin", ministry)
        assert may_give(user, role, ministry)
        assert may_give(user, role, agency)

    @pytest.mark.parametrize(
        ("role", "expected"),
        [
            ("focal_point", True),
            ("portal_admin", True),
            ("general_services", False),
            ("auditor", False),
        ],
    )
    def test_an_agencys_administrator_cannot_outgrow_it(self, agency, role, expected):
        user = holder("portal_admin", agency)
        assert may_give(user, role, agency) == expected
        assert not may_give(user, role, agency.parent)

    def test_an_account_above_ones_reach(self, agency):
        user = holder("portal_admin", agency)
        assert may_manage(user, holder("focal_point", agency))
        assert not may_manage(user, holder("auditor", agency))
        assert not may_manage(user, UserFactory(office=agency.parent))

    def test_giving_needs_the_right(self, ministry):
        assert not may_give(holder("auditor", ministry), "focal_point", ministry)


@pytest.mark.parametrize(
    ("role", "at", "expected"),
    [
        ("portal_admin", "root", True),
        ("portal_admin", "agency", False),
        ("general_services", "agency", True),
        ("auditor", "root", False),
    ],
)
def test_reaches_all(ministry, agency, role, at, expected):
    user = holder(role, ministry if at == "root" else agency)
    assert reaches_all(user, "organisation.edit") == expected
