"""Holidays: seen by all, kept by the branch, proposed and never overwritten."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from innovation_portal.models import Holiday
from innovation_portal.organisation.actions.holiday import take_holidays
from innovation_portal.organisation.calculated import proposals
from tests.factories import OfficerFactory
from tests.schedule.sittings import DAY, sitting

pytestmark = pytest.mark.django_db

LIST, NEW = "/organisation/holidays/", "/organisation/holidays/new/"
PROPOSED = "/organisation/holidays/proposed/?year=2017"
MOURNING = date(2017, 2, 21)


def holiday(day=MOURNING, name="শহীদ দিবস", **values):
    return Holiday.objects.create(day=day, name_bn=name, **values)


def fields(**values):
    return {"day": "২১/০২/২০১৭", "name_bn": "শহীদ দিবস", "name_en": ""} | values


@pytest.fixture
def branch(cast):
    return cast["general_services"]


def test_visitors_see_a_year(cast):
    holiday()
    holiday(date(2018, 2, 21), "আগামী বছরের")
    page = cast["visitor"].get(LIST, {"year": "২০১৭"})
    assert [one.day for one in page.context["holidays"]] == [MOURNING]
    assert "মঙ্গলবার" in page.content.decode()
    assert "/change/" not in page.content.decode()


@pytest.mark.parametrize("year", ["", "x", "99999", "-1", "1"])
def test_of_another_year_the_present_one_is_shown(cast, year):
    page = cast["visitor"].get(LIST, {"year": year})
    assert page.status_code == 200
    assert page.context["year"] > 2020


def test_the_page_is_known_again_until_a_day_changes(cast):
    etag = cast["visitor"].get(LIST)["ETag"]
    assert cast["visitor"].get(LIST, HTTP_IF_NONE_MATCH=etag).status_code == 304
    holiday()
    assert cast["visitor"].get(LIST, HTTP_IF_NONE_MATCH=etag).status_code == 200


def test_add_change_and_take_away(branch):
    branch.post(NEW, fields())
    one = Holiday.objects.get()
    assert (one.day, one.source) == (MOURNING, "branch")
    branch.post(f"{LIST}{one.pk}/change/", fields(day="22/2/2017", by_moon="on"))
    one.refresh_from_db()
    assert (one.day, one.by_moon) == (date(2017, 2, 22), True)
    away = branch.post(f"{LIST}{one.pk}/remove/")
    assert away["Location"] == f"{LIST}?year=2017"
    assert not Holiday.objects.exists()
    labels = Holiday.pgh_event_model.objects.order_by("pgh_id")
    assert [event.pgh_label for event in labels] == ["insert", "update", "delete"]
    assert {event.pgh_context["user"] for event in labels} == {branch.user.pk}


def test_a_calculated_day_that_is_changed_becomes_the_branchs(branch):
    one = holiday(source="calculated")
    branch.post(f"{LIST}{one.pk}/change/", fields(day="22/2/2017"))
    assert Holiday.objects.get().source == "branch"


def test_one_row_a_day(branch):
    holiday()
    form = branch.post(NEW, fields(name_bn="আরেকটি")).context["form"]
    assert list(form.errors) == ["day"]
    assert form["name_bn"].value() == "আরেকটি"


def test_proposals_come_from_the_library_in_both_languages():
    found = {one.day: one for one in proposals(2017)}
    assert found[date(2017, 12, 16)].name_bn == "বিজয় দিবস"
    assert found[date(2017, 12, 16)].name_en == "Victory Day"
    assert not found[date(2017, 12, 16)].by_moon
    eid = found[date(2017, 6, 26)]
    assert (eid.name_bn, eid.name_en, eid.by_moon) == ("ঈদুল ফিতর", "Eid al-Fitr", True)


def test_proposed_days_are_shown_before_they_are_taken(branch):
    page = branch.get(PROPOSED)
    assert not Holiday.objects.exists()
    assert len(page.context["form"].rows) == len(proposals(2017))


def test_only_ticked_days_are_taken_and_none_is_overwritten(branch):
    holiday(date(2017, 12, 25), "আমাদের বড়দিন")
    days = ["2017-12-16", "2017-12-25", "2017-03-26"]
    refused = branch.post(PROPOSED, {"days": days})
    assert list(refused.context["form"].errors) == ["days"]
    branch.post(PROPOSED, {"days": ["2017-12-16", "2017-03-26"]})
    assert [(one.name_bn, one.source) for one in Holiday.objects.all()] == [
        ("স্বাধীনতা দিবস", "calculated"),
        ("বিজয় দিবস", "calculated"),
        ("আমাদের বড়দিন", "branch"),
    ]


def test_a_day_taken_away_is_proposed_without_its_tick(branch):
    one = holiday(date(2017, 12, 16))
    branch.post(f"{LIST}{one.pk}/remove/")
    form = branch.get(PROPOSED).context["form"]
    unticked = form.offered.keys() - set(form["days"].value())
    assert unticked == {"2017-12-16"}


def test_nothing_ticked_is_said(branch):
    form = branch.post(PROPOSED, {}).context["form"]
    assert len(form.non_field_errors()) == 1


def test_a_day_that_another_was_quicker_to_add_is_left():
    taken = [one for one in proposals(2017) if one.day == date(2017, 12, 16)]
    holiday(date(2017, 12, 16), "আগেরটি")
    with pytest.raises(ValidationError):
        take_holidays(proposals=taken, by=None)
    assert Holiday.objects.get().name_bn == "আগেরটি"


def test_the_branch_sees_the_sittings_that_stand_on_a_holiday(cast, branch):
    chair = OfficerFactory()
    sitting("10:00", "11:00", chair=chair, subject="দরপত্র", closed=True)
    assert "দরপত্র" not in branch.get(LIST).content.decode()
    holiday(DAY)
    assert "দরপত্র" in branch.get(LIST).content.decode()
    assert "দরপত্র" not in cast["visitor"].get(LIST).content.decode()
    assert "দরপত্র" not in cast["plain"].get(LIST).content.decode()
