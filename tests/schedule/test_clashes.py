"""Who has a slot keeps it, and who asks for it is told by whom."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import translation

from directory.models import Officer
from schedule.actions.block import end_block, enter_block
from schedule.actions.claims import reclaim
from schedule.actions.sitting import Override, cancel, change, postpone
from schedule.clashes import clashes_of
from schedule.details import Part
from schedule.errors import Clashing
from schedule.models import Claim, Policy, Refusal, Sitting, Waiver
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import at, details, room, sitting
from tests.schedule.test_sitting_actions import again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def refused(*args, **values):
    """The clashes for which a sitting is refused."""
    with pytest.raises(Clashing) as error:
        sitting(*args, **values)
    return error.value.clashes


def over(*holders, reason="মন্ত্রীর নির্দেশ"):
    keys = {("sitting" if isinstance(h, Sitting) else "block", h.pk) for h in holders}
    return Override(reason, frozenset(keys))


def strengths(one, resource="room"):
    """The pieces of a sitting's claim on its room, as (from, to, strength)."""
    claims = one.claims.exclude(**{resource: None}).order_by("during")
    return [
        (
            f"{claim.during.lower.astimezone(at('10:00').tzinfo):%H:%M}",
            f"{claim.during.upper.astimezone(at('10:00').tzinfo):%H:%M}",
            str(claim.strength),
        )
        for claim in claims
    ]


def everyone(mode):
    Policy.objects.update_or_create(pk=1, defaults={"taking_part": mode})


def test_one_room_holds_one_sitting():
    first = sitting()
    (clash,) = refused(room=first.room)
    assert (clash.kind, clash.other, clash.hard) == ("room", first, True)


def test_one_chair_sits_in_one_room():
    first = sitting()
    (clash,) = refused(chair=first.chair)
    assert (clash.kind, clash.name) == ("officer", first.chair.name)


def test_a_person_of_two_spellings_sits_once():
    person = OfficerFactory()
    spelling = Officer.objects.create(name="অন্য বানান", same_as=person)
    first = sitting(chair=spelling)
    (clash,) = refused(chair=person)
    assert clash.other == first


def test_sittings_that_abut_do_not_clash():
    first = sitting("10:00", "11:00")
    sitting("11:00", "12:00", room=first.room, chair=first.chair)
    sitting("9:00", "10:00", room=first.room, chair=first.chair)


def test_a_buffer_keeps_the_next_away():
    kept = room(buffer=15)
    sitting("10:00", "11:00", room=kept)
    assert [clash.kind for clash in refused("11:00", "12:00", room=kept)] == ["room"]
    sitting("11:15", "12:00", room=kept)


def test_a_buffer_does_not_keep_the_chair():
    first = sitting("10:00", "11:00", room=room(buffer=15))
    sitting("11:00", "12:00", chair=first.chair)


@pytest.mark.parametrize("give_up", [postpone, cancel])
def test_what_is_given_up_is_free(give_up):
    first = sitting()
    give_up(sitting=first, sequence=0, reason="x", by=None)
    sitting(room=first.room, chair=first.chair)


def test_a_block_keeps_the_chair():
    chair = OfficerFactory()
    block = enter_block(
        officer=chair,
        office=OfficeFactory(),
        kind="tour",
        begins=at("9:00"),
        ends=at("17:00"),
        by=None,
    )
    (clash,) = refused(chair=chair)
    assert clash.other == block
    end_block(block=block, by=None)
    sitting(chair=chair)


def test_a_block_over_a_sitting_is_left_to_be_settled():
    one = sitting("10:00", "11:00")
    block = {
        "officer": one.chair,
        "office": OfficeFactory(),
        "kind": "leave",
        "begins": at("9:00"),
        "ends": at("12:00"),
        "by": None,
    }
    with pytest.raises(Clashing):
        enter_block(**block)
    entered = enter_block(**block, override=over(one))
    assert strengths(entered, "officer") == [
        ("09:00", "10:00", "hard"),
        ("10:00", "11:00", "unsettled"),
        ("11:00", "12:00", "hard"),
    ]


