"""Sittings follow a post to its new holder, or a person to his new post."""

import pytest

from schedule.actions import settling as actions
from schedule.actions.sitting import cancel
from schedule.details import Part
from schedule.errors import Clashing
from schedule.models import Chair, Move, Policy
from tests.directory.entries import edition, entry
from tests.factories import OfficeFactory, OfficerFactory
from tests.schedule.sittings import chair, sitting
from tests.schedule.test_settling import found, present, text

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


class TestTransfer:
    @pytest.fixture
    def secretary(self):
        """The line of a post with its first holder."""
        edition(1)
        edition(2)
        officer = OfficerFactory(name="মোশাররফ", honorific="জনাব")
        return entry(officer.name, officer=officer, post="সচিব", last=1)

    @pytest.fixture
    def successor(self, secretary):
        """From the second list on, the post is another's."""
        officer = OfficerFactory(name="আবদুল্লাহ")
        return entry(
            officer.name, officer=officer, post="সচিব", first=2, line=secretary.line
        )

    @pytest.fixture
    def moved(self, secretary):
        """His new post."""
        return entry("মোশাররফ", officer=secretary.officer, post="সিনিয়র সচিব", first=2)

    @pytest.fixture
    def one(self, secretary, cast):
        return sitting(
            chair=secretary.officer, chair_line=secretary.line, organiser=cast.wing
        )

    def follow(self, client, one, way, sequence=0):
        return client.post(
            f"/en/schedule/settling/{one.pk}/",
            {"way": way, "sequence": sequence},
            follow=True,
        )

    def test_it_is_listed_with_both_ways(self, clerk, one, successor, moved):
        (listed,) = found(clerk).transferred
        assert (listed.sitting, listed.post, listed.own) == (one, successor, moved)
        page = text(clerk.get("/en/schedule/settling/"))
        assert "সচিব মহোদয়, আবদুল্লাহ" in page
        assert "মোশাররফ, সিনিয়র সচিব" in page

    def test_who_holds_his_post_still_is_not(self, clerk, one):
        edition(3)
        entry(
            "মোশাররফ",
            officer=OfficerFactory(same_as=one.chair),
            first=3,
            line=one.chair_line,
        )
        assert found(clerk).transferred == []

    def test_following_the_post(self, clerk, one, successor):
        self.follow(clerk, one, "post")
        now = present(one)
        assert (now.chair, now.chair_as, now.chair_line) == (
            successor.officer,
            "সচিব মহোদয়",
            successor.line,
        )
        assert found(clerk).count == 0
        move = now.moves.last()
        assert (move.kind, move.by) == (Move.Kind.CHANGED, clerk.user)

    def test_following_the_person(self, clerk, one, successor, moved):
        self.follow(clerk, one, "person")
        now = present(one)
        assert (now.chair, now.chair_as, now.chair_line) == (
            one.chair,
            "সিনিয়র সচিব",
            moved.line,
        )
        assert found(clerk).count == 0

    def test_under_the_name_of_the_registry(self, clerk, one, successor, moved):
        Chair.objects.create(
            officer=one.chair,
            line=moved.line,
            shown_as="সিনিয়র সচিব মহোদয়",
            office=OfficeFactory(),
        )
        self.follow(clerk, one, "person")
        assert present(one).chair_as == "সিনিয়র সচিব মহোদয়"

    def test_who_left_chairs_under_his_name(self, clerk, one, successor):
        self.follow(clerk, one, "person")
        now = present(one)
        assert (now.chair_as, now.chair_line) == ("জনাব মোশাররফ", None)

    def test_a_post_that_is_gone_cannot_be_followed(self, clerk, one):
        (listed,) = found(clerk).transferred
        assert listed.post is None
        answer = self.follow(clerk, one, "post")
        assert "Nobody holds this post now." in text(answer)
        assert present(one).chair == one.chair

    def test_a_vacant_post_neither(self, clerk, one, secretary):
        entry(post="সচিব", vacant=True, first=2, line=secretary.line)
        page = text(clerk.get("/en/schedule/settling/"))
        assert "Nobody holds this post now:" in page
        assert 'value="post"' not in page

    def test_a_successor_who_sits_elsewhere_is_told_by_whom(
        self, clerk, one, successor
    ):
        sitting(chair=successor.officer, subject="অন্য সভা")
        assert "অন্য সভা" in text(self.follow(clerk, one, "post"))
        assert present(one).chair == one.chair
        with pytest.raises(Clashing):
            actions.follow_post(sitting=one, sequence=0, by=None)

    def test_who_was_quicker(self, clerk, one, successor):
        self.follow(clerk, one, "post")
        answer = self.follow(clerk, one, "person")
        assert "Another person has changed this sitting meanwhile." in text(answer)
        assert present(one).chair == successor.officer

    @pytest.mark.parametrize("way", ["", "chair"])
    def test_another_word_follows_nothing(self, clerk, one, successor, way):
        self.follow(clerk, one, way)
        assert present(one).sequence == 0

    def test_another_organiser_does_not_reach_it(self, cast, one, successor):
        other = cast.person("other", OfficeFactory(), ["wing_organiser"])
        assert found(other).count == 0
        assert self.follow(other, one, "post").status_code == 404

    def test_a_cancelled_one_is_not_listed(self, clerk, one, successor):
        cancel(sitting=one, sequence=0, reason="বাতিল", by=None)
        assert found(clerk).count == 0

    def test_the_registry_is_listed_for_the_branch(self, cast, secretary, successor):
        kept = chair(line=secretary.line)
        ((listed, line),) = found(cast["general_services"]).chairs
        assert (listed, line) == (kept, successor)
        assert found(cast["wing_organiser"]).chairs == []
        page = text(cast["general_services"].get("/en/schedule/settling/"))
        assert f"/en/schedule/chairs/{kept.pk}/change/?line={successor.line}" in page


