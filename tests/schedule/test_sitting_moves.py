"""Confirming, postponing and cancelling; approval of a room by the branch."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from innovation_portal.models import Letter, StoredFile
from schedule.actions.sitting import change, enter, hold
from schedule.details import Details
from schedule.models import Claim, Participant, Sitting
from tests.schedule.sittings import at, details, room, sitting

pytestmark = pytest.mark.django_db
WAYS = ("confirm", "postpone", "cancel")


def address(row, way):
    return reverse(f"schedule:sitting_{way}", args=[row.pk])


def told(answer):
    return [str(message) for message in answer.context["messages"]]


@pytest.fixture
def organiser(cast):
    organiser = cast.person("organiser", cast.wing, ["wing_organiser"])
    organiser.user.email = "o@moind.gov.bd"
    organiser.user.save()
    return organiser


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


@pytest.fixture
def held(cast, organiser):
    said = details("10:00", "11:00", organiser=cast.wing)
    return hold(details=said, until=at("09:00"), by=organiser.user)


@pytest.fixture
def asked(cast, organiser):
    """In a room that needs the branch's approval."""
    hall = room(needs_approval=True, name_bn="বড় সভাকক্ষ")
    said = details("10:00", "11:00", organiser=cast.wing, room=hall, subject="ক" * 300)
    return enter(details=said, by=organiser.user)


def move(client, row, way, **said):
    return client.post(
        address(row, way), {"sequence": row.sequence} | said, follow=True
    )


def state(row):
    return Sitting.objects.get(pk=row.pk).state


def test_a_held_one_is_confirmed(organiser, held):
    answer = move(organiser, held, "confirm")
    assert answer.redirect_chain[0][0] == f"/schedule/sittings/{held.pk}/"
    assert (state(held), len(told(answer))) == ("confirmed", 1)


@pytest.mark.parametrize(
    ("way", "after"), [("postpone", "postponed"), ("cancel", "cancelled")]
)
def test_with_a_reason_the_slot_is_given_up(organiser, held, way, after):
    move(organiser, held, way, reason="সচিব মহোদয় সফরে")
    last = held.moves.last()
    assert (state(held), last.kind, last.by) == (after, after, organiser.user)
    assert last.reason == "সচিব মহোদয় সফরে"
    assert not Claim.objects.exists()


@pytest.mark.parametrize("way", ["postpone", "cancel"])
@pytest.mark.parametrize("reason", ["", " \u200f", "ক" * 301])
def test_without_a_sound_reason_nothing_happens(organiser, held, way, reason):
    answer = move(organiser, held, way, reason=reason)
    assert list(answer.context["form"].errors) == ["reason"]
    assert state(held) == "held"


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("sequence", ["", "x", "-1", "99999999999999"])
def test_a_version_that_is_none_moves_nothing(organiser, held, way, sequence):
    move(organiser, held, way, sequence=sequence, reason="x")
    assert state(held) == "held"


@pytest.mark.parametrize("way", WAYS)
def test_sent_twice_it_is_done_once(organiser, held, way):
    said = {"sequence": 0, "reason": "x"} if way != "confirm" else {"sequence": 0}
    codes = [organiser.post(address(held, way), said).status_code for _n in range(2)]
    assert codes == [302, 302]
    assert held.moves.count() == 2


@pytest.mark.parametrize("way", WAYS)
def test_who_was_slower_sees_what_came_between(cast, organiser, clerk, held, way):
    change(
        sitting=held, sequence=0, details=Details.of(held), by=clerk.user, reason="ভুল"
    )
    answer = move(organiser, held, way, reason="x")
    form = answer.context["form"]
    assert [(one.by, one.reason) for one in form.since] == [(clerk.user, "ভুল")]
    assert "ভুল" in answer.content.decode()
    assert state(held) == "held"
    move(organiser, held, way, sequence=form["sequence"].value(), reason="x")
    assert state(held) != "held"


def test_a_cancelled_one_cannot_be_confirmed(organiser, held):
    Sitting.objects.update(state="cancelled", held_until=None)
    answer = organiser.post(f"/en{address(held, 'confirm')}", {"sequence": 0})
    assert answer.context["form"].non_field_errors() == [
        "This cannot be done any more. The state of the sitting is: cancelled"
    ]


