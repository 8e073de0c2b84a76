"""What a change afterwards left behind is listed by its cause, and settled."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from directory.actions.officer import join
from innovation_portal.models import Holiday, WorkingHours
from schedule.actions import settling as actions
from schedule.actions.block import end_block, enter_block
from schedule.actions.claims import reclaim
from schedule.actions.sitting import Override, cancel, change
from schedule.errors import Stale
from schedule.models import Claim, Sitting, Waiver
from schedule.settling import Settling
from schedule.templatetags.settling import to_settle
from tests.directory.entries import edition, entry
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import DAY, at, chair, room, sitting
from tests.schedule.test_sitting_actions import again

pytestmark = pytest.mark.django_db
PAST = date(2017, 2, 14)


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


def found(client):
    return Settling(client.user)


def present(one):
    return Sitting.objects.with_names().get(pk=one.pk)


def written_before(**values):
    """A sitting that was written a day ago."""
    one = sitting(**values)
    yesterday = timezone.now() - timedelta(days=1)
    Sitting.objects.filter(pk=one.pk).update(changed_at=yesterday)
    return one


def text(answer):
    return " ".join(answer.content.decode().split())


def test_where_all_is_well_nothing_waits(clerk):
    sitting()
    assert found(clerk).count == 0
    assert "Nothing waits to be settled." in text(clerk.get("/en/schedule/settling/"))


class TestTwiceAtOneTime:
    @pytest.fixture
    def pair(self, cast):
        """Two sittings that a wider buffer brought together."""
        hall = room()
        pair = [
            sitting("10:00", "11:00", room=hall, organiser=cast.wing),
            sitting("11:00", "12:00", room=hall, organiser=OfficeFactory()),
        ]
        hall.buffer = 15
        hall.save()
        reclaim(pair)
        return pair

    def test_both_sides_are_told(self, clerk, pair):
        (double,) = found(clerk).doubles
        ((sentence, other, _ours),) = double.clashes
        assert {double.sitting.pk, other.pk} == {one.pk for one in pair}
        assert "মাসিক সমন্বয় সভা" in sentence

    def test_an_organiser_sees_what_meets_his_own(self, cast, pair):
        assert found(cast["wing_organiser"]).count == 1
        assert found(cast["elsewhere"]).count == 1  # holds the branch's role too
        assert found(cast["plain"]).count == 0

    def test_moving_one_settles_it(self, clerk, pair):
        later = again(pair[1], begins=at("14:00"), ends=at("15:00"))
        change(sitting=pair[1], sequence=0, details=later, by=None)
        assert found(clerk).count == 0

    def stand(self, client, double, reason="উভয়ে সম্মত"):
        address = f"/en/schedule/settling/{double.kind}/{double.pk}/stand/"
        return text(client.post(address, {"reason": reason}, follow=True))

    def test_both_stay_for_a_reason(self, clerk, pair):
        (double,) = found(clerk).doubles
        assert "Settled." in self.stand(clerk, double)
        assert found(clerk).count == 0
        (waiver,) = Waiver.objects.all()
        assert (waiver.reason, waiver.by) == ("উভয়ে সম্মত", clerk.user)
        cancel(sitting=pair[1], sequence=0, reason="বাতিল", by=None)
        assert set(pair[0].claims.values_list("strength", flat=True)) == {"hard"}

    @pytest.mark.parametrize("reason", ["", " ", "ক" * 301])
    def test_without_a_reason_nothing_stays(self, clerk, pair, reason):
        (double,) = found(clerk).doubles
        assert "Write the reason why both stay." in self.stand(clerk, double, reason)
        assert found(clerk).count == 1

    def test_only_the_branch_lets_both_stay(self, cast, pair):
        (double,) = found(cast["wing_organiser"]).doubles
        address = f"/en/schedule/settling/{double.kind}/{double.pk}/stand/"
        assert cast["wing_organiser"].post(address).status_code == 403
        page = text(cast["wing_organiser"].get("/en/schedule/settling/"))
        assert "Let both stay" not in page

    def test_of_a_closed_one_a_stranger_reads_only_that_it_is(self, cast, pair):
        Sitting.objects.filter(pk=pair[1].pk).update(
            closed=True, subject="পদোন্নতি কমিটি"
        )
        page = text(cast["wing_organiser"].get("/en/schedule/settling/"))
        assert "পদোন্নতি" not in page
        assert "Twice at one time" in page
        clerks = text(cast["general_services"].get("/en/schedule/settling/"))
        assert "পদোন্নতি" in clerks

    @pytest.fixture
    def kept(self, cast):
        return chair(office=cast.wing)

    @pytest.fixture
    def one(self, kept):
        """A sitting over which its chair was entered as on leave."""
        one = sitting(chair=kept.officer)
        enter_block(
            officer=kept.officer,
            office=kept.office,
            kind="leave",
            begins=at("9:00"),
            ends=at("17:00"),
            by=None,
            override=Override("", frozenset({("sitting", one.pk)})),
        )
        return one

    def test_a_busy_time_over_a_sitting(self, cast, kept, one):
        secretary = cast["private_secretary"]
        (double,) = found(secretary).doubles
        assert (double.sitting, double.block.officer) == (None, kept.officer)
        assert kept.officer.name in text(secretary.get("/en/schedule/settling/"))
        day = text(secretary.get(f"/en/schedule/diary/{kept.pk}/{DAY}/"))
        assert f"/en/schedule/sittings/{one.pk}/move/" in day
        assert 'href="/en/schedule/settling/">to be settled</a>' in day

    def test_it_gives_way_to_the_busy_time_if_both_stay(self, clerk, kept, one):
        (double,) = found(clerk).doubles
        self.stand(clerk, double)
        claims = Claim.objects.filter(officer=kept.officer)
        assert dict(claims.values_list("block", "strength")) == {
            double.block.pk: "hard",
            None: "waived",
        }
        end_block(block=double.block, by=None)
        assert set(one.claims.values_list("strength", flat=True)) == {"hard"}

    def test_persons_who_were_joined(self, clerk):
        karim, kareem = OfficerFactory(), OfficerFactory()
        sitting(chair=karim)
        sitting(chair=kareem)
        join(officer=kareem, to=karim, by=None)
        assert len(found(clerk).doubles) == 1

    def test_what_is_past_is_left_alone(self, clerk):
        hall = room()
        pair = [
            sitting("10:00", "11:00", room=hall, day=PAST),
            sitting("11:00", "12:00", room=hall, day=PAST),
        ]
        hall.buffer = 15
        hall.save()
        reclaim(pair)
        assert found(clerk).count == 0


class TestDaysOff:
    def test_a_holiday_declared_afterwards(self, clerk):
        one = written_before()
        Holiday.objects.create(day=DAY, name_bn="বিশেষ ছুটি", name_en="Special holiday")
        (listed,) = found(clerk).off
        assert (listed.sitting, listed.why) == (one, "বিশেষ ছুটি")

    def test_one_entered_on_a_holiday_knowingly(self, clerk):
        Holiday.objects.create(day=DAY, name_bn="বিশেষ ছুটি")
        sitting()
        assert found(clerk).off == []

    def test_hours_that_became_shorter(self, clerk):
        one = written_before(begins="15:00", ends="16:00")
        WorkingHours.objects.create(
            name="রমজান", since=DAY, until=date(2027, 3, 14), closes=time(15, 30)
        )
        (listed,) = found(clerk).off
        assert (listed.sitting, listed.why) == (one, "")
        page = text(clerk.get("/en/schedule/settling/"))
        assert "This lies outside the working hours." in page

    def test_it_stays_with_one_click(self, clerk):
        one = written_before()
        Holiday.objects.create(day=DAY, name_bn="বিশেষ ছুটি")
        address = f"/en/schedule/settling/{one.pk}/"
        assert len(found(clerk).off) == 1
        clerk.post(address, {"way": "keep", "sequence": 0})
        assert found(clerk).off == []
        assert present(one).moves.last().by == clerk.user
        with pytest.raises(Stale):
            actions.keep(sitting=one, sequence=0, by=None)


class TestMenu:
    def menu(self, client):
        return text(client.get("/en/schedule/"))

    def test_it_says_how_much_waits_to_those_who_settle(self, cast):
        written_before()
        Holiday.objects.create(day=DAY, name_bn="বিশেষ ছুটি")
        said = 'To be settled <span class="count">1</span>'
        assert said in self.menu(cast["general_services"])
        assert "To be settled" not in self.menu(cast["wing_organiser"])
        assert "To be settled" not in self.menu(cast["visitor"])

    def test_it_is_counted_once_until_something_is_written(
        self, clerk, django_assert_num_queries
    ):
        one = written_before()
        Holiday.objects.create(day=DAY, name_bn="বিশেষ ছুটি")
        assert to_settle(clerk.user) == 1
        with django_assert_num_queries(1):
            assert to_settle(clerk.user) == 1
        cancel(sitting=one, sequence=0, reason="বাতিল", by=None)
        assert to_settle(clerk.user) == 0

    def test_the_diary_is_in_the_menu_of_secretaries(self, cast):
        assert 'href="/en/schedule/diary/"' in self.menu(cast["private_secretary"])
        assert 'href="/en/schedule/diary/"' not in self.menu(cast["general_services"])

    def test_it_says_how_many_consents_wait(self, cast):
        for kept in (
            chair(office=cast.wing, gives_consent=True),
            chair(office=cast.agency, gives_consent=True),
            chair(gives_consent=True),
        ):
            sitting(chair=kept.officer)
        for who, count in (("private_secretary", 2), ("elsewhere", 1)):
            said = f'Diary <span class="count">{count}</span>'
            assert said in self.menu(cast[who])


def test_the_list_asks_as_much_for_many_as_for_one(
    clerk, django_assert_max_num_queries
):
    edition(1)
    edition(2)
    for number in range(5):
        officer = OfficerFactory()
        old = entry(officer.name, officer=officer, last=1)
        entry("নতুন", officer=OfficerFactory(), first=2, line=old.line)
        sitting(
            f"{9 + number}:00" if number < 4 else "15:00",
            f"{10 + number}:00" if number < 4 else "16:00",
            chair=officer,
            chair_line=old.line,
        )
    with django_assert_max_num_queries(14):
        assert found(clerk).count == 5
