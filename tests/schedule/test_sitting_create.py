"""Entering a sitting, with no script but the form's own buttons."""

from datetime import datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from directory.models import Officer
from schedule.actions.sitting import postpone
from schedule.details import Details, Part
from schedule.forms.picking import token
from schedule.models import Move, Participant, Policy, Refusal, Sitting
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.entering import NEW, chair_token, errors, typed
from tests.schedule.sittings import DAY, at, chair, room, sitting

pytestmark = pytest.mark.django_db
EN = "/en" + NEW


def detail(pk):
    return reverse("schedule:sitting_detail", args=[pk])


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


@pytest.fixture
def organiser(cast):
    """He organises for the wing alone."""
    return cast.person("organiser", cast.wing, ["wing_organiser"])


def test_a_meeting_from_its_letter(cast, clerk):
    officer, hall = OfficerFactory(), room(capacity=40)
    said = {
        "chair": chair_token(officer, "সচিব মহোদয়"),
        "room": hall.pk,
        "ends": "দুপুর ১২টা",
        "letter_number": "৩৬.০০.০০০০.১২",
        "letter_date": "১২/০২/২০২৭",
        "contact": "করিম, ৯৫৬৭০২৪",
        "people": "২৫",
        "agenda": "বাজেট\n\nবিবিধ",
        "closed": "on",
        "online": "meet.example.bd/1",
        "part": [token(Part("নীতি শাখা", office=cast.wing))],
    }
    answer = clerk.post(NEW, typed(cast.wing, **said))
    entered = Sitting.objects.get()
    assert answer.url == detail(entered.pk)
    assert Details.of(entered) == Details(
        kind="meeting",
        subject="মাসিক সমন্বয় সভা",
        begins=at("10:30"),
        ends=at("12:00"),
        room=hall,
        online="https://meet.example.bd/1",
        chair=officer,
        chair_as="সচিব মহোদয়",
        organiser=cast.wing,
        contact="করিম, ৯৫৬৭০২৪",
        people=25,
        letter_number="৩৬.০০.০০০০.১২",
        letter_date=datetime(2027, 2, 12).date(),
        agenda="বাজেট\nবিবিধ",
        closed=True,
        parts=(Part("নীতি শাখা", office=cast.wing),),
    )
    assert (entered.state, entered.entered_by) == ("confirmed", clerk.user)


def test_without_an_end_it_lasts_an_hour(cast, clerk):
    clerk.post(NEW, typed(cast.wing, ends=""))
    assert Sitting.objects.get().ends == at("11:30")


def test_it_may_last_several_days(cast, clerk):
    last = DAY + timedelta(days=2)
    clerk.post(NEW, typed(cast.wing, ends="4 pm", last_day=f"{last:%d/%m/%Y}"))
    assert Sitting.objects.get().ends == at("16:00", last)


def test_a_slot_is_held_as_long_as_the_branch_says(cast, organiser):
    Policy(pk=1, hold_hours=5).save()
    organiser.post(NEW, typed(cast.wing, save="hold"))
    held = Sitting.objects.get()
    left = held.held_until - timezone.now()
    assert (held.state, held.held_by) == ("held", organiser.user)
    assert timedelta(hours=4, minutes=58) < left <= timedelta(hours=5)


def test_a_hold_ends_when_the_sitting_begins(cast, organiser):
    soon = timezone.localtime() + timedelta(hours=20)
    said = {"day": f"{soon:%d/%m/%Y}", "begins": f"{soon:%H:%M}"}
    organiser.post(NEW, typed(cast.wing, save="hold", **said))
    held = Sitting.objects.get()
    assert held.held_until == held.begins


def test_the_enter_key_means_what_the_role_does_most(clerk, organiser):
    saves = [one.get(NEW).context["form"].usual_save for one in (clerk, organiser)]
    assert saves == ["enter", "hold"]


def test_a_room_that_needs_approval_is_asked_for(cast, organiser, clerk):
    hall = room(needs_approval=True)
    answer = organiser.post(EN, typed(cast.wing, room=hall.pk), follow=True)
    (asked,) = Sitting.objects.all()
    assert (asked.state, asked.approval_asked_at is None) == ("held", False)
    assert [str(said) for said in answer.context["messages"]] == [
        "The room is held; the general services branch has been asked for it."
    ]


def test_an_office_out_of_reach_cannot_organise(cast, organiser):
    answer = organiser.post(NEW, typed(cast.agency))
    assert list(errors(answer)) == ["organiser"]
    assert not Sitting.objects.exists()