class TestInvitedPosts:
    @pytest.fixture
    def post(self):
        edition(1)
        edition(2)
        officer = OfficerFactory(name="করিম")
        return entry("করিম", officer=officer, post="উপসচিব", last=1)

    @pytest.fixture
    def holder(self, post):
        officer = OfficerFactory(name="রহিম")
        return entry("রহিম", officer=officer, first=2, line=post.line, post="উপসচিব")

    def invited(self, post, name="উপসচিব", **values):
        part = Part(name, officer=post.officer, line=post.line)
        return sitting(parts=(part, Part("বিসিআইসি")), **values)

    def names(self, one):
        return list(one.participants.values_list("name", "officer__name"))

    def follow(self, client):
        return text(client.post("/en/schedule/settling/posts/", follow=True))

    def test_all_posts_are_followed_with_one_button(self, clerk, post, holder):
        sittings = [self.invited(post), self.invited(post, name="করিম")]
        assert len(found(clerk).invited) == 2
        assert "Settled." in self.follow(clerk)
        assert [self.names(one)[0] for one in sittings] == [
            ("উপসচিব", "রহিম"),
            ("রহিম", "রহিম"),
        ]
        assert self.names(sittings[0])[1] == ("বিসিআইসি", None)
        assert found(clerk).count == 0

    def test_a_post_that_fell_vacant_keeps_its_name(self, clerk, post):
        one = self.invited(post)
        self.follow(clerk)
        assert self.names(one)[0] == ("উপসচিব", None)
        assert found(clerk).count == 0

    def test_who_is_taken_stays_to_be_settled(self, clerk, post, holder):
        Policy.objects.create(pk=1, taking_part="hard")
        sitting(chair=holder.officer)
        self.invited(post)
        later = self.invited(post, begins="15:00", ends="16:00")
        assert "1 sitting could not follow" in self.follow(clerk)
        assert self.names(later)[0] == ("উপসচিব", "রহিম")
        assert len(found(clerk).invited) == 1

    def test_only_those_within_reach(self, cast, post, holder):
        self.invited(post)
        assert found(cast["wing_organiser"]).invited == []
        self.follow(cast["wing_organiser"])
        assert len(found(cast["general_services"]).invited) == 1
