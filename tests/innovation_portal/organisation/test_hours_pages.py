"""Working hours on the screen: seen by all, kept by the branch."""

from datetime import date, time

import pytest

from innovation_portal.models import WorkingHours
from innovation_portal.record.events import changes, events

pytestmark = pytest.mark.django_db

LIST, NEW = "/organisation/hours/", "/organisation/hours/new/"


def fields(**values):
    return {
        "name": "রমজান",
        "since": "২৭/০৫/২০১৭",
        "until": "২৫/০৬/২০১৭",
        "opens": "সকাল ৯টা",
        "closes": "বিকাল ৩:৩০টা",
        "break_from": "দুপুর ১:১৫টা",
        "break_until": "দুপুর ১:৩০টা",
        "weekdays": ["7", "1", "2", "3", "4"],
    } | values


@pytest.fixture
def branch(cast):
    return cast["general_services"]


def errors(response):
    return list(response.context["form"].errors)


def test_visitors_see_the_usual_hours(cast):
    page = cast["visitor"].get(LIST).content.decode()
    assert "সকাল ৯টা – বিকাল ৫টা" in page
    assert "দুপুর ১টা – দুপুর ২টা" in page
    assert "/change/" not in page


def test_the_usual_days_are_ticked_at_first_and_then_those_that_hold(branch):
    def ticked(address):
        boxes = branch.get(address).context["form"]["weekdays"]
        return [int(box.data["value"]) for box in boxes if box.data["selected"]]

    assert ticked(NEW) == [7, 1, 2, 3, 4]
    branch.post(NEW, fields(weekdays=["7", "6"]))
    assert ticked(f"{LIST}{WorkingHours.objects.get().pk}/change/") == [7, 6]


def test_hours_of_ramadan(branch):
    assert branch.post(NEW, fields()).status_code == 302
    row = WorkingHours.objects.get()
    assert (row.since, row.until) == (date(2017, 5, 27), date(2017, 6, 25))
    assert (row.opens, row.closes) == (time(9), time(15, 30))
    assert (row.break_from, row.break_until) == (time(13, 15), time(13, 30))
    assert row.weekdays == [7, 1, 2, 3, 4]


def test_change_and_remove(branch):
    branch.post(NEW, fields())
    row = WorkingHours.objects.get()
    branch.post(f"{LIST}{row.pk}/change/", fields(closes="বিকাল ৪টা"))
    row.refresh_from_db()
    assert row.closes == time(16)
    branch.post(f"{LIST}{row.pk}/remove/")
    assert not WorkingHours.objects.exists()


def test_a_working_saturday_needs_no_tick(branch):
    day = "২০/০৫/২০১৭"
    said = fields(since=day, until=day, name="কর্মদিবস")
    branch.post(
        NEW, {name: value for name, value in said.items() if name != "weekdays"}
    )
    assert WorkingHours.objects.get().weekdays == [6]


def test_a_range_without_a_working_day_is_refused(branch):
    assert errors(branch.post(NEW, fields(weekdays=[]))) == ["weekdays"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"until": "১/০৫/২০১৭"},
        {"closes": "সকাল ৮টা"},
        {"break_until": ""},
        {"break_from": "সকাল ৮টা"},
    ],
)
def test_what_the_database_would_refuse_is_said_in_words(branch, wrong):
    page = branch.post(NEW, fields(**wrong))
    assert len(page.context["form"].non_field_errors()) >= 1
    assert page.context["form"]["name"].value() == "রমজান"


def test_two_ranges_on_one_day_are_refused_and_one_day_is_not(branch):
    branch.post(NEW, fields())
    assert errors(branch.post(NEW, fields(name="অন্য"))) == ["__all__"]
    saturday = fields(since="3/6/2017", until="3/6/2017", name="শনিবার")
    assert branch.post(NEW, saturday).status_code == 302
    assert errors(branch.post(NEW, saturday)) == ["__all__"]


def test_the_record_says_hours_and_days_in_words(branch):
    branch.post(NEW, fields())
    [change] = changes(events(what="workinghours"))
    said = {str(label): str(after) for label, _before, after in change.values}
    assert "বিকাল ৩:৩০টা" in said.values()
    assert change.who == branch.user.full_name
