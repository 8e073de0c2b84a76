"""The auditor's page: who, when, what, before, after."""

import datetime

import pytest
from django.utils import timezone

from innovation_portal.access import actions
from innovation_portal.organisation.actions.office import change_office
from innovation_portal.record.events import changes, events
from tests.factories import AppointmentFactory, OfficeFactory, UserFactory

pytestmark = pytest.mark.usefixtures("in_english")


def latest(**asked):
    return changes(events(**asked)[:1])[0]


def rename(office, by, name="নতুন নাম"):
    change_office(
        office=office, by=by, name_bn=name, kind=office.kind, parent=office.parent
    )


@pytest.fixture
def admin(cast):
    return cast["portal_admin"].user


def test_a_change_shows_what_became_otherwise(cast, admin):
    rename(cast.wing, admin)
    change = latest(what="office")
    assert (str(change.who), str(change.kind)) == ("portal_admin", "changed")
    assert change.which == cast.wing.name_en
    assert [(str(label), old, new) for label, old, new in change.values] == [
        ("name in Bangla", "অনুবিভাগ", "নতুন নাম")
    ]


def test_each_change_stands_against_the_one_before(cast, admin):
    rename(cast.wing, admin, "এক")
    rename(cast.agency, admin, "আলাদা")
    rename(cast.wing, admin, "দুই")
    assert latest(what="office").values[0][1:] == ("এক", "দুই")


def test_links_and_choices_are_shown_by_name(cast, admin):
    user = UserFactory(office=cast.wing, full_name="মোঃ করিম")
    actions.appoint(
        user=user,
        role="auditor",
        office=cast.ministry,
        since=datetime.date(2017, 1, 1),
        reason="আদেশ",
        by=admin,
    )
    change = latest(what="appointment")
    shown = {str(label): str(after) for label, _before, after in change.values}
    assert str(change.kind) == "made"
    assert shown["user"] == "মোঃ করিম"
    assert shown["role"] == "Auditor"
    assert shown["office"] == "Ministry"
    assert shown["from"] == "1 January 2017"


def test_who_is_the_portal_and_who_came_past_it(cast):
    rename(cast.wing, None)
    assert str(latest(what="office").who) == "the portal itself"
    OfficeFactory()
    assert str(latest(what="user").who) == "not through the portal"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({}, {"office", "user", "appointment"}),
        ({"what": "office"}, {"office"}),
        ({"who": "portal_a"}, {"office"}),
        ({"who": "nobody"}, set()),
        ({"who": "portal_a", "what": "user"}, set()),
    ],
)
def test_asking(cast, admin, asked, expected):
    rename(cast.wing, admin)
    assert {row["what"] for row in events(**asked)} == expected


def test_barring_is_shown_as_words(cast, admin):
    actions.set_active(user=cast["plain"].user, active=False, by=admin)
    shown = {str(label): (str(b), str(a)) for label, b, a in latest(what="user").values}
    assert shown["may log in"] == ("yes", "no")


def test_asking_by_day(cast):
    today, day = timezone.localdate(), datetime.timedelta(days=1)
    assert events(since=today, until=today).count() == events().count()
    assert not events(since=today + day)
    assert not events(until=today - day)


def test_the_page(cast, admin):
    rename(cast.wing, admin)
    page = cast["auditor"].get("/record/?what=office&who=portal").content.decode()
    assert "অনুবিভাগ" in page
    assert "নতুন নাম" in page
    assert "portal_admin" in page


def test_the_page_takes_bangla_days_and_says_what_is_wrong(cast):
    right = cast["auditor"].get("/record/?since=০১/০১/২০১৭&until=02/01/2017")
    assert right.context["changes"] == []
    wrong = cast["auditor"].get("/record/?since=৩১/০২/২০১৭")
    assert list(wrong.context["form"].errors) == ["since"]
    assert wrong.status_code == 200


def test_pages(cast):
    OfficeFactory.create_batch(60)
    first = cast["auditor"].get("/record/?what=office")
    second = cast["auditor"].get("/record/?what=office&page=2")
    assert len(first.context["changes"]) == 50
    assert len(second.context["changes"]) == 63 - 50
    assert cast["auditor"].get("/record/?page=many").status_code == 200


def test_a_long_record_costs_no_more(cast, django_assert_max_num_queries):
    for _ in range(20):
        AppointmentFactory(
            user=cast["plain"].user, role="focal_point", until="2017-1-1"
        )
        cast["plain"].user.appointments.update(since="2016-01-01", until="2016-01-01")
        cast["plain"].user.appointments.update(ended_at=timezone.now(), end_reason="x")
    with django_assert_max_num_queries(40):
        cast["auditor"].get("/record/")


def test_values_are_escaped(cast, admin):
    rename(cast.wing, admin, "<b onclick=x>")
    page = cast["auditor"].get("/record/").content.decode()
    assert "<b onclick" not in page
