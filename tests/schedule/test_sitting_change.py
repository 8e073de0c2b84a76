import pytest
from django.urls import reverse

from schedule.actions.sitting import change, hold, postpone
from schedule.details import Details, Part
from schedule.forms.first import of_sitting
from schedule.models import Move, Sitting
from tests.schedule.entering import change_address, errors, typed
from tests.schedule.sittings import at, details, room, sitting

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


def as_sent(client, row, **values):
    """The form of a sitting as its page gives it, with other values."""
    form = client.get(change_address(row)).context["form"]
    said = {name: form[name].value() for name in form.fields if name != "closed"}
    said |= {
        "chair": form.chair.token,
        "part": [one.token for one in form.parts.chosen],
    }
    said |= {"closed": "on"} if form["closed"].value() else {}
    return {name: "" if one is None else one for name, one in said.items()} | values


def test_what_is_not_touched_stays_as_it_was(cast, clerk):
    row = sitting(
        letter_number="১২",
        people=20,
        closed=True,
        agenda="ক\nখ",
        organiser=cast.wing,
        online="https://meet.example.bd/1",
        parts=(Part("শাখা", office=cast.wing), Part("ড. করিম", email="k@x.bd")),
    )
    before = Details.of(row)
    answer = clerk.post(change_address(row), as_sent(clerk, row, subject="অন্য বিষয়"))
    row = Sitting.objects.get()
    assert answer.url == reverse("schedule:sitting_detail", args=[row.pk])
    assert row.subject == "অন্য বিষয়"
    row.subject = before.subject
    assert Details.of(row) == before
    assert row.moves.last().kind == Move.Kind.CHANGED


def test_another_time_is_a_move_with_its_reason(clerk):
    row = sitting("10:00", "11:00")
    said = {"begins": "বিকাল ৩টা", "ends": "বিকাল ৪টা", "reason": "সচিব মহোদয়ের নির্দেশ"}
    clerk.post(change_address(row), as_sent(clerk, row, **said))
    move = row.moves.last()
    assert (move.kind, move.reason, move.by) == ("moved", said["reason"], clerk.user)
    assert Sitting.objects.get().begins == at("15:00")


def test_its_own_slot_is_no_clash(clerk):
    row = sitting("10:00", "11:00")
    clerk.post(change_address(row), as_sent(clerk, row, ends="11:30"))
    assert Sitting.objects.get().ends == at("11:30")


def test_a_taken_time_is_refused_and_all_stays_typed(clerk):
    other, row = sitting("14:00", "15:00"), sitting("10:00", "11:00")
    said = {"begins": "14:30", "ends": "15:30", "room": other.room_id, "agenda": "ক"}
    answer = clerk.post(change_address(row), as_sent(clerk, row, **said))
    assert len(answer.context["judged"].hard) == 1
    assert answer.context["form"]["agenda"].value() == "ক"
    assert Sitting.objects.get(pk=row.pk).begins == at("10:00")


def test_a_postponed_one_gets_a_new_time(clerk):
    row = sitting("10:00", "11:00")
    postpone(sitting=row, sequence=0, reason="x", by=None)
    clerk.post(change_address(row), as_sent(clerk, row, begins="12:00", ends="13:00"))
    row = Sitting.objects.get()
    assert (row.state, row.begins) == ("confirmed", at("12:00"))


def test_a_held_one_stays_held(cast, clerk):
    row = hold(details=details("10:00", "11:00"), until=at("09:00"), by=clerk.user)
    clerk.post(change_address(row), as_sent(clerk, row, subject="অন্য"))
    row = Sitting.objects.get()
    assert (row.state, row.subject) == ("held", "অন্য")


def test_a_cancelled_one_stays_cancelled(clerk):
    row = sitting()
    whole = as_sent(clerk, row)
    Sitting.objects.update(state="cancelled")
    answer = clerk.post(f"/en{change_address(row)}", whole)
    assert errors(answer)["__all__"] == [
        "This cannot be done any more. The state of the sitting is: cancelled"
    ]


def test_the_room_in_which_it_is_held_is_offered_though_closed(clerk):
    row = sitting(room=room())
    row.room.closed_on = "2026-01-01"
    row.room.save()
    clerk.post(change_address(row), as_sent(clerk, row, subject="অন্য"))
    assert Sitting.objects.get().subject == "অন্য"


def test_a_past_one_may_be_completed_by_its_organiser(cast):
    organiser = cast.person("o", cast.wing, ["wing_organiser"])
    row = sitting("10:00", "11:00", organiser=cast.wing, day=at("10:00").date())
    past = row.begins.replace(year=2020), row.ends.replace(year=2020)
    Sitting.objects.filter(pk=row.pk).update(during=past)
    sent = as_sent(organiser, row, letter_number="১২")
    organiser.post(change_address(row), sent)
    assert Sitting.objects.get().letter_number == "১২"
    answer = organiser.post(change_address(row), sent | {"begins": "9 am"})
    assert list(errors(answer)) == ["day"]


class TestStale:
    def test_who_was_slower_sees_what_came_between(self, cast, clerk):
        row = sitting("10:00", "11:00")
        whole = as_sent(clerk, row, subject="আমার বিষয়")
        colleague = cast["wing_organiser"].user
        later = Details.of(row)
        other = Details(**{**vars(later), "agenda": "নতুন"})
        change(sitting=row, sequence=0, details=other, reason="ভুল", by=colleague)
        answer = clerk.post(change_address(row), whole)
        form, page = answer.context["form"], answer.content.decode()
        assert [move.by for move in form.since] == [colleague]
        assert colleague.full_name in page
        assert form["subject"].value() == "আমার বিষয়"
        assert Sitting.objects.get().subject == later.subject

    def test_looked_at_and_sent_again_it_is_taken(self, clerk):
        row = sitting("10:00", "11:00")
        whole = as_sent(clerk, row, subject="আমার বিষয়")
        change(sitting=row, sequence=0, details=Details.of(row), by=None)
        form = clerk.post(change_address(row), whole).context["form"]
        clerk.post(change_address(row), whole | {"sequence": form["sequence"].value()})
        assert Sitting.objects.get().subject == "আমার বিষয়"

    def test_sent_twice_it_is_changed_once(self, clerk):
        row = sitting("10:00", "11:00")
        whole = as_sent(clerk, row, subject="অন্য")
        codes = [clerk.post(change_address(row), whole).status_code for _n in range(2)]
        assert codes == [302, 302]
        assert row.moves.count() == 2

    @pytest.mark.parametrize("sequence", ["", "x", "99999999999999999999"])
    def test_a_version_that_is_none_changes_nothing(self, clerk, sequence):
        row = sitting()
        whole = as_sent(clerk, row, subject="অন্য", sequence=sequence)
        assert clerk.post(change_address(row), whole).status_code == 200
        assert Sitting.objects.get().sequence == 0


def test_another_office_s_sitting_is_not_there(cast):
    stranger = cast.person("stranger", cast.agency, ["wing_organiser"])
    row = sitting(organiser=cast.wing)
    codes = [
        stranger.get(change_address(row)).status_code,
        stranger.post(change_address(row), typed(cast.agency)).status_code,
    ]
    assert codes == [404, 404]


def test_the_first_values_say_all_that_the_row_says(cast):
    row = sitting(organiser=cast.wing)
    assert of_sitting(row)["sequence"] == row.sequence
    assert of_sitting(row)["last_day"] is None