class TestThoseTakingPart:
    @pytest.fixture
    def office(self):
        return OfficeFactory(name_bn="বিসিআইসি", name_en="BCIC")

    @pytest.mark.parametrize("mode", ["hard", "warning", "off"])
    def test_a_second_sitting_as_the_rule_says(self, mode, office):
        everyone(mode)
        invited = (Part("বিসিআইসি", office=office),)
        sitting(parts=invited)
        found = [clash.hard for clash in clashes_of(details(parts=invited))]
        assert found == {"hard": [True], "warning": [False], "off": []}[mode]

    def test_hard_is_refused(self, office):
        everyone("hard")
        invited = (Part("বিসিআইসি", office=office),)
        sitting(parts=invited)
        assert [clash.kind for clash in refused(parts=invited)] == ["office"]

    def test_a_warning_refuses_nothing(self, office):
        invited = (Part("বিসিআইসি", office=office), Part("ক", officer=OfficerFactory()))
        sitting(parts=invited)
        sitting(parts=invited)

    def test_one_who_chairs_and_is_invited_claims_once(self):
        chair = OfficerFactory()
        one = sitting(chair=chair, parts=(Part("ক", officer=chair),))
        assert [claim.strength for claim in one.claims.filter(officer=chair)] == [
            "hard"
        ]


class TestOverride:
    def test_it_gives_up_only_what_overlaps(self):
        first = sitting("10:00", "11:00")
        second = sitting("10:30", "12:00", room=first.room, override=over(first))
        assert strengths(first) == [("10:00", "11:00", "hard")]
        assert strengths(second) == [
            ("10:30", "11:00", "waived"),
            ("11:00", "12:00", "hard"),
        ]

    def test_it_names_the_other_and_says_why(self):
        first = sitting()
        second = sitting(room=first.room, override=over(first, reason="জরুরি"))
        waiver = second.waivers.get()
        assert (waiver.other, waiver.resource, waiver.during, waiver.reason) == (
            first,
            ("room", first.room_id),
            first.during,
            "জরুরি",
        )

    def test_one_that_the_user_was_not_shown_still_refuses(self):
        first = sitting("10:00", "11:00")
        unseen = sitting("11:00", "12:00", room=first.room)
        clashes = refused("10:30", "11:30", room=first.room, override=over(first))
        assert unseen in [clash.other for clash in clashes]

    def test_no_third_gets_into_the_rest(self):
        first = sitting("10:00", "11:00")
        sitting("10:30", "12:00", room=first.room, override=over(first))
        assert refused("11:30", "12:30", room=first.room)

    def test_no_third_gets_in_when_the_first_goes(self):
        first = sitting("10:00", "11:00")
        second = sitting("10:00", "11:00", room=first.room, override=over(first))
        cancel(sitting=first, sequence=0, reason="x", by=None)
        assert strengths(second) == [("10:00", "11:00", "hard")]
        assert [clash.other for clash in refused(room=first.room)] == [second]

    def test_a_third_must_name_both(self):
        first = sitting()
        second = sitting(room=first.room, override=over(first))
        assert refused(room=first.room, override=over(first))
        third = sitting(room=first.room, override=over(first, second))
        cancel(sitting=first, sequence=0, reason="x", by=None)
        assert [strengths(one) for one in (second, third)] == [
            [("10:00", "11:00", "hard")],
            [("10:00", "11:00", "waived")],
        ]
        cancel(sitting=second, sequence=0, reason="x", by=None)
        assert strengths(third) == [("10:00", "11:00", "hard")]

    def test_the_first_cannot_come_back_unasked(self):
        first = sitting("10:00", "11:00")
        second = sitting("10:00", "11:00", room=first.room, override=over(first))
        away = again(first, begins=at("13:00"), ends=at("14:00"))
        first = change(sitting=first, sequence=0, details=away, by=None)
        back = again(first, begins=at("10:00"), ends=at("11:00"))
        with pytest.raises(Clashing):
            change(sitting=first, sequence=1, details=back, by=None)
        change(sitting=first, sequence=1, details=back, by=None, override=over(second))
        assert sorted(strengths(first) + strengths(second)) == [
            ("10:00", "11:00", "hard"),
            ("10:00", "11:00", "waived"),
        ]

    def test_the_first_may_be_shortened_and_the_second_claims_what_it_leaves(self):
        first = sitting("10:00", "11:00")
        second = sitting("10:00", "12:00", room=first.room, override=over(first))
        shorter = again(first, ends=at("10:30"))
        first = change(sitting=first, sequence=0, details=shorter, by=None)
        assert strengths(first) == [("10:00", "10:30", "hard")]
        assert strengths(second) == [
            ("10:00", "10:30", "waived"),
            ("10:30", "12:00", "hard"),
        ]
        longer = again(first, ends=at("11:00"))
        with pytest.raises(Clashing):
            change(sitting=first, sequence=1, details=longer, by=None)

    def test_an_override_needs_its_reason_in_the_database_too(self):
        first = sitting()
        with pytest.raises(Exception, match="waiver_has_a_reason"):
            sitting(room=first.room, override=over(first, reason=""))


