"""A right over a chair's day reaches his sittings, and not one step further."""

from datetime import date

import pytest
from django.http import Http404

from schedule.access import keeps_day, may_move, secretaries, sitting_to_move_or_404
from tests.factories import (
    AppointmentFactory,
    OfficeFactory,
    OfficerFactory,
    UserFactory,
)
from tests.schedule.sittings import chair, in_days, sitting

pytestmark = pytest.mark.django_db


def person(office, role="private_secretary", **appointment):
    user = UserFactory(office=office)
    AppointmentFactory(user=user, role=role, office=office, **appointment)
    return user


@pytest.fixture
def kept():
    return chair()


@pytest.fixture
def secretary(kept):
    return person(kept.office)


class TestKeepingADay:
    def test_of_the_own_chair(self, kept, secretary):
        assert keeps_day(secretary, kept.officer)

    def test_under_another_spelling(self, kept, secretary):
        assert keeps_day(secretary, OfficerFactory(same_as=kept.officer))

    def test_of_a_chair_below_the_own_office(self, kept):
        above = OfficeFactory()
        kept.office.parent = above
        kept.office.save()
        assert keeps_day(person(above), kept.officer)

    def test_not_of_another_chair(self, secretary):
        assert not keeps_day(secretary, chair().officer)

    def test_not_of_one_who_is_no_chair(self, secretary):
        assert not keeps_day(secretary, OfficerFactory())

    @pytest.mark.parametrize("role", ["wing_organiser", "general_services", "auditor"])
    def test_not_with_another_role(self, kept, role):
        assert not keeps_day(person(kept.office, role), kept.officer)

    def test_not_after_the_term(self, kept):
        over = person(kept.office, until=in_days(-1))
        assert not keeps_day(over, kept.officer)

    def test_not_who_is_barred(self, kept, secretary):
        secretary.is_active = False
        assert not keeps_day(secretary, kept.officer)


class TestMoving:
    def test_what_his_chair_chairs_though_another_organises(self, kept, secretary):
        assert may_move(secretary, sitting(chair=kept.officer))

    def test_not_where_his_chair_only_takes_part(self, kept, secretary):
        assert not may_move(secretary, sitting())

    def test_who_organises_it(self):
        one = sitting()
        assert may_move(person(one.organiser, "wing_organiser"), one)
        assert not may_move(person(OfficeFactory(), "wing_organiser"), one)

    def test_the_branch_all(self):
        assert may_move(person(OfficeFactory(), "general_services"), sitting())

    def test_to_all_others_it_is_not_there(self, kept, secretary):
        one = sitting(chair=kept.officer)
        assert sitting_to_move_or_404(secretary, one.pk) == one
        for user, key in ((UserFactory(), one.pk), (secretary, one.pk + 1)):
            with pytest.raises(Http404):
                sitting_to_move_or_404(user, key)


class TestSecretaries:
    def test_all_of_the_nearest_office(self, kept, secretary):
        other = person(kept.office)
        assert set(secretaries(kept)) == {secretary, other}

    def test_those_above_only_where_there_is_none(self, kept):
        above = OfficeFactory()
        kept.office.parent = above
        kept.office.save()
        higher = person(above)
        assert secretaries(kept) == [higher]
        near = person(kept.office)
        assert secretaries(kept) == [near]

    def test_one_appointed_twice_is_one(self, kept, secretary):
        AppointmentFactory(
            user=secretary,
            role="private_secretary",
            office=kept.office,
            since=date(2016, 1, 1),
            until=date(2016, 12, 31),
        )
        assert secretaries(kept) == [secretary]

    def test_none_of_them_all(self, kept):
        person(OfficeFactory())
        person(kept.office, "wing_organiser")
        assert secretaries(kept) == []
