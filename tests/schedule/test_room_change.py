import pytest
from django.urls import reverse

from schedule.models import Claim, Room, ScheduleState, Sitting, Strength
from tests.schedule.entering import errors
from tests.schedule.sittings import room, sitting

pytestmark = pytest.mark.django_db
NEW = reverse("schedule:room_create")
WHOLE = {
    "name_bn": "সভাকক্ষ ১",
    "name_en": "Room 1",
    "whereabouts": "কক্ষ ৪০১",
    "capacity": "৪০",
    "equipment": ["projector", "video"],
    "buffer": "১৫",
    "needs_approval": "on",
    "contact": "করিম",
    "order": "3",
    "closed_on": "",
}


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


def change(client, row, **values):
    address = reverse("schedule:room_change", args=[row.pk])
    said = {"name_bn": row.name_bn, "capacity": row.capacity, "order": row.order}
    sent = said | {"buffer": row.buffer} | values
    return client.post("/en" + address, sent, follow=True)


def said(row):
    return {name: getattr(row, name) for name in WHOLE}


def test_a_room_is_made(clerk):
    answer = clerk.post(NEW, WHOLE)
    assert answer.url == reverse("schedule:room_list")
    assert said(Room.objects.get()) == WHOLE | {
        "capacity": 40,
        "buffer": 15,
        "order": 3,
        "needs_approval": True,
        "closed_on": None,
    }


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"name_bn": ""}, ["name_bn"]),
        ({"name_bn": "\u200f"}, ["name_bn"]),
        ({"name_bn": "ক" * 151}, ["name_bn"]),
        ({"capacity": ""}, ["capacity"]),
        ({"capacity": "-1"}, ["capacity"]),
        ({"capacity": "99999999"}, ["capacity"]),
        ({"buffer": "২৪১"}, ["buffer"]),
        ({"equipment": ["piano"]}, ["equipment"]),
        ({"closed_on": "x"}, ["closed_on"]),
        ({"order": "x"}, ["order"]),
    ],
)
def test_each_thing_has_a_sentence_at_its_place(clerk, values, wrong):
    answer = clerk.post(NEW, WHOLE | values)
    assert list(errors(answer)) == wrong
    assert not Room.objects.exists()


def test_no_two_rooms_have_one_name(clerk):
    room(name_bn="সভাকক্ষ ১")
    assert list(errors(clerk.post(NEW, WHOLE))) == ["name_bn"]


def test_pages_show_the_change_at_once(clerk):
    row = room()
    before = ScheduleState.objects.filter(pk=1).values_list("number", flat=True)
    before = before.first() or 0
    change(clerk, row, capacity="99")
    assert ScheduleState.objects.get().number == before + 1


class TestBuffer:
    @pytest.fixture
    def hall(self):
        """Two sittings follow one another without a pause."""
        hall = room(buffer=0)
        sitting("10:00", "11:00", room=hall, subject="আগের")
        sitting("11:00", "12:00", room=hall, subject="পরের")
        return hall

    def test_a_longer_one_lists_what_now_clashes(self, clerk, hall):
        answer = change(clerk, hall, buffer="30")
        listed = [row.subject for row in answer.context["unsettled"]]
        assert len(listed) == 1
        assert Claim.objects.filter(strength=Strength.UNSETTLED).count() == 1
        assert "These sittings now clash" in answer.content.decode()

    def test_a_shorter_one_frees_the_room(self, clerk, hall):
        change(clerk, hall, buffer="30")
        answer = change(clerk, Room.objects.get(), buffer="0")
        assert list(answer.context["unsettled"]) == []
        assert not Claim.objects.exclude(strength=Strength.HARD).exists()

    def test_the_claims_are_as_long_as_it_says(self, clerk):
        row = sitting("10:00", "11:00")
        change(clerk, row.room, buffer="45")
        claim = Claim.objects.exclude(room=None).get()
        assert (claim.during.upper - row.during.upper).seconds == 45 * 60

    def test_the_past_is_left_as_it_was(self, clerk):
        row = sitting("10:00", "11:00")
        past = row.begins.replace(year=2020), row.ends.replace(year=2020)
        Sitting.objects.update(during=past)
        kept = list(Claim.objects.values_list("pk", flat=True))
        change(clerk, row.room, buffer="45")
        assert list(Claim.objects.values_list("pk", flat=True)) == kept

    def test_with_the_same_one_no_claim_is_touched(self, clerk, hall):
        kept = set(Claim.objects.values_list("pk", flat=True))
        change(clerk, hall, capacity="99")
        assert set(Claim.objects.values_list("pk", flat=True)) == kept


def test_a_closed_room_is_not_chosen_any_more(cast, clerk):
    row = room()
    change(clerk, row, closed_on="০১/০১/২০২৬")
    form = clerk.get(reverse("schedule:sitting_create")).context["form"]
    assert list(form.fields["room"].queryset) == []


def test_who_keeps_rooms_is_led_there(cast, clerk):
    row = room()
    address = reverse("schedule:room_detail", args=[row.pk])
    change_address = reverse("schedule:room_change", args=[row.pk])
    pages = [cast[who].get(address).content.decode() for who in ("visitor", "plain")]
    assert [change_address in page for page in pages] == [False, False]
    assert change_address in clerk.get(address).content.decode()
    assert NEW in clerk.get(reverse("schedule:room_list")).content.decode()