class TestWrong:
    @pytest.mark.parametrize(
        ("said", "wrong"),
        [
            ({"subject": ""}, {"subject"}),
            ({"subject": "ক" * 301}, {"subject"}),
            ({"subject": "ক" * 400_000}, {"subject"}),
            ({"subject": "\u200f\x00"}, {"subject"}),
            ({"kind": "party"}, {"kind"}),
            ({"day": ""}, {"day"}),
            ({"day": "৩১/০২/২০২৭"}, {"day"}),
            ({"begins": "3"}, {"begins"}),
            ({"begins": ""}, {"begins"}),
            ({"ends": "99"}, {"ends"}),
            ({"ends": "10 am"}, {"ends"}),
            ({"ends": "10:30"}, {"ends"}),
            ({"last_day": "১৬/০২/২০২৭"}, {"ends"}),
            ({"last_day": "১৩/০২/২০২৭", "ends": "4 pm"}, {"ends"}),
            ({"last_day": "১৬/০৪/২০২৭", "ends": "4 pm"}, {"last_day"}),
            ({"room": ""}, {"room"}),
            ({"room": "999999"}, {"room"}),
            ({"room": "ক"}, {"room"}),
            ({"place": "বিসিক ভবন"}, {"place"}),
            ({"place": "ক" * 251}, {"place"}),
            ({"chair": ""}, {"chair_text"}),
            ({"chair": "nonsense"}, {"chair_text"}),
            ({"chair": "outside"}, {"chair_name", "chair_as"}),
            ({"chair": "outside", "chair_name": "করিম"}, {"chair_as"}),
            ({"organiser": "999999"}, {"organiser"}),
            ({"people": "০"}, {"people"}),
            ({"people": "অনেক"}, {"people"}),
            ({"people": "99999999999999999999"}, {"people"}),
            ({"letter_date": "গতকাল"}, {"letter_date"}),
            ({"letter_number": "১" * 101}, {"letter_number"}),
            ({"online": "javascript:alert(1)"}, {"online"}),
            ({"agenda": "ক" * 5001}, {"agenda"}),
            ({"parts_text": "ক" * 251}, {"parts_text"}),
        ],
    )
    def test_each_thing_has_a_sentence_at_its_place(self, cast, clerk, said, wrong):
        whole = typed(cast.wing, room=room().pk, chair=chair_token()) | said
        answer = clerk.post(EN, whole)
        assert set(errors(answer)) == wrong
        assert not Sitting.objects.exists()

    def test_all_is_told_at_once_and_nothing_is_lost(self, cast, clerk):
        said = {"subject": "", "begins": "99", "people": "x", "agenda": "বাজেট"}
        answer = clerk.post(EN, typed(cast.wing, **said, part=[token(Part("অর্থ"))]))
        assert set(errors(answer)) == {"subject", "begins", "people"}
        form = answer.context["form"]
        assert form["agenda"].value() == "বাজেট"
        assert form["people"].value() == "x"
        assert form.parts.parts == [Part("অর্থ")]
        assert form.chair.part.name == "সচিব মহোদয়"

    def test_hostile_text_is_shown_as_text(self, cast, clerk):
        said = {"subject": "<b>x</b>", "people": "<i>", "parts_text": "<u>k</u>"}
        page = clerk.post(NEW, typed(cast.wing, **said)).content.decode()
        assert [mark for mark in ("<b>x", "<i>", "<u>k") if mark in page] == []

    def test_signs_that_are_not_seen_are_not_kept(self, cast, clerk):
        subject = "\u202eমাসিক\u200f  সভা\x00"
        clerk.post(NEW, typed(cast.wing, subject=subject, agenda="ক\x00\u202e\r\nখ"))
        entered = Sitting.objects.get()
        assert (entered.subject, entered.agenda) == ("মাসিক সভা", "ক\nখ")


class TestPast:
    yesterday = {"day": f"{timezone.localdate() - timedelta(days=1):%d/%m/%Y}"}

    def test_the_branch_enters_it_for_the_records(self, cast, clerk):
        clerk.post(NEW, typed(cast.wing, **self.yesterday))
        assert Sitting.objects.count() == 1

    def test_an_organiser_does_not(self, cast, organiser):
        answer = organiser.post(EN, typed(cast.wing, **self.yesterday))
        assert errors(answer) == {
            "day": ["This time has passed; only the branch enters it now."]
        }


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


class TestSentTwice:
    def test_one_sitting_comes_of_it(self, cast, clerk):
        whole = typed(cast.wing)
        first, second = (clerk.post(NEW, whole).url for _n in range(2))
        assert first == second
        assert (Sitting.objects.count(), Move.objects.count()) == (1, 1)

    def test_neither_with_a_guest_outside(self, cast, clerk):
        said = {"chair": "outside", "chair_name": "ড. করিম", "chair_as": "উপাচার্য"}
        whole = typed(cast.wing, place="বুয়েট", **said)
        assert clerk.post(NEW, whole).url == clerk.post(NEW, whole).url
        assert Officer.objects.filter(name="ড. করিম").count() == 1

    def test_after_one_was_postponed_it_is_another(self, cast, clerk):
        whole = typed(cast.wing)
        clerk.post(NEW, whole)
        (entered,) = Sitting.objects.all()
        postpone(sitting=entered, sequence=0, reason="x", by=clerk.user)
        clerk.post(NEW, whole)
        assert Sitting.objects.count() == 2


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
