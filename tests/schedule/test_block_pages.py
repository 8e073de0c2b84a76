"""A secretary enters when his chair is busy; who clashes is told and asked."""

from datetime import timedelta

import pytest

from schedule.actions.block import change_block, end_block
from schedule.actions.sitting import Override, cancel
from schedule.diary import busy
from schedule.errors import Clashing, TakenBack
from schedule.models import Block, Claim
from tests.schedule.sittings import DAY, at, chair, midnight, sitting
from tests.schedule.test_diary import block

pytestmark = pytest.mark.django_db
NEXT = DAY + timedelta(days=1)


@pytest.fixture
def kept(cast):
    return chair(office=cast.ministry)


@pytest.fixture
def send(cast, kept):
    """Post the form of a new busy time; what is not told stays empty."""

    def post(**typed):
        said = {"kind": "leave", "first": "14/2/2027"} | typed
        return cast["private_secretary"].post(
            f"/en/schedule/diary/{kept.pk}/busy/", said
        )

    return post


def text(answer):
    return " ".join(answer.content.decode().split())


def spans():
    return [
        (block.during.lower, block.during.upper) for block in Block.objects.standing()
    ]


def test_a_single_day(send, kept):
    answer = send(note="চিকিৎসা")
    assert answer.headers["Location"] == f"/en/schedule/diary/{kept.pk}/{DAY}/"
    made = Block.objects.get()
    assert (made.officer, made.office, made.note) == (
        kept.officer,
        kept.office,
        "চিকিৎসা",
    )
    assert spans() == [(midnight(DAY), midnight(NEXT))]


def test_several_days_both_included(send):
    send(last="১৮/২/২০২৭")
    last = DAY + timedelta(days=4)
    assert spans() == [(midnight(DAY), midnight(last + timedelta(days=1)))]


def test_from_a_time_to_a_time(send):
    send(kind="own", begins="সকাল ১০টা", ends="11:30 am")
    assert spans() == [(at("10:00"), at("11:30"))]


def test_a_tour_from_an_afternoon_to_a_morning(send):
    send(kind="tour", begins="3:00 pm", last="15/2/2027", ends="10:00 am")
    assert spans() == [(at("15:00"), at("10:00", NEXT))]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"begins": "10:00"}, "Give both times, or leave both empty"),
        ({"last": "13/2/2027"}, "The last day lies before the first."),
        ({"begins": "11:00", "ends": "10:00"}, "The end must lie after the beginning."),
        ({"first": "কাল"}, "Write the date as day/month/year"),
        ({"first": ""}, "This field is required"),
        ({"kind": "holiday"}, "Select a valid choice"),
        ({"last": "14/2/2029"}, "not too far apart"),
        ({"note": "ক" * 301}, "at most 300 characters"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_lost(send, typed, sentence):
    page = text(send(**{"note": "চিকিৎসা"} | typed))
    assert sentence in page
    assert f'value="{typed.get("note", "চিকিৎসা")}"' in page
    assert Block.objects.count() == 0


class TestClash:
    def test_the_sittings_are_shown_and_it_is_asked(self, send, kept):
        one = sitting(chair=kept.officer)
        page = text(send())
        assert one.subject in page
        assert f'name="over" value="{one.pk}"' in page
        assert f"/en/schedule/sittings/{one.pk}/move/" in page
        assert Block.objects.count() == 0

    def test_entered_all_the_same_they_are_to_be_settled(self, send, kept):
        one = sitting(chair=kept.officer)
        send(over=str(one.pk))
        assert spans() == [(midnight(DAY), midnight(NEXT))]
        assert list(
            Claim.objects.filter(strength="unsettled").values_list("officer")
        ) == [(kept.officer_id,)]

    def test_one_that_was_not_shown_is_asked_for_again(self, send, kept):
        one = sitting(chair=kept.officer)
        other = sitting("15:00", "16:00", chair=kept.officer)
        page = text(send(over=str(one.pk)))
        assert f'value="{one.pk} {other.pk}"' in page
        assert Block.objects.count() == 0

    def test_a_block_over_a_block_is_refused(self, send, kept):
        block(kept)
        page = text(send())
        assert "Enter all the same" not in page
        assert Block.objects.count() == 1

    @pytest.mark.parametrize("over", ["x", "1 -2", "9" * 40, "1;2"])
    def test_tampered_keys_are_refused(self, send, kept, over):
        sitting(chair=kept.officer)
        assert send(over=over).status_code == 200
        assert Block.objects.count() == 0


class TestChange:
    def address(self, made, what="change"):
        return f"/en/schedule/busy/{made.pk}/{what}/"

    def test_the_form_begins_with_what_stands(self, cast, kept):
        made = block(kept, "9:30", "11:00")
        page = text(cast["private_secretary"].get(self.address(made)))
        for value in ("14/02/2027", "9:30 am", "11:00 am", "বিসিক শিল্পনগরী"):
            assert f'value="{value}"' in page
        assert 'name="last" value' not in page

    def test_whole_days_have_no_times(self, cast, kept):
        made = block(kept, "0:00", until=midnight(NEXT + timedelta(days=1)))
        page = text(cast["private_secretary"].get(self.address(made)))
        assert 'value="15/02/2027"' in page
        assert 'name="begins" value' not in page

    def test_the_old_one_ends_and_a_new_one_stands(self, cast, kept):
        made = block(kept)
        said = {"kind": "own", "first": "14/2/2027", "begins": "9:00", "ends": "15:00"}
        cast["private_secretary"].post(self.address(made), said)
        assert spans() == [(at("9:00"), at("15:00"))]
        assert Block.objects.count() == 2
        claims = Claim.objects.filter(officer=kept.officer)
        assert list(claims.values_list("strength", flat=True)) == ["hard"]

    def test_refused_the_old_one_stays(self, kept):
        made = block(kept)
        sitting(chair=kept.officer)
        with pytest.raises(Clashing):
            change_block(
                block=made, kind="own", begins=at("9:00"), ends=at("16:00"), by=None
            )
        assert spans() == [(at("14:00"), at("16:00"))]

    def test_taken_back_it_is_free_again_and_once_is_enough(self, cast, kept):
        made = block(kept)
        for _twice in range(2):
            answer = cast["private_secretary"].post(self.address(made, "back"))
        assert answer.status_code == 404
        assert busy(kept.officer, DAY, DAY) == []
        sitting("14:00", "15:00", chair=kept.officer)

    def test_two_at_once_are_told(self, kept):
        made = block(kept)
        end_block(block=made, by=None)
        with pytest.raises(TakenBack):
            end_block(block=made, by=None)

    def test_who_waited_for_it_is_settled(self, kept):
        """A block left to be settled claims its time when the sitting goes."""
        one = sitting(chair=kept.officer)
        left = Override("", frozenset({("sitting", one.pk)}))
        made = block(kept, "9:00", "12:00", override=left)
        assert made.claims.filter(strength="unsettled").count() == 1
        cancel(sitting=one, sequence=0, reason="স্থগিত", by=None)
        assert list(made.claims.values_list("strength", flat=True)) == ["hard"]
