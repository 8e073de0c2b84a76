"""One sitting of one form, however often and however fast it is sent."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import IntegrityError, connections

from directory.models import Officer
from schedule.actions.entry import change_typed, enter_once
from schedule.details import Details
from schedule.errors import Clashing
from schedule.models import Claim, Move, Sitting, Strength
from tests.factories import UserFactory
from tests.schedule.entering import NEW, errors, typed
from tests.schedule.sittings import at, details, sitting

TIMES = 8


def guest():
    return Officer(name="ড. করিম")


@pytest.mark.django_db(transaction=True)
def test_sent_many_times_at_once_one_sitting_stands():
    """Outside, with a guest: nothing but the lock is in the way of a second one."""
    user, barrier = UserFactory(), Barrier(TIMES)
    said = vars(details(place="বুয়েট"))

    def send(_number):
        try:
            barrier.wait()
            once = details(
                **said | {"chair": guest(), "begins": "10:00", "ends": "11:00"}
            )
            return enter_once(details=once, by=user).pk
        finally:
            connections.close_all()

    with ThreadPoolExecutor(TIMES) as pool:
        keys = set(pool.map(send, range(TIMES)))
    assert keys == {Sitting.objects.get().pk}
    assert Officer.objects.filter(name="ড. করিম").count() == 1
    assert Move.objects.count() == 1


@pytest.mark.django_db
class TestOnce:
    def test_another_user_s_is_another_sitting(self):
        said = vars(details(place="বুয়েট"))
        for user in (UserFactory(), UserFactory()):
            once = Details(**said | {"chair": guest()})
            enter_once(details=once, by=user)
        assert Sitting.objects.count() == 2

    def test_a_hold_lasts_as_long_as_said(self):
        held = enter_once(details=details(), until=at("09:00"), by=UserFactory())
        assert (held.state, held.held_until) == ("held", at("09:00"))

    def test_who_is_refused_leaves_no_guest_behind(self):
        taken = sitting("10:00", "11:00")
        said = vars(details("10:00", "11:00", room=taken.room)) | {"chair": guest()}
        with pytest.raises(Clashing):
            enter_once(details=Details(**said), by=None)
        assert not Officer.objects.filter(name="ড. করিম").exists()

    def test_a_changed_one_may_get_a_guest(self):
        row = sitting("10:00", "11:00")
        said = vars(details("10:00", "11:00", room=row.room)) | {"chair": guest()}
        change_typed(sitting=row, sequence=0, details=Details(**said), by=None)
        assert Sitting.objects.get().chair.name == "ড. করিম"


@pytest.mark.django_db
class TestGuard:
    """What no form of ours sends, the database refuses; the page says it in words."""

    def claim(self, row, **values):
        said = {"room": row.room, "during": row.during, "strength": Strength.HARD}
        return Claim(**said | values)

    def test_rows_made_at_once_are_refused(self):
        taken, other = sitting("10:00", "11:00"), sitting("10:00", "11:00")
        with pytest.raises(IntegrityError, match="one_sitting_per_room"):
            Claim.objects.bulk_create([self.claim(taken, sitting=other)])

    def test_a_claim_that_came_by_another_way_is_a_sentence_too(
        self, cast, monkeypatch
    ):
        taken = sitting("10:00", "11:00")
        monkeypatch.setattr("schedule.actions.claims.find", lambda *_args: [])
        monkeypatch.setattr("schedule.actions.claims.overlapping", lambda *_args: [])
        clerk = cast["general_services"]
        answer = clerk.post(f"/en{NEW}", typed(cast.wing, room=taken.room_id))
        assert errors(answer)["__all__"] == [
            "This time is taken: another sitting was entered before."
        ]
        assert len(answer.context["judged"].hard) == 1
        assert Sitting.objects.count() == 1