class TestChangedAfterwards:
    def test_a_wider_buffer_leaves_what_is_to_be_settled(self):
        kept = room()
        first = sitting("10:00", "11:00", room=kept)
        second = sitting("11:00", "12:00", room=kept)
        kept.buffer = 15
        kept.save()
        reclaim(Sitting.objects.filter(room=kept))
        assert sorted(strengths(first) + strengths(second)) == [
            ("10:00", "11:00", "hard"),
            ("11:00", "11:15", "unsettled"),
            ("11:00", "12:15", "hard"),
        ]

    def test_it_is_settled_by_moving_one(self):
        kept = room()
        sitting("10:00", "11:00", room=kept)
        second = sitting("11:00", "12:00", room=kept)
        kept.buffer = 15
        kept.save()
        reclaim(Sitting.objects.filter(room=kept))
        later = again(second, begins=at("11:15"), ends=at("12:15"))
        change(sitting=second, sequence=0, details=later, by=None)
        reclaim(Sitting.objects.filter(room=kept))
        assert set(Claim.objects.values_list("strength", flat=True)) == {"hard"}

    def test_what_waits_to_be_settled_does_not_keep_from_changing_the_rest(self):
        kept = room()
        first = sitting("10:00", "11:00", room=kept)
        sitting("11:00", "12:00", room=kept)
        kept.buffer = 15
        kept.save()
        reclaim(Sitting.objects.filter(room=kept))
        said = again(first, subject="ভিন্ন")
        first = change(sitting=first, sequence=0, details=said, by=None)
        assert first.subject == "ভিন্ন"
        assert strengths(first)[1] == ("11:00", "11:15", "unsettled")


def test_a_refused_attempt_is_counted_once():
    first = sitting()
    refused(room=first.room, chair=first.chair)
    assert list(Refusal.objects.values_list("kind", "during")) == [
        ("room", first.during)
    ]


class TestTheSentence:
    def test_it_says_all_that_the_reader_needs(self):
        first = sitting(room=room(name_bn="ক", name_en="Room A"), contact="করিম ১২৩")
        (clash,) = refused(room=first.room)
        assert clash.sentence(AnonymousUser()) == (
            "The room is taken: Room A. মাসিক সমন্বয় সভা; 14 February 2027, 10:00 am "
            "to 11:00 am; Room A; Chair: সচিব মহোদয়; Call: করিম ১২৩."
        )

    def test_where_nobody_is_named_to_call_it_says_who_organises(self):
        first = sitting(organiser=OfficeFactory(name_en="Policy Wing"))
        (clash,) = refused(chair=first.chair)
        assert clash.sentence(AnonymousUser()).endswith("; Call: Policy Wing.")

    def test_of_a_closed_one_nothing_that_a_stranger_may_not_know(self):
        first = sitting(place="বিসিআইসি ভবন", closed=True, contact="গোপন শাখা")
        (clash,) = refused(chair=first.chair)
        said = clash.sentence(AnonymousUser())
        assert said.startswith("This person sits elsewhere")
        assert "Busy" in said
        assert not {"সমন্বয়", "বিসিআইসি", "গোপন"} & set(said.replace(";", " ").split())

    def test_in_bangla(self):
        first = sitting()
        with translation.override("bn"):
            (clash,) = refused(room=first.room)
            assert "১৪ ফেব্রুয়ারি ২০২৭" in clash.sentence(AnonymousUser())


def test_waivers_are_kept_when_all_is_over():
    first = sitting()
    second = sitting(room=first.room, override=over(first))
    cancel(sitting=first, sequence=0, reason="x", by=None)
    cancel(sitting=second, sequence=0, reason="x", by=None)
    assert (Claim.objects.count(), Waiver.objects.count()) == (0, 1)
