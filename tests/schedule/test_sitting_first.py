"""What a new form says, by itself and as an address asks."""

from datetime import datetime

import pytest

from schedule.details import Part
from schedule.forms.picking import token
from tests.factories import OfficerFactory
from tests.schedule.entering import NEW, typed
from tests.schedule.serieses import start
from tests.schedule.sittings import DAY, chair, room, sitting

pytestmark = pytest.mark.django_db
EN = "/en" + NEW


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


@pytest.mark.usefixtures("in_english")
class TestFirst:
    def said(self, client, query=""):
        form = client.get(EN + query).context["form"]
        return {name: form[name].value() for name in form.fields}

    def test_what_is_usual_stands_there(self, cast, clerk):
        said = self.said(clerk)
        assert said["kind"] == "meeting"
        assert said["begins"] == "10:30 am"
        assert said["organiser"] == cast.ministry.pk
        assert said["contact"] == clerk.user.full_name

    def test_the_day_is_the_next_one_that_is_worked(self, clerk, monkeypatch):
        thursday = datetime(2027, 2, 11).date()
        monkeypatch.setattr("django.utils.timezone.localdate", lambda *_a: thursday)
        assert self.said(clerk)["day"] == "14/02/2027"

    def test_or_that_of_the_sitting_entered_last(self, cast, clerk):
        clerk.post(NEW, typed(cast.wing))
        assert self.said(clerk)["day"] == "14/02/2027"

    def test_a_series_entered_today_does_not_move_it_months_ahead(self, clerk):
        usual = self.said(clerk)["day"]
        start(by=clerk.user)
        assert self.said(clerk)["day"] == usual

    def test_the_people_that_a_slot_was_found_for_stand_there(self, clerk):
        assert self.said(clerk, "?people=20")["people"] == "20"

    def test_who_chairs_most_of_the_office_s_sittings_is_its_chair(self, cast, clerk):
        officer = OfficerFactory()
        for day in (14, 15):
            sitting(
                chair=officer,
                chair_as="অতিরিক্ত সচিব",
                organiser=cast.ministry,
                day=DAY.replace(day=day),
            )
        sitting(organiser=cast.ministry)
        form = clerk.get(NEW).context["form"]
        assert form.chair.part == Part("অতিরিক্ত সচিব", officer=officer)

    def test_one_sitting_makes_nobody_usual(self, cast, clerk):
        sitting(organiser=cast.ministry)
        assert clerk.get(NEW).context["form"].chair.part is None

    def test_an_address_asks_for_slot_room_chair_and_parts(self, cast, clerk):
        known, hall = chair("করিম", shown_as="মাননীয় মন্ত্রী"), room()
        query = {
            "begins": "2027-02-15T14:00",
            "ends": "2027-02-15T15:30",
            "room": hall.pk,
            "chair": known.officer.pk,
            "part": [token(Part("শাখা", office=cast.wing))],
        }
        form = clerk.get(EN, query).context["form"]
        said = [form[name].value() for name in ("day", "begins", "ends", "room")]
        assert said == ["15/02/2027", "2:00 pm", "3:30 pm", str(hall.pk)]
        assert form.chair.part == Part("মাননীয় মন্ত্রী", officer=known.officer)
        assert form.parts.parts == [Part("শাখা", office=cast.wing)]

    @pytest.mark.parametrize(
        "query",
        ["begins=x&ends=y", "room=x", "chair=x", "chair=999999", "part=x", "like=x"],
    )
    def test_a_wrong_address_asks_for_nothing(self, clerk, query):
        assert clerk.get(f"{NEW}?{query}").status_code == 200

    def test_another_like_one_has_a_letter_and_a_day_of_its_own(self, cast, clerk):
        old = sitting(
            "14:00",
            "16:00",
            subject="সমন্বয় সভা",
            letter_number="১২",
            agenda="বাজেট",
            organiser=cast.wing,
            parts=(Part("শাখা", office=cast.wing),),
        )
        form = clerk.get(f"{EN}?like={old.pk}").context["form"]
        names = ("subject", "begins", "ends", "room", "agenda", "organiser")
        said = [form[name].value() for name in names]
        times = ["2:00 pm", "4:00 pm"]
        assert said == ["সমন্বয় সভা", *times, old.room_id, "বাজেট", cast.wing.pk]
        assert (form["letter_number"].value(), form["sequence"].value()) == (None, None)
        assert form.chair.part.officer == old.chair
        assert form.parts.parts == [Part("শাখা", office=cast.wing)]

    def test_only_of_the_own_offices(self, cast):
        stranger = cast.person("stranger", cast.agency, ["wing_organiser"])
        old = sitting(organiser=cast.wing)
        assert stranger.get(f"{NEW}?like={old.pk}").status_code == 404