@pytest.mark.parametrize("way", WAYS)
def test_another_office_s_sitting_is_not_there(cast, held, way):
    stranger = cast.person("stranger", cast.agency, ["wing_organiser"])
    codes = [
        stranger.get(address(held, way)).status_code,
        stranger.post(address(held, way), {"sequence": 0, "reason": "x"}).status_code,
    ]
    assert (codes, state(held)) == ([404, 404], "held")


class TestApproval:
    def test_the_organiser_cannot_give_it_to_himself(self, organiser, asked):
        move(organiser, asked, "confirm")
        assert state(asked) == "held"

    def test_the_branch_gives_it_and_tells(self, clerk, asked):
        move(clerk, asked, "confirm")
        letter = Letter.objects.get(about__startswith="approval of sitting")
        assert (state(asked), letter.to) == ("confirmed", "o@moind.gov.bd")
        assert "বড় সভাকক্ষ" in letter.body

    def test_the_branch_refuses_it_and_tells_why(self, clerk, asked):
        move(clerk, asked, "cancel", reason="কক্ষ মেরামত হচ্ছে")
        letter = Letter.objects.get(about__startswith="approval of sitting")
        assert state(asked) == "cancelled"
        assert "কক্ষ মেরামত হচ্ছে" in letter.body

    def test_who_gives_up_his_own_request_gets_no_letter(self, organiser, asked):
        move(organiser, asked, "cancel", reason="x")
        assert not Letter.objects.filter(about__startswith="approval").exists()

    def test_nobody_is_told_of_what_nobody_asked(self, clerk, held):
        move(clerk, held, "confirm")
        assert not Letter.objects.filter(about__startswith="approval").exists()

    def test_who_has_no_address_gets_no_letter(self, organiser, clerk, asked):
        organiser.user.email = ""
        organiser.user.save()
        move(clerk, asked, "confirm")
        assert state(asked) == "confirmed"
        assert not Letter.objects.filter(about__startswith="approval").exists()


# Of all that may be done with a sitting, what this file is about.
OWN = {"Approve", "Confirm", "Change", "Set a new time", "Postpone"}
OWN |= {"Cancel the sitting", "Enter another like it"}


class TestWays:
    """The buttons on a sitting's own page."""

    def labels(self, client, row):
        page = client.get(f"/en/schedule/sittings/{row.pk}/")
        return [way.label for way in page.context.get("ways") or ()]

    def test_what_may_be_done_depends_on_the_state(self, organiser, held):
        another = "Enter another like it"
        labels = {}
        for now in ("held", "confirmed", "postponed", "cancelled", "lapsed"):
            Sitting.objects.update(state=now)
            found = self.labels(organiser, held)
            labels[now] = [label for label in found if label in OWN]
        assert labels == {
            "held": ["Confirm", "Change", "Postpone", "Cancel the sitting", another],
            "confirmed": ["Change", "Postpone", "Cancel the sitting", another],
            "postponed": ["Set a new time", "Cancel the sitting", another],
            "cancelled": [another],
            "lapsed": [another],
        }

    def test_the_branch_approves(self, clerk, asked):
        assert self.labels(clerk, asked)[0] == "Approve"

    def test_the_scan_is_offered_to_those_whom_it_concerns(self, cast, held):
        scan = StoredFile.objects.keep(ContentFile(b"%PDF-"))
        Sitting.objects.update(letter_file=scan)
        keeper = cast.person("keeper", cast.agency, ["wing_organiser"])
        Participant.objects.create(
            sitting=held, order=1, name="সংস্থা", office=cast.agency
        )
        label = "Scan of the letter"
        who = (keeper, cast["plain"], cast["general_services"])
        seen = [self.labels(one, held) for one in who]
        assert (seen[0], seen[1], seen[2][-1]) == ([label], [], label)

    def test_others_are_offered_nothing(self, cast, held):
        stranger = cast.person("stranger", cast.agency, ["wing_organiser"])
        who = (stranger, cast["plain"], cast["visitor"])
        assert [self.labels(one, held) for one in who] == [[], [], []]

    def test_nothing_is_offered_on_a_veiled_sitting(self, cast):
        closed = sitting(organiser=cast.wing, closed=True)
        stranger = cast.person("stranger", cast.agency, ["wing_organiser"])
        assert self.labels(stranger, closed) == []
