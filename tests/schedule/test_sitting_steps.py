"""Steps of the form by its own buttons; guests; those taking part."""

import pytest

from directory.models import Officer
from schedule.details import Part
from schedule.forms.picking import token
from schedule.models import Participant, Sitting
from tests.factories import OfficeFactory
from tests.schedule.entering import NEW, errors, typed
from tests.schedule.sittings import chair, room, sitting

pytestmark = pytest.mark.django_db
EN = "/en" + NEW


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


class TestSteps:
    """Buttons that only turn the form a step on, as a browser without scripts."""

    def post(self, clerk, cast, **said):
        answer = clerk.post(EN, typed(cast.wing, **said))
        assert not Sitting.objects.exclude(subject="অন্য").exists()
        assert answer.context["form"].errors == {}
        return answer.context["form"]

    def test_a_half_typed_form_is_not_judged(self, cast, clerk):
        said = {"subject": "", "day": "", "begins": "x", "chair": ""}
        form = self.post(clerk, cast, **said, look_chair="1")
        assert form["begins"].value() == "x"

    def test_the_chair_is_looked_for_and_chosen(self, cast, clerk):
        known = chair("করিম", shown_as="মাননীয় মন্ত্রী")
        form = self.post(clerk, cast, chair="", chair_text="মন্ত্রী", look_chair="1")
        (choice,) = form.chair.choices
        form = self.post(clerk, cast, chair="", take_chair=choice.token)
        assert form.chair.part == Part("মাননীয় মন্ত্রী", officer=known.officer)
        assert form["chair_as"].value() == "মাননীয় মন্ত্রী"
        assert form.fields["chair_as"].widget.attrs["autofocus"]

    def test_another_chair_is_asked_for(self, cast, clerk):
        form = self.post(clerk, cast, drop_chair="1", chair_as="x")
        assert (form.chair.token, form["chair_as"].value()) == ("", "")

    def test_someone_from_outside_is_asked_for_name_and_post(self, cast, clerk):
        text = "ড. করিম, উপাচার্য, বুয়েট"
        form = self.post(clerk, cast, chair="", chair_text=text, take_guest="1")
        said = [form[name].value() for name in ("chair_name", "chair_as")]
        assert (form.chair.token, said) == ("outside", ["ড. করিম", "উপাচার্য, বুয়েট"])

    def test_many_are_added_at_once(self, cast, clerk):
        form = self.post(clerk, cast, parts_text="ক, খ\nগ", add_parts="1")
        assert [part.name for part in form.parts.parts] == ["ক", "খ", "গ"]
        assert form["parts_text"].value() == ""

    def test_too_long_a_name_is_told_and_kept(self, cast, clerk):
        form = self.post(clerk, cast, parts_text="ক" * 251, add_parts="1")
        assert form.parts.problem.startswith("One of the names is too long")
        assert form["parts_text"].value() == "ক" * 251

    @pytest.mark.parametrize(
        ("step", "left"),
        [
            ({"take_part": token(Part("গ"))}, ["ক", "খ", "গ"]),
            ({"drop_part": "0"}, ["খ"]),
            ({"drop_part": "২"}, ["ক", "খ"]),
            ({"swap_part": "1|" + token(Part("গ"))}, ["ক", "গ"]),
            ({"look_parts": "1"}, ["ক", "খ"]),
        ],
    )
    def test_those_taking_part(self, cast, clerk, step, left):
        parts = [token(Part("ক")), token(Part("খ"))]
        form = self.post(clerk, cast, part=parts, **step)
        assert [part.name for part in form.parts.parts] == left

    def test_a_free_slot_is_taken_over(self, cast, clerk):
        hall = room()
        slot = f"2027-02-15T14:00/2027-02-15T15:30/{hall.pk}"
        form = self.post(clerk, cast, take_slot=slot, place="ভবন")
        said = [form[n].value() for n in ("day", "begins", "ends", "room", "place")]
        times = ["15/02/2027", "2:00 pm", "3:30 pm"]
        assert said == [*times, str(hall.pk), ""]

    @pytest.mark.parametrize("slot", ["", "x", "a/b/c", "2027-02-15/x/1", "//"])
    def test_what_is_no_slot_changes_nothing(self, cast, clerk, slot):
        form = self.post(clerk, cast, take_slot=slot)
        assert form["begins"].value() == "সকাল ১০:৩০টা"

    def test_clashes_are_told_without_saving(self, cast, clerk):
        other = sitting("10:00", "11:00", subject="অন্য")
        answer = clerk.post(EN, typed(cast.wing, room=other.room_id, check="1"))
        (sentence,) = answer.context["judged"].hard
        assert "অন্য" in sentence

    def test_with_htmx_the_page_looks_for_clashes_anew(self, cast, clerk):
        said = typed(cast.wing, take_part=token(Part("গ")))
        answer = clerk.post(NEW, said, headers={"HX-Request": "true"})
        assert answer.headers["HX-Trigger-After-Settle"] == '{"recheck": {}}'


class TestGuests:
    def test_a_chair_from_outside_becomes_an_officer(self, cast, clerk):
        said = {"chair": "outside", "chair_name": "ড. করিম", "chair_as": "উপাচার্য"}
        clerk.post(NEW, typed(cast.wing, **said))
        entered = Sitting.objects.get()
        assert (entered.chair.name, entered.chair_as) == ("ড. করিম", "উপাচার্য")

    def test_a_refused_sitting_makes_nobody(self, cast, clerk):
        taken = sitting("10:00", "11:00")
        said = {"chair": "outside", "chair_name": "ড. করিম", "chair_as": "উপাচার্য"}
        answer = clerk.post(NEW, typed(cast.wing, room=taken.room_id, **said))
        assert len(answer.context["judged"].hard) == 1
        assert not Officer.objects.filter(name="ড. করিম").exists()


class TestParts:
    def test_what_is_still_in_the_field_is_added(self, cast, clerk):
        office = OfficeFactory(name_bn="নীতি শাখা")
        clerk.post(NEW, typed(cast.wing, parts_text="নীতি শাখা\nঅর্থ বিভাগ"))
        said = Participant.objects.values_list("name", "office")
        assert list(said) == [("নীতি শাখা", office.pk), ("অর্থ বিভাগ", None)]

    def test_one_who_may_be_known_is_asked_about_first(self, cast, clerk):
        OfficeFactory(name_bn="নীতি শাখা")
        answer = clerk.post(EN, typed(cast.wing, parts_text="নীতি"))
        assert errors(answer) == {
            "parts_text": ["Look at those just added: who is meant?"]
        }
        (chip,) = answer.context["form"].parts.chosen
        assert [one.name for one in chip.maybe] == ["নীতি শাখা"]
        clerk.post(NEW, typed(cast.wing, part=[chip.token]))
        assert Participant.objects.get().name == "নীতি"
