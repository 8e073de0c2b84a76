"""Entering a sitting, with no script but the form's own buttons."""

from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from directory.models import Officer
from schedule.actions.sitting import postpone
from schedule.details import Details, Part
from schedule.forms.picking import token
from schedule.models import Move, Policy, Sitting
from tests.factories import OfficerFactory
from tests.schedule.entering import NEW, chair_token, errors, typed
from tests.schedule.sittings import DAY, at, room

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


def test_the_hours_of_an_office_need_no_part_of_the_day(cast, clerk):
    clerk.post(NEW, typed(cast.wing, begins="2.30", ends="সাড়ে ৩টা"))
    entered = Sitting.objects.get()
    assert (entered.begins, entered.ends) == (at("14:30"), at("15:30"))


def test_refused_one_goes_on_at_the_time(cast, clerk):
    said = typed(cast.wing)
    clerk.post(NEW, said)
    form = clerk.post(NEW, {**said, "subject": "অন্য সভা"}).context["form"]
    assert "autofocus" in form.fields["begins"].widget.attrs


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
            ({"begins": "7"}, {"begins"}),
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

    def test_with_another_agenda_it_is_not_taken_for_the_same(self, cast, clerk):
        whole = typed(cast.wing, agenda="ক")
        clerk.post(NEW, whole)
        answer = clerk.post(NEW, whole | {"agenda": "খ"})
        assert len(answer.context["judged"].hard) == 1
        assert Sitting.objects.get().agenda == "ক"

    def test_a_scan_sent_twice_is_one_too(self, cast, clerk):
        whole = typed(cast.wing)
        for _n in range(2):
            scan = SimpleUploadedFile("a.pdf", b"%PDF-1.4")
            clerk.post(NEW, whole | {"letter_scan": scan})
        assert Sitting.objects.count() == 1

    def test_after_one_was_postponed_it_is_another(self, cast, clerk):
        whole = typed(cast.wing)
        clerk.post(NEW, whole)
        (entered,) = Sitting.objects.all()
        postpone(sitting=entered, sequence=0, reason="x", by=clerk.user)
        clerk.post(NEW, whole)
        assert Sitting.objects.count() == 2


@pytest.mark.parametrize(
    "moment", ["0001-01-01T00:00%2B23:00", "9999-12-31T23:59-23:00"]
)
def test_a_moment_beyond_all_calendars_says_nothing(cast, moment):
    answer = cast["wing_organiser"].get(f"{NEW}?begins={moment}")
    assert answer.status_code == 200
