"""A series begins: its days, what comes again, and clashes of all at once."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from innovation_portal.models import Holiday
from schedule.actions.series import repeat
from schedule.actions.sitting import Override
from schedule.details import Details, Part
from schedule.errors import Clashing
from schedule.models import Move, Series, Sitting, Waiver
from schedule.occurrences import Order, Scope
from schedule.recurring import LAST, Often, OnDaysOff, Rule
from tests.factories import OfficeFactory, UserFactory
from tests.schedule.serieses import (
    FIRST,
    JUNE,
    LAST_THURSDAY,
    SUN,
    THU,
    THURSDAYS,
    altered,
    cancelled,
    days,
    hours,
    rows,
    start,
)
from tests.schedule.sittings import at, room, sitting

pytestmark = pytest.mark.django_db


def test_each_occurrence_is_a_sitting_of_its_own():
    branch = UserFactory()
    series = start(by=branch, subject="মাসিক সমন্বয় সভা", letter_number="স্মারক ১")
    held = rows(series)
    assert [row.occurrence for row in held] == days(series) == THURSDAYS
    assert len({row.uid for row in held}) == len(THURSDAYS)
    assert {row.entered_by for row in held} == {branch}
    assert [row.letter_number for row in held] == ["স্মারক ১", *[""] * 5]
    assert {move.kind for move in Move.objects.all()} == {Move.Kind.ENTERED}
    assert (series.name, series.rule) == ("মাসিক সমন্বয় সভা", "FREQ=MONTHLY;BYDAY=-1TH")
    assert (series.first_on, series.last_on) == (FIRST, JUNE)


def test_all_that_a_sitting_says_comes_again():
    offices = OfficeFactory(), OfficeFactory()
    parts = (Part("শাখা", office=offices[0]), Part("অতিথি", email="a@b.gov.bd"))
    series = start(parts=parts, closed=True, agenda="১। বিবিধ", people=12)
    for row in rows(series):
        assert Details.of(row).parts == parts
        assert (row.closed, row.agenda, row.people) == (True, "১। বিবিধ", 12)


def test_the_31st_falls_on_the_last_day_of_shorter_months():
    first = date(2027, 1, 31)
    rule = Rule(Often.MONTHLY, day=31)
    series = start(rule, date(2027, 4, 30), first, on_days_off=OnDaysOff.KEEP)
    assert [(day.month, day.day) for day in days(series)] == [
        (1, 31),
        (2, 28),
        (3, 31),
        (4, 30),
    ]


def test_quarterly():
    rule = Rule(Often.MONTHLY, 3, weekdays=(THU,), nth=LAST)
    series = start(rule, date(2027, 12, 31))
    assert [day.month for day in days(series)] == [1, 4, 7, 10]


def test_a_training_of_several_days_leaves_out_the_weekend():
    first = date(2027, 2, 17)  # a Wednesday
    series = start(Rule(Often.DAILY), date(2027, 2, 22), first, kind="training")
    assert [day.day for day in days(series)] == [17, 18, 21, 22]


def test_the_hour_in_dhaka_is_the_same_all_the_year():
    series = start(last_on=date(2027, 12, 31))
    assert set(hours(series)) == {"10:00"}
    assert {row.during.lower.utcoffset() for row in rows(series)} == {timedelta(0)}


def test_holidays_are_left_out_moved_or_kept():
    Holiday.objects.create(day=THURSDAYS[1], name_bn="বিশেষ ছুটি", name_en="Holiday")
    assert days(start())[1] == THURSDAYS[2]
    kept = start(on_days_off=OnDaysOff.KEEP)
    assert days(kept) == THURSDAYS
    put_off = start(on_days_off=OnDaysOff.NEXT)
    assert days(put_off)[1] == date(2027, 2, 28)  # over Friday and Saturday
    assert rows(put_off)[1].occurrence == date(2027, 2, 28)


def test_a_standing_sitting_becomes_the_first():
    first = sitting(day=FIRST)
    order = Order(LAST_THURSDAY, JUNE)
    series = repeat(sitting=first, sequence=0, order=order, by=None)
    assert rows(series)[0] == first
    assert days(series) == THURSDAYS
    first.refresh_from_db()
    assert (first.sequence, first.occurrence) == (0, FIRST)


def test_from_a_sitting_of_the_past_only_those_to_come_are_entered():
    day = timezone.localdate() - timedelta(days=40)
    old = sitting(day=day)
    rule = Rule(Often.WEEKLY, weekdays=(SUN,))
    order = Order(rule, timezone.localdate() + timedelta(days=30))
    series = repeat(sitting=old, sequence=0, order=order, by=None)
    new = rows(series)[1:]
    assert 3 <= len(new) <= 5
    assert all(row.during.lower > timezone.now() for row in new)


@pytest.mark.parametrize("last_on", [FIRST, FIRST + timedelta(days=20)])
def test_a_rule_that_brings_nothing_is_refused(last_on):
    with pytest.raises(ValidationError):
        start(last_on=last_on)
    assert (Sitting.objects.count(), Series.objects.count()) == (0, 0)


def test_too_many_are_refused_before_anything_is_written():
    with pytest.raises(ValidationError):
        start(Rule(Often.DAILY), date(2028, 1, 28))
    assert Sitting.objects.count() == 0


def test_all_clashes_are_told_at_once_and_nothing_is_written():
    hall = room()
    others = [sitting(day=day, room=hall) for day in THURSDAYS[1:3]]
    with pytest.raises(Clashing) as refused:
        start(room=hall)
    assert [clash.other for clash in refused.value.clashes] == others
    assert (Sitting.objects.count(), Series.objects.count()) == (2, 0)


def test_of_those_that_clash_each_is_left_out_moved_or_entered_all_the_same():
    hall, why = room(), "মন্ত্রীর নির্দেশ"
    one, two, three = [sitting(day=day, room=hall) for day in THURSDAYS[1:4]]
    times = {THURSDAYS[2]: (at("14:00", THURSDAYS[2]), at("15:00", THURSDAYS[2]))}
    over = Override(why, frozenset({("sitting", three.pk)}))
    series = start(room=hall, skip={THURSDAYS[1]}, times=times, override=over)
    assert days(series) == [THURSDAYS[0], *THURSDAYS[2:]]
    assert series.left_out == [THURSDAYS[1]]
    assert hours(series)[:3] == ["10:00", "14:00", "10:00"]
    assert [(w.other_sitting, w.reason) for w in Waiver.objects.all()] == [(three, why)]


def test_a_time_chosen_for_one_that_is_taken_too_is_refused():
    hall = room()
    sitting(day=THURSDAYS[1], room=hall)
    other = sitting("14:00", "15:00", day=THURSDAYS[1], room=hall)
    times = {THURSDAYS[1]: (at("14:30", THURSDAYS[1]), at("15:30", THURSDAYS[1]))}
    with pytest.raises(Clashing) as refused:
        start(room=hall, times=times)
    assert [clash.other for clash in refused.value.clashes] == [other]


def test_an_override_names_those_it_saw_and_no_others():
    hall = room()
    seen, unseen = [sitting(day=day, room=hall) for day in THURSDAYS[1:3]]
    over = Override("কারণ", frozenset({("sitting", seen.pk)}))
    with pytest.raises(Clashing) as refused:
        start(room=hall, override=over)
    assert [clash.other for clash in refused.value.clashes] == [unseen]


def test_rows_of_others_are_never_touched():
    hall = room()
    other = sitting(day=THURSDAYS[1], room=hall)
    before = Sitting.objects.filter(pk=other.pk).values().get()
    series = start(room=hall, skip={THURSDAYS[1]})
    altered(rows(series)[0], Scope.ALL, begins="12:00", ends="13:00")
    cancelled(rows(series)[0], Scope.ALL)
    assert Sitting.objects.filter(pk=other.pk).values().get() == before
