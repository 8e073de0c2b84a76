"""A chair's day, as his own office sees it and as all others do."""

from datetime import date, timedelta

import pytest
from django.test import Client

from directory.actions.officer import join
from innovation_portal.models import Holiday
from schedule.actions.block import enter_block
from schedule.actions.consent import answer_consent
from schedule.actions.sitting import cancel
from schedule.details import Part
from schedule.diary import Busy, busy, diary
from tests.factories import AppointmentFactory, OfficerFactory, UserFactory
from tests.schedule.sittings import DAY, at, chair, details, room, sitting

pytestmark = pytest.mark.django_db
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def kept():
    return chair()


@pytest.fixture
def secretary(kept):
    user = UserFactory(office=kept.office)
    AppointmentFactory(user=user, role="private_secretary")
    return user


def block(kept, begins="14:00", ends="16:00", day=DAY, **values):
    said = {"kind": "tour", "note": "বিসিক শিল্পনগরী"} | values
    return enter_block(
        officer=kept.officer,
        office=kept.office,
        begins=at(begins, day),
        ends=said.pop("until", at(ends, day)),
        by=None,
        **said,
    )


def day_of(kept, user, day=DAY):
    (found,) = diary(kept.officer, day, day, user)
    return found


def times(lines):
    return [f"{line.begins:%H:%M}-{line.ends:%H:%M}" for line in lines]


def test_sittings_and_blocks_stand_by_their_time(kept, secretary):
    block(kept)
    one = sitting("10:00", "11:00", chair=kept.officer)
    first, second = day_of(kept, secretary).lines
    assert (first.sitting.pk, first.chairs, first.block) == (one.pk, True, None)
    assert (second.block.note, second.sitting) == ("বিসিক শিল্পনগরী", None)


def test_gaps_of_working_hours_stand_between(kept, secretary):
    sitting("10:00", "11:00", chair=kept.officer)
    block(kept, "16:45", "17:30")
    found = day_of(kept, secretary)
    assert times(found.with_gaps) == [
        "09:00-10:00",
        "10:00-11:00",
        "11:00-16:45",
        "16:45-17:30",
    ]


def test_a_quarter_of_an_hour_is_no_gap(kept, secretary):
    sitting("09:15", "16:45", chair=kept.officer)
    assert day_of(kept, secretary).free == []


def test_a_day_off_has_no_gaps_and_says_why(kept, secretary):
    Holiday.objects.create(day=DAY, name_bn="বসন্ত", name_en="Spring")
    found = day_of(kept, secretary)
    assert (found.free, bool(found.off)) == ([], True)


def test_a_leave_of_days_fills_each_of_them(kept, secretary):
    last = DAY + timedelta(days=1)
    block(kept, "12:00", until=at("0:00", last + timedelta(days=1)))
    days = diary(kept.officer, DAY, last + timedelta(days=1), secretary)
    assert [times(day.lines) for day in days] == [["12:00-00:00"], ["00:00-00:00"], []]
    assert [day.lines[0].whole_day for day in days[:2]] == [False, True]


def test_what_is_given_up_is_gone(kept, secretary):
    one = sitting(chair=kept.officer)
    cancel(sitting=one, sequence=0, reason="স্থগিত", by=None)
    assert day_of(kept, secretary).lines == []


def test_where_he_only_takes_part_stands_too(kept, secretary):
    invited = (Part("সচিব", officer=kept.officer),)
    sitting(parts=invited)
    (line,) = day_of(kept, secretary).lines
    assert line.chairs is False


def test_all_his_spellings_are_one_day(kept, secretary):
    sitting(chair=OfficerFactory(same_as=kept.officer))
    (line,) = day_of(kept, secretary).lines
    assert line.chairs


def test_a_closed_sitting_is_open_to_the_office_of_its_chair(kept, secretary):
    sitting(chair=kept.officer, closed=True, subject="পদোন্নতি কমিটি")
    (line,) = day_of(kept, secretary).lines
    assert line.sitting.subject == "পদোন্নতি কমিটি"


def test_and_to_the_office_of_who_is_invited_by_name(kept, secretary):
    invited = (Part("সচিব", officer=kept.officer),)
    sitting(parts=invited, closed=True, subject="পদোন্নতি কমিটি")
    (line,) = day_of(kept, secretary).lines
    assert line.sitting.subject == "পদোন্নতি কমিটি"


