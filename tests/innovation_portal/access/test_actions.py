"""People, passwords, sessions and appointments: what is done, and what is refused."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from innovation_portal.access import actions
from innovation_portal.models import Appointment, User
from tests.factories import AppointmentFactory, OfficeFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

DAY = datetime.date(2017, 2, 12)


@pytest.fixture
def admin():
    office = OfficeFactory(name_bn="মন্ত্রণালয়")
    return AppointmentFactory(user__office=office, role="portal_admin").user


@pytest.fixture
def person(admin):
    return UserFactory(office=admin.office, password="a password of mine")


def record(user):
    """Who did it and what became of the user, for each change."""
    fields = ("pgh_label", "pgh_context__user", "full_name", "is_active")
    return list(user.events.order_by("pgh_id").values_list(*fields))


class TestCreateUser:
    def create(self, admin, **values):
        values = {
            "username": "Karim",
            "full_name": "মোঃ করিম",
            "office": admin.office,
        } | values
        return actions.create_user(**values, by=admin)

    def test_with_a_temporary_password(self, admin):
        user, password = self.create(admin)
        user.refresh_from_db()
        assert user.check_password(password)
        assert user.password_is_temporary
        assert len(password) == len("xxxx-xxxx-xxxx-xxxx")
        assert record(user) == [("insert", admin.pk, "মোঃ করিম", True)]

    def test_no_two_passwords_are_alike(self, admin):
        given = {self.create(admin, username=f"u{n}")[1] for n in range(20)}
        assert len(given) == 20

    def test_capitals_make_no_second_user(self, admin):
        self.create(admin)
        with pytest.raises(IntegrityError), transaction.atomic():
            self.create(admin, username="KARIM")

    def test_names_are_kept_composed(self, admin):
        user, _password = self.create(admin, full_name="ম\u09c7\u09beর")
        assert user.full_name == "ম\u09cbর"


class TestPasswords:
    def test_of_ones_own(self, person):
        actions.set_password(user=person, password="another of mine", by=person)
        person.refresh_from_db()
        assert person.check_password("another of mine")
        assert not person.password_is_temporary

    def test_given_by_the_administrator(self, admin, person):
        password = actions.give_password(user=person, by=admin)
        person.refresh_from_db()
        assert person.check_password(password)
        assert person.password_is_temporary

    def test_the_record_knows_when_but_not_what(self, admin, person):
        actions.give_password(user=person, by=admin)
        person.refresh_from_db()
        event = person.events.latest("pgh_id")
        assert event.password_changed_at == person.password_changed_at
        assert person.password not in str(vars(event))


class TestAppoint:
    def appoint(self, admin, user, **values):
        values = {
            "role": "focal_point",
            "office": admin.office,
            "since": DAY,
            "reason": "আদেশ",
        } | values
        return actions.appoint(user=user, **values, by=admin)

    def test_given(self, admin, person):
        appointment = self.appoint(admin, person)
        assert (appointment.by, appointment.until) == (admin, None)
        assert appointment.events.get().pgh_context["user"] == admin.pk

    def test_twice_at_a_time(self, admin, person):
        self.appoint(admin, person, until=DAY)
        with pytest.raises(ValidationError, match="holds that role"):
            self.appoint(admin, person)

    def test_again_from_the_next_day(self, admin, person):
        self.appoint(admin, person, until=DAY)
        self.appoint(admin, person, since=DAY + datetime.timedelta(days=1))
        assert person.appointments.count() == 2

    def test_again_after_it_was_taken_away(self, admin, person):
        first = self.appoint(admin, person)
        actions.end_appointment(appointment=first, reason="বদলি", by=admin)
        self.appoint(admin, person)
        assert person.appointments.count() == 2

    def test_ends_before_it_starts(self, admin, person):
        with pytest.raises(ValidationError, match="before the first"):
            self.appoint(admin, person, until=DAY - datetime.timedelta(days=1))

    @pytest.mark.parametrize("missing", ["", None])
    def test_a_reason_is_needed(self, admin, person, missing):
        with pytest.raises(ValidationError):
            self.appoint(admin, person, reason=missing)

    def test_an_unknown_role(self, admin, person):
        with pytest.raises(ValidationError):
            self.appoint(admin, person, role="minister")

    def test_not_to_oneself(self, admin):
        with pytest.raises(ValidationError, match="another administrator"):
            self.appoint(admin, admin, role="auditor")
        assert not admin.appointments.filter(role="auditor").exists()

    def test_not_above_ones_reach(self, admin, person):
        agency = OfficeFactory(parent=admin.office)
        lower = AppointmentFactory(user__office=agency, role="portal_admin").user
        with pytest.raises(ValidationError, match="not yours"):
            self.appoint(lower, person, office=agency, role="auditor")

    def test_without_a_user_the_portal_itself_gives(self, person):
        appointment = actions.appoint(
            user=person,
            role="portal_admin",
            office=person.office,
            since=DAY,
            reason="প্রথম",
            by=None,
        )
        assert appointment.by is None


class TestEndAppointment:
    def test_from_this_moment(self, admin, person):
        held = AppointmentFactory(user=person, role="auditor")
        actions.end_appointment(appointment=held, reason="বদলি", by=admin)
        assert not person.has_perm("record.read")
        assert held.is_over

    def test_only_once(self, admin, person):
        held = AppointmentFactory(user=person, role="auditor")
        actions.end_appointment(appointment=held, reason="বদলি", by=admin)
        with pytest.raises(ValidationError, match="already"):
            actions.end_appointment(appointment=held, reason="আবার", by=admin)

    def test_the_last_administrator_stays(self, admin):
        with pytest.raises(ValidationError, match="another administrator"):
            actions.end_appointment(
                appointment=admin.appointments.get(), reason="x", by=admin
            )

    def test_the_table_wants_a_reason_for_an_end(self, person):
        held = AppointmentFactory(user=person)
        with pytest.raises(IntegrityError), transaction.atomic():
            Appointment.objects.filter(pk=held.pk).update(end_reason="x")


@pytest.mark.parametrize(
    "action",
    [
        lambda user, by: actions.give_password(user=user, by=by),
        lambda user, by: actions.end_sessions(user=user, by=by),
        lambda user, by: actions.set_active(user=user, active=False, by=by),
        lambda user, by: actions.change_user(
            user=user, full_name="x", office=user.office, email="", by=by
        ),
    ],
)
class TestManaging:
    def test_not_oneself(self, action, admin):
        with pytest.raises(ValidationError, match="another administrator"):
            action(admin, admin)

    def test_not_those_above_ones_reach(self, action, admin):
        agency = OfficeFactory(parent=admin.office)
        lower = AppointmentFactory(user__office=agency, role="portal_admin").user
        auditor = AppointmentFactory(user__office=agency, role="auditor").user
        before = User.objects.values().get(pk=auditor.pk)
        with pytest.raises(ValidationError, match="not yours"):
            action(auditor, lower)
        assert User.objects.values().get(pk=auditor.pk) == before

    def test_recorded(self, action, admin, person):
        action(person, admin)
        assert record(person)[-1][:2] == ("update", admin.pk)
