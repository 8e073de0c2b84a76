"""Decisions that somebody is to carry out, the longest overdue first."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from innovation_portal.bangla.calendar import format_short_date
from schedule.actions.minutes import note_progress
from schedule.models import Decision, Participant, Series
from tests.factories import OfficeFactory
from tests.schedule.minutes import ROW, minutes_of
from tests.schedule.sittings import in_days, sitting

pytestmark = pytest.mark.usefixtures("in_english")
ADDRESS = "/en/schedule/decisions/"


def due(text, days=None, responsible=""):
    day = format_short_date(in_days(days), "bn") if days is not None else "চলমান"
    return replace(ROW, text=text, due=day, responsible=responsible)


def listed(client, **asked):
    page = client.get(ADDRESS, asked).context["page"]
    return [decision.text for decision in page.object_list]


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


def test_the_longest_overdue_come_first_and_those_without_a_day_last(clerk, cast):
    rows = [due("চলমান"), due("কাল", 1), due("গতকাল", -1), due("গত মাসে", -30)]
    minutes_of(sitting(organiser=cast.wing), *rows)
    assert listed(clerk) == ["গত মাসে", "গতকাল", "কাল", "চলমান"]


def test_only_what_lies_behind_is_marked_as_overdue(clerk, cast):
    rows = [due("গতকাল", -1), due("আজ", 0), due("কাল", 1), due("চলমান")]
    minutes_of(sitting(organiser=cast.wing), *rows)
    found = Decision.objects.most_urgent_first()
    assert [decision.is_overdue for decision in found] == [True, False, False, False]
    assert clerk.get(ADDRESS).text.count("tag tag-error") == 1


def test_what_was_only_discussed_is_no_decision(clerk, cast):
    minutes_of(sitting(organiser=cast.wing), due(""), due("ক"))
    assert listed(clerk) == ["ক"]


def test_settled_ones_stand_on_their_own_page_the_latest_first(clerk, cast):
    minutes = minutes_of(sitting(organiser=cast.wing), due("ক"), due("খ"), due("গ"))
    first, second, _third = minutes.decisions.in_order()
    note_progress(decision=second, state="done", by=None)
    note_progress(decision=first, state="dropped", by=None)
    assert listed(clerk) == ["গ"]
    assert listed(clerk, show="settled") == ["ক", "খ"]


def test_an_organiser_sees_what_his_offices_decided_or_carry_out(cast):
    other = OfficeFactory(name_bn="বিটাক")
    minutes_of(sitting(organiser=cast.wing), due("আমাদের সভার"))
    minutes_of(sitting(organiser=other), due("আমাদের কাজ", responsible="অনুবিভাগ"))
    minutes_of(sitting(organiser=other), due("অন্যদের", responsible="বিটাক"))
    organiser = cast.person("own", cast.wing, ["wing_organiser"])
    assert {*listed(organiser)} == {"আমাদের সভার", "আমাদের কাজ"}


def test_without_the_right_there_is_no_list(cast):
    codes = {who: cast[who].get(ADDRESS).status_code for who in ("visitor", "plain")}
    assert codes == {"visitor": 302, "plain": 403}


def test_by_office_with_all_below_it(clerk, cast):
    section = OfficeFactory(name_bn="শাখা", parent=cast.wing)
    minutes_of(sitting(organiser=section), due("শাখার"))
    minutes_of(sitting(organiser=cast.agency), due("সংস্থার"))
    assert listed(clerk, office=cast.wing.pk) == ["শাখার"]
    assert listed(clerk, office=cast.agency.pk) == ["সংস্থার"]


def test_by_series(clerk, cast):
    held = sitting(organiser=cast.wing)
    held.series = Series.objects.create(
        name="সমন্বয়",
        rule="FREQ=MONTHLY",
        first_on=held.begins.date(),
        last_on=held.begins.date() + timedelta(days=90),
        office=cast.wing,
    )
    held.save()
    minutes_of(held, due("নিয়মিত"))
    minutes_of(sitting(organiser=cast.wing), due("একবার"))
    assert listed(clerk, series=held.series.pk) == ["নিয়মিত"]


@pytest.mark.parametrize(
    "asked", [{"office": "x"}, {"office": "9" * 30}, {"series": "0"}, {"show": "?"}]
)
def test_what_cannot_be_asked_for_is_not_asked_for(asked, clerk, cast):
    minutes_of(sitting(organiser=cast.wing), due("ক"))
    assert listed(clerk, **asked) == ["ক"]


def test_of_a_closed_sitting_strangers_learn_the_decision_alone(cast):
    secret = {"subject": "পদোন্নতি কমিটি", "closed": True}
    held = sitting(organiser=OfficeFactory(), **secret)
    row = due("পত্র দিতে হবে", responsible="অনুবিভাগ")
    minutes_of(held, replace(row, discussion="গোপন আলোচনা"))
    organiser = cast.person("own", cast.wing, ["wing_organiser"])
    page = organiser.get(ADDRESS).text
    assert "পত্র দিতে হবে" in page
    assert "পদোন্নতি" not in page
    assert "গোপন" not in page
    Participant.objects.create(sitting=held, order=1, name="-", office=cast.wing)
    assert "পদোন্নতি" in organiser.get(ADDRESS).text


def test_goes_on_upon_further_pages(clerk, cast):
    rows = [due(str(number), number) for number in range(25)]
    minutes_of(sitting(organiser=cast.wing), *rows)
    assert listed(clerk) == [str(number) for number in range(20)]
    assert listed(clerk, page=2) == [str(number) for number in range(20, 25)]


def test_says_the_latest_that_was_told(clerk, cast):
    decision = minutes_of(sitting(organiser=cast.wing), due("ক")).decisions.get()
    for note in ("প্রথম কথা", "শেষ কথা"):
        note_progress(decision=decision, state="open", note=note, by=None)
    page = clerk.get(ADDRESS).text
    assert ("প্রথম কথা" in page, "শেষ কথা" in page) == (False, True)


def test_costs_the_same_for_many(clerk, cast):
    counts = []
    for _n in range(3):
        minutes_of(sitting(organiser=cast.wing), due("ক"), due("খ"))
        with CaptureQueriesContext(connection) as asked:
            listed(clerk)
        counts.append(len(asked))
    assert counts == counts[:1] * 3


def test_the_day_is_today_at_the_office(clerk, cast):
    decision = minutes_of(sitting(organiser=cast.wing), due("ক", 0)).decisions.get()
    assert decision.due_on == timezone.localdate()
    assert decision.is_overdue is False
