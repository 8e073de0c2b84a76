"""Offices made, renamed, moved and closed; the record says by whom."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from innovation_portal.models import Office
from innovation_portal.organisation.actions import office as actions
from tests.factories import FormerNameFactory, OfficeFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]

DAY = datetime.date(2017, 2, 12)


@pytest.fixture
def user():
    return UserFactory(office=OfficeFactory(name_bn="মূল"))


def change(office, user, **fields):
    values = {
        "parent": office.parent,
        "kind": office.kind,
        "name_bn": office.name_bn,
        "name_en": office.name_en,
    }
    actions.change_office(office=office, by=user, **values | fields)
    office.refresh_from_db()


def test_create(user):
    office = actions.create_office(
        name_bn="নতুন শাখা", kind="section", parent=user.office, since=DAY, by=user
    )
    assert office.path == f"{user.office.path}{office.pk}/"
    assert office.named_since == DAY
    assert office.events.get().pgh_context["user"] == user.pk


def test_one_name_once_below_one_office(user):
    given = {"name_bn": "শাখা", "kind": "section", "parent": user.office, "by": user}
    actions.create_office(**given)
    with pytest.raises(ValidationError):
        actions.create_office(**given)


def test_a_dated_rename_keeps_the_former_name(user):
    office = OfficeFactory(name_bn="আগের", name_en="Before")
    change(office, user, name_bn="পরের", since=DAY)
    former = office.former_names.get()
    assert (former.name_bn, former.name_en, former.until) == ("আগের", "Before", DAY)
    assert (office.name_bn, office.named_since) == ("পরের", DAY)
    assert former.events.get().pgh_context["user"] == user.pk


def test_a_correction_keeps_none(user):
    office = OfficeFactory(name_bn="ভূল")
    change(office, user, name_bn="ভুল")
    assert not office.former_names.exists()


def test_a_date_without_a_new_name_keeps_none(user):
    office = OfficeFactory()
    change(office, user, since=DAY)
    assert not office.former_names.exists()


def test_two_names_until_one_day(user):
    office = OfficeFactory()
    FormerNameFactory(office=office, until=DAY)
    with pytest.raises(ValidationError):
        change(office, user, name_bn="পরের", since=DAY)


def test_a_name_older_than_the_present_one(user):
    office = OfficeFactory(named_since=DAY)
    with pytest.raises(ValidationError, match="later day"):
        change(office, user, name_bn="পরের", since=DAY)


def test_move(user):
    office = OfficeFactory()
    below = OfficeFactory(parent=office)
    change(office, user, parent=user.office)
    below.refresh_from_db()
    assert below.is_within(user.office)


@pytest.mark.parametrize("depth", [0, 1])
def test_no_office_stands_below_itself(user, depth):
    office = OfficeFactory()
    new_parent = [office, OfficeFactory(parent=office)][depth]
    with pytest.raises(ValidationError, match="below itself"):
        change(office, user, parent=new_parent)
    assert Office.objects.get(pk=office.pk).parent is None


def test_close(user):
    office = OfficeFactory()
    actions.close_office(office=office, day=DAY, by=user)
    assert office not in Office.objects.open()
    assert office.events.latest("pgh_id").closed_on == DAY


def test_close_what_is_below_first(user):
    office = OfficeFactory()
    below = OfficeFactory(parent=office)
    with pytest.raises(ValidationError, match="below it"):
        actions.close_office(office=office, day=DAY, by=user)
    actions.close_office(office=below, day=DAY, by=user)
    actions.close_office(office=office, day=DAY, by=user)


def test_close_on_a_day_to_come(user):
    with pytest.raises(ValidationError, match="still to come"):
        actions.close_office(
            office=OfficeFactory(), day=datetime.date(9999, 1, 1), by=user
        )
