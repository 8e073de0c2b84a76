"""How far earlier decisions are, as the next sitting of the series hears it."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from django.utils import timezone

from schedule.actions.minutes import note_progress
from schedule.actions.sitting import cancel
from schedule.following import followed_up
from schedule.models import Decision, Series
from tests.factories import OfficeFactory
from tests.schedule.minutes import ROW, minutes_of
from tests.schedule.sittings import sitting

pytestmark = pytest.mark.django_db
DAYS = [date(2026, month, 4) for month in (5, 6, 7)]


@pytest.fixture
def series():
    """Three sittings of May, June and July."""
    made = Series.objects.create(
        name="সমন্বয়",
        rule="FREQ=MONTHLY",
        first_on=DAYS[0],
        last_on=DAYS[-1],
        office=OfficeFactory(),
    )
    rows = [sitting(day=day) for day in DAYS]
    for row in rows:
        row.series, row.occurrence = made, row.begins.date()
        row.save()
    return rows


def heard(row):
    return [
        (one.decision.text, one.state, [told.note for told in one.notes])
        for one in followed_up(row)
    ]


def test_a_sitting_of_no_series_hears_of_none():
    minutes_of(sitting(day=DAYS[0]))
    assert followed_up(sitting(day=DAYS[1])) == []


def test_the_next_sitting_hears_of_open_decisions(series):
    minutes_of(series[0], replace(ROW, text="ক"), replace(ROW, text="খ"))
    assert heard(series[0]) == []
    assert heard(series[1]) == [("ক", "open", []), ("খ", "open", [])]


def test_what_was_only_discussed_is_not_followed(series):
    minutes_of(series[0], replace(ROW, text=""), replace(ROW, text="খ"))
    assert heard(series[1]) == [("খ", "open", [])]


def test_a_sitting_without_minutes_between_hears_and_passes_on(series):
    minutes_of(series[0])
    assert [text for text, *_rest in heard(series[2])] == [ROW.text]


def test_a_cancelled_sitting_is_none_of_the_series(series):
    minutes_of(series[0])
    cancel(sitting=series[0], sequence=series[0].sequence, reason="-", by=None)
    assert heard(series[1]) == []


def test_of_another_series_nothing_is_heard(series):
    other = Series.objects.create(
        name="অন্য",
        rule="FREQ=MONTHLY",
        first_on=DAYS[0],
        last_on=DAYS[-1],
        office=OfficeFactory(),
    )
    minutes_of(series[0])
    series[1].series = other
    series[1].save()
    assert heard(series[1]) == []


@pytest.fixture
def told_in(series, monkeypatch):
    """Note progress on a day."""

    def tell(decision, day, **values):
        moment = timezone.make_aware(datetime(2026, *day, 9))
        with monkeypatch.context() as patched:
            patched.setattr(timezone, "now", lambda: moment)
            note_progress(decision=decision, by=None, **values)

    return tell


def test_what_was_settled_since_the_last_sitting_is_heard_once(series, told_in):
    decision = minutes_of(series[0]).decisions.get()
    minutes_of(series[1])
    told_in(decision, (6, 20), state="done", note="পাঠানো হয়েছে")
    assert heard(series[2])[0] == (ROW.text, "done", ["পাঠানো হয়েছে"])


def test_what_was_settled_before_the_last_sitting_is_heard_no_more(series, told_in):
    decision = minutes_of(series[0]).decisions.get()
    minutes_of(series[1], replace(ROW, text="নতুন"))
    told_in(decision, (5, 20), state="done", note="পাঠানো হয়েছে")
    assert heard(series[1]) == [(ROW.text, "done", ["পাঠানো হয়েছে"])]
    assert heard(series[2]) == [("নতুন", "open", [])]


def test_the_paper_of_an_old_sitting_stays_as_it_was(series, told_in):
    decision = minutes_of(series[0]).decisions.get()
    told_in(decision, (5, 20), state="open", note="শুরু হয়েছে")
    told_in(decision, (7, 20), state="done", note="শেষ")
    assert heard(series[1]) == [(ROW.text, "open", ["শুরু হয়েছে"])]
    assert heard(series[2]) == [(ROW.text, "done", ["শুরু হয়েছে", "শেষ"])]


def test_a_decision_that_was_taken_up_again_is_open(series, told_in):
    decision = minutes_of(series[0]).decisions.get()
    told_in(decision, (5, 20), state="done")
    told_in(decision, (5, 25), state="open", note="আবার")
    assert heard(series[1]) == [(ROW.text, "open", ["আবার"])]


def test_costs_the_same_for_many(series, django_assert_num_queries):
    minutes_of(series[0], *(replace(ROW, text=str(n)) for n in range(9)))
    for decision in Decision.objects.all():
        note_progress(decision=decision, state="open", note="-", by=None)
    with django_assert_num_queries(4):
        assert len(followed_up(series[1])) == 9
