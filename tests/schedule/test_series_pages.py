"""Pages of series: the rule, the plan with all clashes, the last word, the whole."""

from datetime import date
from urllib.parse import urlencode

import pytest
from django.urls import reverse
from django.utils import translation

from schedule.actions.sitting import cancel
from schedule.models import Series, Sitting, Waiver
from schedule.occurrences import Scope
from tests.schedule.serieses import (
    FIRST,
    THURSDAYS,
    altered,
    days,
    hours,
    rows,
    start,
)
from tests.schedule.sittings import room, sitting

pytestmark = [pytest.mark.slow, pytest.mark.django_db]
RULE = {"rule": "FREQ=MONTHLY;BYDAY=-1TH", "on_days_off": "skip"}
ASKED = RULE | {"last_on": "৩০/০৬/২০২৭"}


@pytest.fixture
def branch(cast):
    return cast["general_services"]


@pytest.fixture
def first(cast):
    """A sitting of the ministry on a last Thursday."""
    return sitting(day=FIRST, organiser=cast.ministry, room=room(name_bn="হল"))


def address(name, row, asked=()):
    query = f"?{urlencode(asked, doseq=True)}" if asked else ""
    return f"/en{reverse(f'schedule:{name}', args=[row.pk])}{query}"


def sent(page, **said):
    """What a browser would send of the plan on a page, with something chosen."""
    form = page.context["plan"]
    values = {name: form[name].value() for name in form.fields}
    data = {name: "" if value is None else value for name, value in values.items()}
    for way in form.ways:
        data[way.add_prefix("way")] = way["way"].value()
    return data | said


def errors(page, name="plan"):
    return page.context[name].errors


# It comes again


def test_the_form_offers_what_the_day_suggests(branch, first):
    page = branch.get(address("series_create", first))
    choices = page.context["asked"].fields["rule"].choices
    with translation.override("en"):
        labels = [str(label) for _value, label in choices]
    assert labels == [
        "Every month: fourth Thursday",
        "Every month: last Thursday",
        "Every month: day 28 of the month",
        "Every three months: fourth Thursday",
        "Every week: Thursday",
        "Once in 2 weeks: Thursday",
        "Every day",
        "By another rule",
    ]
    assert "plan" not in page.context


def test_the_plan_is_shown_before_it_is_done(branch, first):
    page = branch.get(address("series_create", first, ASKED))
    assert [step.day for step, _way in page.context["plan"].lines] == THURSDAYS[1:]
    assert Sitting.objects.count() == 1


def test_the_plan_is_done(branch, first):
    where = address("series_create", first, ASKED)
    answer = branch.post(where, sent(branch.get(where)))
    series = Series.objects.get()
    assert answer.headers["Location"] == f"/en/schedule/series/{series.pk}/"
    assert days(series) == THURSDAYS
    assert {row.entered_by for row in rows(series)[1:]} == {branch.user}


OWN = {"rule": "other", "on_days_off": "keep", "last_on": "30/04/2027"}
RULES = (
    ({"often": "DAILY", "every": "১০"}, "FREQ=DAILY;INTERVAL=10"),
    ({"often": "WEEKLY", "weekdays": ["6", "1"]}, "FREQ=WEEKLY;BYDAY=SU,TU;WKST=SU"),
    (
        {"often": "MONTHLY", "day": "৩১"},
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
    ),
    ({"often": "MONTHLY", "nth": "2", "weekdays": ["6"]}, "FREQ=MONTHLY;BYDAY=2SU"),
)


@pytest.mark.parametrize(("asked", "rule"), RULES)
def test_a_rule_of_ones_own(branch, first, asked, rule):
    where = address("series_create", first, OWN | asked)
    branch.post(where, sent(branch.get(where)))
    assert Series.objects.get().rule == rule


WRONG = (
    ({}, "rule"),
    (ASKED | {"rule": "FREQ=SECONDLY"}, "rule"),
    (OWN | {"often": "WEEKLY"}, "rule"),
    (OWN | {"often": "MONTHLY"}, "rule"),
    (OWN | {"often": "MONTHLY", "nth": "2", "weekdays": ["6", "1"]}, "rule"),
    (OWN | {"often": "DAILY", "every": "50"}, "rule"),
    (OWN | {"often": "DAILY", "every": "0"}, "every"),
    (OWN | {"often": "MONTHLY", "day": "9" * 5000}, "day"),
    (ASKED | {"last_on": "কাল"}, "last_on"),
    (ASKED | {"last_on": "28/01/2027"}, "__all__"),
    (ASKED | {"last_on": "31/12/2199"}, "__all__"),
)


