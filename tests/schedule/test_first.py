from datetime import date, timedelta

import pytest

from innovation_portal.models import Holiday
from schedule.details import Part
from schedule.forms.first import asked, next_working_day, of_sitting, usual
from schedule.forms.picking import parts_of
from schedule.forms.steps import as_data
from schedule.models import Series, Sitting
from tests.directory import entries
from tests.factories import OfficerFactory, UserFactory
from tests.schedule.sittings import DAY, at, chair, sitting

pytestmark = pytest.mark.django_db
WEDNESDAY = date(2027, 2, 10)


class TestNextWorkingDay:
    def test_is_the_day_after(self):
        assert next_working_day(WEDNESDAY) == date(2027, 2, 11)

    def test_leaves_the_weekend_out(self):
        assert next_working_day(date(2027, 2, 11)) == DAY

    def test_leaves_holidays_out(self):
        Holiday.objects.create(day=date(2027, 2, 11), name_bn="ছুটি")
        assert next_working_day(WEDNESDAY) == DAY

    def test_is_tomorrow_where_no_one_works_for_long(self):
        for n in range(1, 20):
            Holiday.objects.create(day=WEDNESDAY + timedelta(days=n), name_bn="ছুটি")
        assert next_working_day(WEDNESDAY) == date(2027, 2, 11)


class TestOfSitting:
    def test_a_sitting_of_several_days_says_its_last(self):
        row = sitting(begins="10:00", ends="11:00")
        row.during = (at("10:00"), at("16:00", DAY + timedelta(days=2)))
        row.save()
        row.refresh_from_db()
        said = of_sitting(row)
        assert (said["day"], said["last_day"]) == (DAY, date(2027, 2, 16))

    def test_the_chair_goes_along_with_his_post(self):
        row = sitting(chair_as="অতিরিক্ত সচিব", chair_line=7)
        (part,) = parts_of([of_sitting(row)["chair"]])
        assert part == Part("অতিরিক্ত সচিব", officer=row.chair, line=7)


class TestAsked:
    def chair_of(self, officer):
        said = asked(as_data({"chair": str(officer.pk)}))
        return parts_of([said["chair"]])[0]

    def test_a_chair_of_the_registry_with_his_courtesy(self):
        known = chair(shown_as="মাননীয় মন্ত্রী", line=4)
        part = Part("মাননীয় মন্ত্রী", officer=known.officer, line=4)
        assert self.chair_of(known.officer) == part

    def test_an_officer_of_the_directory_with_his_post(self):
        officer = OfficerFactory()
        entries.edition()
        entries.entry("করিম", officer=officer, post="উপসচিব")
        assert self.chair_of(officer) == Part("উপসচিব", officer=officer)

    def test_anybody_else_with_his_name(self):
        officer = OfficerFactory(name="ড. করিম")
        assert self.chair_of(officer) == Part("ড. করিম", officer=officer)

    def test_a_moment_with_its_zone_is_the_office_s(self):
        said = asked(as_data({"begins": "2027-02-14T04:30:00+00:00"}))
        assert f"{said['begins']:%H:%M}" == "10:30"

    def test_a_slot_over_midnight_has_a_last_day(self):
        slot = {"begins": "2027-02-14T10:00", "ends": "2027-02-15T12:00"}
        assert asked(as_data(slot))["last_day"] == date(2027, 2, 15)

    def test_an_end_without_a_beginning_says_nothing(self):
        assert asked(as_data({"ends": "2027-02-15T12:00"})) == {}


def test_a_series_entered_today_does_not_put_the_form_months_ahead():
    clerk, far = UserFactory(), DAY + timedelta(days=90)
    series = Series.objects.create(
        name="ক",
        rule="FREQ=MONTHLY",
        first_on=DAY,
        last_on=far,
        office=clerk.office,
    )
    sitting(by=clerk)
    last = sitting(day=far, by=clerk)
    assert usual(clerk)["day"] == far
    Sitting.objects.filter(pk=last.pk).update(series=series, occurrence=far)
    assert usual(clerk)["day"] == DAY
