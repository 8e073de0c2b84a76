"""A time that is taken: told, offered another, overridden."""

import pytest
from django.urls import reverse

from schedule.details import Part
from schedule.forms.picking import token
from schedule.models import Refusal, Sitting
from tests.schedule.entering import NEW, chair_token, errors, typed
from tests.schedule.sittings import room, sitting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
EN = "/en" + NEW


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


@pytest.fixture
def organiser(cast):
    """He organises for the wing alone."""
    return cast.person("organiser", cast.wing, ["wing_organiser"])


class TestClash:
    @pytest.fixture
    def other(self, cast):
        return sitting(
            "10:00", "11:00", subject="অন্য সভা", contact="রহিম ৯৫", organiser=cast.wing
        )

    def test_a_refused_one_comes_back_with_all(self, cast, clerk, other):
        answer = clerk.post(EN, typed(cast.wing, room=other.room_id, agenda="বাজেট"))
        (sentence,) = answer.context["judged"].hard
        said = ["অন্য সভা", other.room.name, "Chair: সচিব মহোদয়", "Call: রহিম ৯৫"]
        assert [one for one in said if one not in sentence] == []
        assert answer.context["form"]["agenda"].value() == "বাজেট"
        assert (Sitting.objects.count(), Refusal.objects.count()) == (1, 1)

    def test_room_and_chair_of_one_other_are_one_sentence(self, cast, clerk, other):
        said = {"room": other.room_id, "chair": chair_token(other.chair)}
        answer = clerk.post(EN, typed(cast.wing, **said))
        (sentence,) = answer.context["judged"].hard
        assert sentence.count("অন্য সভা") == 1
        assert sentence.startswith("The room is taken")
        assert "This person sits elsewhere" in sentence

    def test_free_slots_near_it_are_offered_and_taken(self, cast, clerk, other):
        whole = typed(cast.wing, room=other.room_id)
        offers = clerk.post(EN, whole).context["judged"].offers
        own = next(offer for offer in offers if offer.room == other.room)
        turned = clerk.post(EN, whole | {"take_slot": own.value}).context["form"]
        said = {name: turned[name].value() for name in ("day", "begins", "ends")}
        clerk.post(NEW, whole | said)
        entered = Sitting.objects.exclude(pk=other.pk).get()
        assert (entered.begins, entered.room) == (own.begins, other.room)

    def test_nobody_but_the_branch_is_offered_to_override(
        self, cast, organiser, clerk, other
    ):
        whole = typed(cast.wing, room=other.room_id)
        pages = [who.post(EN, whole).content.decode() for who in (organiser, clerk)]
        assert ['name="override"' in page for page in pages] == [False, True]
        assert "ask the general services branch" in pages[0]

    def test_the_branch_overrides_with_a_reason(self, cast, clerk, other):
        whole = typed(cast.wing, room=other.room_id, override="1")
        whole["over"] = f"sitting-{other.pk}"
        answer = clerk.post(EN, whole)
        assert list(errors(answer)) == ["override_reason"]
        clerk.post(NEW, whole | {"override_reason": "মন্ত্রীর নির্দেশ"})
        entered = Sitting.objects.exclude(pk=other.pk).get()
        waiver = entered.waivers.get()
        assert (waiver.other, waiver.reason) == (other, "মন্ত্রীর নির্দেশ")

    def test_an_override_names_only_what_was_shown(self, cast, clerk, other):
        said = {"override": "1", "override_reason": "x", "over": "sitting-999999"}
        answer = clerk.post(EN, typed(cast.wing, room=other.room_id, **said))
        assert len(answer.context["judged"].hard) == 1
        assert Sitting.objects.count() == 1

    @pytest.mark.parametrize("over", ["", "x", "sitting-", "sitting-x", "block-1"])
    def test_nonsense_overrides_nothing(self, cast, clerk, other, over):
        said = {"override": "1", "override_reason": "x", "over": over}
        clerk.post(NEW, typed(cast.wing, room=other.room_id, **said))
        assert Sitting.objects.count() == 1

    def test_an_organiser_cannot_send_an_override(self, cast, organiser, other):
        said = {"override": "1", "override_reason": "x", "over": f"sitting-{other.pk}"}
        organiser.post(NEW, typed(cast.wing, room=other.room_id, **said))
        assert Sitting.objects.count() == 1

    def test_of_a_closed_one_a_stranger_learns_nothing(self, cast):
        closed = sitting("10:00", "11:00", subject="পদোন্নতি", closed=True)
        stranger = cast.person("stranger", cast.agency, ["wing_organiser"])
        answer = stranger.post(EN, typed(cast.agency, room=closed.room_id))
        assert "পদোন্নতি" not in answer.content.decode()
        (sentence,) = answer.context["judged"].hard
        assert "Busy" in sentence

    def test_who_takes_part_elsewhere_does_not_stop_it(self, cast, clerk):
        part = Part("শাখা", office=cast.wing)
        sitting("10:00", "11:00", parts=(part,))
        clerk.post(NEW, typed(cast.wing, part=[token(part)]))
        assert Sitting.objects.count() == 2