@pytest.mark.parametrize(("asked", "field"), WRONG)
def test_what_is_wrong_with_a_rule_is_told_at_its_field(branch, first, asked, field):
    page = branch.get(address("series_create", first, asked or {"x": "1"}))
    assert field in page.context["asked"].errors
    assert "plan" not in page.context


def test_all_clashes_are_shown_with_a_choice_for_each(branch, first):
    others = [sitting(day=day, room=first.room) for day in THURSDAYS[1:3]]
    where = address("series_create", first, ASKED)
    page = branch.get(where)
    told = [sentences for _step, _way, sentences in page.context["plan"].table]
    assert [len(one) for one in told] == [1, 1, 0, 0, 0]
    assert others[0].subject in told[0][0]
    refused = branch.post(where, sent(page))
    assert [bool(way.errors) for way in refused.context["plan"].ways] == [
        True,
        True,
        False,
        False,
        False,
    ]
    assert Sitting.objects.count() == 3


def test_each_clash_is_settled_in_its_way(branch, first):
    for day in THURSDAYS[1:4]:
        sitting(day=day, room=first.room)
    where = address("series_create", first, ASKED)
    one, two, three = THURSDAYS[1:4]
    said = {f"{one}-way": "out", f"{two}-way": "time", f"{three}-way": "over"}
    said |= {f"{two}-begins": "দুপুর ২টা", f"{two}-ends": "3:00 pm", "reason": "জরুরি"}
    branch.post(where, sent(branch.get(where), **said))
    series = Series.objects.get()
    assert days(series) == [FIRST, *THURSDAYS[2:]]
    assert hours(series)[:3] == ["10:00", "14:00", "10:00"]
    assert [waiver.reason for waiver in Waiver.objects.all()] == ["জরুরি"]


def test_an_override_needs_its_reason(branch, first):
    sitting(day=THURSDAYS[1], room=first.room)
    where = address("series_create", first, ASKED)
    page = branch.post(
        where, sent(branch.get(where), **{f"{THURSDAYS[1]}-way": "over"})
    )
    assert [*errors(page)] == ["reason"]
    assert not Series.objects.exists()


def test_who_may_not_override_is_not_offered_it(cast, first):
    sitting(day=THURSDAYS[1], room=first.room)
    where = address("series_create", first, ASKED)
    client = cast["wing_organiser"]
    said = {f"{THURSDAYS[1]}-way": "over", "reason": "জরুরি"}
    page = client.post(where, sent(client.get(where), **said))
    assert [*page.context["plan"].ways[0].errors] == ["way"]
    assert not Series.objects.exists()


def test_what_came_between_is_not_overridden(branch, first):
    sitting(day=THURSDAYS[1], room=first.room)
    where = address("series_create", first, ASKED)
    data = sent(branch.get(where), **{f"{THURSDAYS[1]}-way": "over", "reason": "জরুরি"})
    data["seen"] = "sitting-999999 nonsense"
    page = branch.post(where, data)
    assert errors(page)["__all__"]
    assert not Series.objects.exists()


def test_a_time_of_ones_own_must_be_one(branch, first):
    sitting(day=THURSDAYS[1], room=first.room)
    where, day = address("series_create", first, ASKED), THURSDAYS[1]
    said = {f"{day}-way": "time", f"{day}-begins": "16:00", f"{day}-ends": "15:00"}
    page = branch.post(where, sent(branch.get(where), **said))
    assert page.context["plan"].ways[0].errors
    assert "16:00" in page.content.decode()


def test_a_closed_sitting_in_the_way_tells_nothing(cast, first):
    secret = sitting(
        day=THURSDAYS[1], room=first.room, closed=True, subject="গোপন বোর্ড"
    )
    wing = cast.person("wing", cast.wing, ["wing_organiser"])
    own = sitting(day=FIRST, organiser=cast.wing, chair=secret.chair, room=room())
    page = wing.get(address("series_create", own, ASKED))
    said = page.content.decode()
    assert (said.count("Busy"), said.count("গোপন বোর্ড")) == (1, 0)


def test_who_was_overtaken_is_told(branch, first):
    where = address("series_create", first, ASKED)
    data = sent(branch.get(where))
    Sitting.objects.filter(pk=first.pk).update(sequence=5)
    page = branch.post(where, data)
    assert errors(page)["__all__"]


def test_the_page_of_a_series_sitting_prolongs_it(cast, branch):
    series = start(organiser=cast.ministry)
    last = rows(series)[-1]
    where = address("series_create", last, ASKED | {"last_on": "31/08/2027"})
    branch.post(where, sent(branch.get(where)))
    assert days(series)[-1] == date(2027, 8, 26)


# Several are changed


