"""How far one decision is, told by those who may."""

from dataclasses import replace

import pytest
from django.urls import reverse

from schedule.actions.minutes import note_progress
from tests.factories import OfficeFactory
from tests.schedule.minutes import ROW, minutes_of
from tests.schedule.sittings import sitting

pytestmark = pytest.mark.usefixtures("in_english")


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


@pytest.fixture
def decision(cast):
    rows = [replace(ROW, text="পত্র দিতে হবে", responsible="সংস্থা")]
    return minutes_of(sitting(organiser=cast.wing), *rows).decisions.get()


def address(decision):
    return reverse("schedule:decision_progress", args=[decision.pk])


def test_progress_is_noted_by_those_who_carry_it_out(cast, decision):
    agency = cast.person("agency", cast.agency, ["wing_organiser"])
    values = {"state": "done", "note": "পত্র দেওয়া হয়েছে।"}
    page = agency.post(address(decision), values, follow=True)
    assert "পত্র দেওয়া হয়েছে।" in page.text
    decision.refresh_from_db()
    assert decision.state == "done"
    assert decision.progress.get().by == agency.user


def test_and_by_those_who_organised_the_sitting(cast, decision):
    wing = cast.person("wing", cast.wing, ["wing_organiser"])
    wing.post(address(decision), {"state": "open", "note": "চলছে"})
    assert decision.progress.get().note == "চলছে"


def test_for_all_others_it_is_not_there(cast, decision):
    stranger = cast.person("stranger", OfficeFactory(), ["wing_organiser"])
    assert stranger.get(address(decision)).status_code == 404
    values = {"state": "done", "note": "-"}
    assert stranger.post(address(decision), values).status_code == 404
    assert decision.progress.count() == 0


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"state": "open"}, "Write how far it is, or say that it is settled."),
        ({"state": "lost", "note": "-"}, "Select a valid choice."),
        ({"note": "-"}, "This field is required."),
        ({"state": "open", "note": "ক" * 1001}, "1000"),
    ],
)
def test_wrong_input_is_told_and_kept(values, said, clerk, decision):
    page = clerk.post(address(decision), values)
    assert said in page.text
    assert page.context["form"]["note"].value() == values.get("note")
    assert decision.progress.count() == 0


def test_tells_all_that_was_noted_and_by_whom(clerk, decision):
    for note in ("প্রথম কথা", "শেষ কথা"):
        note_progress(decision=decision, state="open", note=note, by=clerk.user)
    page = clerk.get(address(decision)).text
    assert page.index("প্রথম কথা") < page.index("শেষ কথা")
    assert page.count(clerk.user.full_name) >= 2


def test_a_decision_without_an_office_is_followed_by_the_organiser(cast):
    rows = [replace(ROW, responsible="সংশ্লিষ্ট সকলে")]
    decision = minutes_of(sitting(organiser=cast.wing), *rows).decisions.get()
    wing = cast.person("wing", cast.wing, ["wing_organiser"])
    agency = cast.person("agency", cast.agency, ["wing_organiser"])
    codes = [who.get(address(decision)).status_code for who in (wing, agency)]
    assert codes == [200, 404]
