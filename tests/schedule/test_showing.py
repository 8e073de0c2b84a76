"""A closed sitting tells a stranger that someone is busy, when, where, who chairs."""

from dataclasses import fields

import pytest
from django.contrib.auth.models import AnonymousUser

from directory.models import Officer
from schedule.actions.sitting import hold
from schedule.details import Part
from schedule.models import Sitting
from schedule.showing import Shown, concerned, shown
from tests.factories import (
    AppointmentFactory,
    OfficeFactory,
    OfficerFactory,
    UserFactory,
)
from tests.schedule.sittings import chair, details, room, sitting
from tests.schedule.test_sitting_actions import run_out, soon

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
SECRET = {
    "subject": "গোপন পদোন্নতি",
    "online": "https://secret.example/1",
    "contact": "গোপন শাখা",
    "letter_number": "৯৯.৯৯",
    "agenda": "গোপন আলোচ্য",
    "people": 7,
    "closed": True,
}
NOBODY = AnonymousUser()


def see(one, user=NOBODY):
    return shown(Sitting.objects.filter(pk=one.pk).with_names(), user)[0]


def with_role(role, office):
    user = UserFactory(office=office)
    AppointmentFactory(user=user, role=role, office=office)
    return user


def test_an_open_one_is_shown_whole():
    one = sitting(**SECRET | {"closed": False})
    seen = see(one)
    assert (seen.subject, seen.veiled, seen.agenda) == (
        "গোপন পদোন্নতি",
        False,
        ("গোপন আলোচ্য",),
    )


def test_a_closed_one_tells_time_room_and_chair_and_nothing_else():
    one = sitting(**SECRET)
    told = {
        "pk": one.pk,
        "uid": one.uid,
        "sequence": 0,
        "state": "confirmed",
        "begins": one.begins,
        "ends": one.ends,
        "room": one.room_id,
        "where": one.room.name,
        "chair": one.chair_id,
        "chair_as": one.chair_as,
        "changed_at": one.changed_at,
        "subject": "Busy",
        "veiled": True,
        "closed": True,
    }
    silent = {
        field.name: field.default for field in fields(Shown) if field.name not in told
    }
    assert vars(see(one)) == told | silent


def test_a_place_outside_is_told_of_a_closed_one_as_outside():
    assert see(sitting(place="বিসিআইসি", **SECRET)).where == "Outside"


class TestThoseConcerned:
    """Each of them sees the closed sitting whole; the next to them does not."""

    def check(self, one, user, *, sees):
        assert concerned(user, one) is sees
        assert see(one, user).veiled is not sees
        found = Sitting.objects.visible_to_search(user).filter(pk=one.pk)
        assert found.exists() is sees

    def test_visitors_are_not(self):
        self.check(sitting(**SECRET), NOBODY, sees=False)

    def test_the_branch_is(self):
        branch = with_role("general_services", OfficeFactory())
        self.check(sitting(**SECRET), branch, sees=True)

    @pytest.mark.parametrize("role", ["auditor", "portal_admin", "focal_point"])
    def test_other_roles_of_the_same_office_are_not(self, role):
        one = sitting(**SECRET)
        self.check(one, with_role(role, one.organiser), sees=False)

    def test_who_organises_for_the_office_is(self):
        one = sitting(**SECRET)
        self.check(one, with_role("wing_organiser", one.organiser), sees=True)

    def test_who_organises_for_another_is_not(self):
        other = with_role("wing_organiser", OfficeFactory())
        self.check(sitting(**SECRET), other, sees=False)

    def test_who_organises_for_an_office_that_takes_part_is(self):
        office = OfficeFactory()
        one = sitting(parts=(Part("ক", office=office),), **SECRET)
        self.check(one, with_role("wing_organiser", office), sees=True)

    def test_a_plain_colleague_of_an_office_that_takes_part_is_not(self):
        office = OfficeFactory()
        one = sitting(parts=(Part("ক", office=office),), **SECRET)
        self.check(one, UserFactory(office=office), sees=False)

    def test_the_chairs_own_secretary_is(self):
        kept = chair()
        one = sitting(chair=kept.officer, **SECRET)
        self.check(one, with_role("private_secretary", kept.office), sees=True)

    def test_so_he_is_under_another_spelling_of_the_chair(self):
        kept = chair()
        spelling = Officer.objects.create(name="অন্য বানান", same_as=kept.officer)
        one = sitting(chair=spelling, **SECRET)
        self.check(one, with_role("private_secretary", kept.office), sees=True)

    def test_so_he_is_where_the_registered_name_was_the_other_spelling(self):
        kept, person = chair(), OfficerFactory()
        kept.officer.same_as = person
        kept.officer.save()
        one = sitting(chair=person, **SECRET)
        self.check(one, with_role("private_secretary", kept.office), sees=True)

    def test_another_chairs_secretary_is_not(self):
        other = with_role("private_secretary", chair().office)
        self.check(sitting(**SECRET), other, sees=False)

    def test_who_entered_it_is(self):
        user = UserFactory()
        one = sitting(by=user, **SECRET)
        self.check(one, user, sees=True)


def test_a_hold_that_ran_out_is_shown_as_such_at_once():
    one = hold(details=details(), until=soon(hours=1), by=UserFactory(full_name="করিম"))
    assert (see(one).state, see(one).held_by) == ("held", "করিম")
    run_out(one)
    assert see(one).state == "lapsed"


def test_many_cost_as_few_queries_as_one(django_assert_max_num_queries):
    place = room()
    for hour in range(8, 16):
        sitting(f"{hour:02}:00", f"{hour:02}:30", room=place, **SECRET)
    user = with_role("wing_organiser", OfficeFactory())
    with django_assert_max_num_queries(8):
        assert len(shown(Sitting.objects.with_names(), user)) == 8