def test_to_another_secretary_it_stays_closed(kept):
    other = UserFactory()
    AppointmentFactory(user=other, role="private_secretary")
    sitting(chair=kept.officer, closed=True, subject="পদোন্নতি কমিটি")
    (line,) = day_of(kept, other).lines
    assert (line.sitting.veiled, "পদোন্নতি" in line.sitting.subject) == (True, False)


def test_what_clashes_is_marked(kept, secretary):
    other = OfficerFactory()
    sitting(chair=kept.officer)
    sitting(chair=other)
    join(officer=other, to=kept.officer, by=None)
    lines = day_of(kept, secretary).lines
    assert sorted(line.unsettled for line in lines) == [False, True]


def test_the_latest_consent_stands_beside(kept, secretary):
    kept.gives_consent = True
    kept.save()
    sitting(chair=kept.officer)
    (line,) = day_of(kept, secretary).lines
    assert (line.consent.answer, line.consent.officer) == ("", kept.officer)


def test_others_see_of_a_block_only_its_time(kept):
    block(kept)
    assert busy(kept.officer, DAY, DAY) == [Busy(at("14:00"), at("16:00"))]
    assert set(Busy.__dataclass_fields__) == {"begins", "ends"}


def test_a_week_asks_no_more_than_a_day(kept, secretary, django_assert_max_num_queries):
    hall = room()
    for number in range(5):
        day = DAY + timedelta(days=number)
        sitting(chair=kept.officer, room=hall, day=day)
        block(kept, day=day)
    with django_assert_max_num_queries(12):
        diary(kept.officer, DAY, DAY + timedelta(days=6), secretary)


def test_past_days_are_kept(kept, secretary):
    past = date(2017, 2, 14)
    one = details(chair=kept.officer, day=past)
    sitting(chair=kept.officer, day=past, room=one.room)
    (line,) = day_of(kept, secretary, past).lines
    assert not line.coming


class TestSeenByOthers:
    """On the open pages of the chair and of the sitting."""

    def page(self, client, address):
        return " ".join(client.get(f"/en/schedule/{address}/").content.decode().split())

    def test_the_chairs_page_says_when_he_is_busy(self, cast, kept):
        block(kept, "14:00", "16:00")
        block(kept, "0:00", until=at("0:00", DAY + timedelta(days=4)), day=NEXT)
        address = f"chairs/{kept.officer_id}/2027-02"
        said = self.page(cast["visitor"], address)
        assert "14 February 2027, 2:00 pm – 4:00 pm" in said
        assert "15 February 2027 – 17 February 2027" in said
        assert "বিসিক" not in said
        assert "tour" not in said.partition("<main")[2]

    def test_without_busy_times_it_says_nothing(self, cast, kept):
        said = self.page(cast["visitor"], f"chairs/{kept.officer_id}/2027-02")
        assert "Busy" not in said

    @pytest.fixture
    def asked(self, cast, kept):
        kept.gives_consent = True
        kept.save()
        return sitting(chair=kept.officer, organiser=cast.wing)

    def test_an_organiser_reads_that_consent_was_refused(self, cast, asked):
        address = f"sittings/{asked.pk}"
        waiting = self.page(cast["wing_organiser"], address)
        assert "The chair’s consent is asked for." in waiting
        consent = asked.consent_set.get()
        answer_consent(
            consent=consent, sequence=0, answer="refused", note="সংসদ", by=None
        )
        for who in ("wing_organiser", "general_services"):
            said = self.page(cast[who], address)
            assert "Consent refused" in said
            assert "সংসদ" in said

    @pytest.mark.parametrize("who", ["visitor", "plain"])
    def test_strangers_read_nothing_of_it(self, cast, asked, who):
        assert "consent" not in self.page(cast[who], f"sittings/{asked.pk}").lower()

    def test_the_secretary_of_its_chair_may_move_it(self, cast, secretary, kept):
        one = sitting(chair=kept.officer)
        client = Client()
        client.force_login(secretary)
        link = f'href="/en/schedule/sittings/{one.pk}/move/"'
        assert link in self.page(client, f"sittings/{one.pk}")
        assert link not in self.page(cast["plain"], f"sittings/{one.pk}")