@pytest.mark.usefixtures("in_english")
class TestWhileTyping:
    """What the page asks for, and gets as a piece of itself."""

    address = reverse("schedule:sitting_clash")

    def judged(self, client, **said):
        return client.post(f"/en{self.address}", said).context["judged"]

    def test_a_half_typed_form_is_enough(self, clerk):
        other = sitting("10:00", "11:00")
        slot = {"day": "১৪/০২/২০২৭", "begins": "১০:৩০", "room": other.room_id}
        judged = self.judged(clerk, check="1", **slot)
        assert (len(judged.hard), len(judged.offers)) == (1, 3)

    def test_the_chair_alone_is_enough(self, clerk):
        other = sitting("10:00", "11:00")
        slot = {"day": "14/02/2027", "begins": "10:30"}
        judged = self.judged(clerk, **slot, chair=chair_token(other.chair))
        assert len(judged.hard) == 1

    def test_without_room_and_chair_nothing_is_said_to_be_free(self, clerk):
        sitting("10:00", "11:00")
        judged = self.judged(clerk, day="14/02/2027", begins="10:30")
        assert (judged.hard, judged.is_looked_for) == ([], False)

    def test_before_there_is_a_time_there_is_nothing_to_tell(self, clerk):
        judged = self.judged(clerk, day="14/02", begins="99")
        assert (judged.slot, judged.hard, judged.warnings) == (None, [], [])

    def test_a_free_time_is_read_back(self, clerk):
        slot = {"day": "14/02/2027", "begins": "10:30", "room": room().pk}
        judged = self.judged(clerk, **slot)
        assert judged.times == "14 February 2027, 10:30 am to 11:30 am"

    def test_warnings_do_not_refuse(self, cast, clerk):
        part = Part("শাখা", office=cast.wing)
        sitting("10:00", "11:00", parts=(part,))
        slot = {"day": "14/02/2027", "begins": "10:30", "room": room(capacity=5).pk}
        judged = self.judged(clerk, **slot, people="৬", part=token(part))
        assert (len(judged.hard), len(judged.warnings)) == (0, 2)

    def test_the_sitting_itself_is_not_in_its_way(self, clerk):
        row = sitting("10:00", "11:00")
        slot = {"day": "14/02/2027", "begins": "10:30", "room": row.room_id}
        assert len(self.judged(clerk, **slot).hard) == 1
        assert self.judged(clerk, **slot, sitting=row.pk).hard == []

    def test_another_office_s_sitting_is_not_there(self, cast):
        stranger = cast.person("stranger", cast.agency, ["wing_organiser"])
        row = sitting(organiser=cast.wing)
        assert stranger.post(self.address, {"sitting": row.pk}).status_code == 404

    def test_it_writes_nothing(self, clerk):
        other = sitting("10:00", "11:00")
        slot = {"day": "14/02/2027", "begins": "10:30", "room": other.room_id}
        self.judged(clerk, **slot)
        assert (Sitting.objects.count(), Refusal.objects.count()) == (1, 0)

    @pytest.mark.parametrize(
        "said",
        [
            {"day": "\x00", "begins": "\x00"},
            {"day": "১" * 50_000, "begins": "১" * 50_000},
            {"chair": "[" * 100_000, "part": "{" * 100_000},
            {"sitting": "১", "room": "\x00"},
            {"parts_text": "ক," * 50_000, "add_parts": "1"},
            {"parts_text": "(" * 50_000, "add_parts": "1"},
        ],
    )
    def test_hostile_text_is_cheap(self, clerk, said):
        assert clerk.post(self.address, {"check": "1"} | said).status_code == 200