def change_asked(row, **said):
    asked = {
        "scope": Scope.FOLLOWING,
        "subject": row.subject,
        "begins": "10:00",
        "ends": "11:00",
        "room": row.room_id,
    }
    return asked | said


@pytest.mark.parametrize(
    ("scope", "expected"),
    [(Scope.FOLLOWING, ["10:00", *["12:00"] * 5]), (Scope.ALL, ["12:00"] * 6)],
)
def test_several_are_changed(cast, branch, scope, expected):
    series = start(organiser=cast.ministry)
    row = rows(series)[1]
    said = change_asked(row, scope=scope, begins="দুপুর ১২টা", ends="১:০০ pm")
    where = address("series_change", row, said)
    page = branch.get(where)
    assert len(page.context["plan"].ways) == expected.count("12:00")
    assert set(hours(series)) == {"10:00"}
    branch.post(where, sent(page))
    assert hours(series) == expected


def test_one_is_left_as_it_is(cast, branch):
    series = start(organiser=cast.ministry)
    row = rows(series)[1]
    where = address("series_change", row, change_asked(row, contact="১২৩"))
    branch.post(where, sent(branch.get(where), **{f"{THURSDAYS[2]}-way": "out"}))
    assert [one.contact for one in rows(series)] == ["", "১২৩", "", *["১২৩"] * 3]


CHANGES = (
    ({"room": ""}, "room"),
    ({"place": "বিয়াম"}, "room"),
    ({"ends": "09:00"}, "ends"),
    ({"begins": "দশটা"}, "begins"),
    ({"subject": "ক" * 301}, "subject"),
    ({"scope": "this"}, "scope"),
    ({"chair": "999"}, "chair"),
)


@pytest.mark.parametrize(("said", "field"), CHANGES)
def test_what_is_wrong_with_a_change_is_told(cast, branch, said, field):
    row = rows(start(organiser=cast.ministry))[1]
    page = branch.get(address("series_change", row, change_asked(row, **said)))
    assert [*page.context["asked"].errors] == [field]


def test_a_sitting_by_itself_has_no_series_to_change(branch, first):
    for name in ("series_change", "series_cancel"):
        assert branch.get(address(name, first)).status_code == 404


def test_a_series_with_anothers_sitting_is_not_changed_by_the_way(cast):
    wing = cast.person("wing", cast.wing, ["wing_organiser"])
    series = start(organiser=cast.wing)
    row = rows(series)[0]
    assert wing.get(address("series_change", row)).status_code == 200
    Sitting.objects.filter(pk=rows(series)[3].pk).update(organiser=cast.ministry)
    for name in ("series_change", "series_create", "series_cancel"):
        assert wing.get(address(name, row)).status_code == 404


# Cancelled, and looked at


def test_sittings_are_cancelled_with_a_reason(cast, branch):
    series = start(organiser=cast.ministry)
    row = rows(series)[2]
    where = address("series_cancel", row)
    page = branch.post(where, {"scope": "following", "sequence": 0, "reason": ""})
    assert [*errors(page, "form")] == ["reason"]
    branch.post(where, {"scope": "following", "sequence": 0, "reason": "প্রয়োজন নেই"})
    assert days(series, state="confirmed") == THURSDAYS[:2]


def test_all_sittings_of_a_series_stand_on_its_page(cast, branch):
    series = start(subject="মাসিক সমন্বয় সভা", organiser=cast.ministry)
    cancel(sitting=rows(series)[1], sequence=0, reason="ছুটি", by=None)
    where = address("series_detail", series)
    page = cast["visitor"].get(where)
    assert [one.pk for one in page.context["sittings"]] == [
        row.pk for row in rows(series)
    ]
    assert page.context["next"].pk == rows(series)[0].pk
    assert "Every month: last Thursday" in page.content.decode()
    assert (page.context["keeps"], page.headers["ETag"][0]) == (False, '"')
    assert branch.get(where).context["keeps"]


def test_a_closed_series_tells_strangers_nothing(cast, branch):
    series = start(subject="পদোন্নতি বোর্ড", closed=True, organiser=cast.wing)
    where = address("series_detail", series)
    assert "পদোন্নতি বোর্ড" not in cast["visitor"].get(where).content.decode()
    assert "পদোন্নতি বোর্ড" in branch.get(where).content.decode()


def test_nor_does_one_that_is_closed_in_part(cast):
    series = start(subject="পদোন্নতি বোর্ড", closed=True, organiser=cast.wing)
    altered(rows(series)[2], Scope.THIS, subject="উন্মুক্ত সভা", closed=False)
    page = cast["visitor"].get(address("series_detail", series))
    assert "পদোন্নতি বোর্ড" not in page.content.decode()
    assert page.context["name"] == "উন্মুক্ত সভা"
