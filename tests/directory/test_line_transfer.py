"""A transfer: the post is searched for, and the person moves there."""

import pytest
from django.urls import reverse

from directory.actions.line import change_line
from directory.models import Edition
from tests.directory.edits import TODAY, karim, present, small_list, vacancy

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def first():
    return small_list()


def place(**query):
    return "/en" + reverse("directory:line_transfer", args=[karim().line], query=query)


def offered(answer):
    return [str(label) for _pk, label in answer.context["form"].fields["to"].choices]


def move(clerk, to, **more):
    said = {"effective_on": "05/03/2017", "seen": karim().pk, "to": to.pk}
    return clerk.post(place(), said | more, follow=True)


def test_vacant_posts_are_offered_first(clerk):
    assert offered(clerk.get(place())) == ["Law officer · Law · vacant"]


def test_any_other_post_is_found(clerk):
    assert offered(clerk.get(place(q="joint"))) == [
        "Joint Secretary · Wing A · রহিম উদ্দিন"
    ]
    assert offered(clerk.get(place(q="reception"))) == []
    assert offered(clerk.get(place(q="করিম"))) == []


def test_the_person_moves_and_the_mailbox_goes_along(clerk):
    move(clerk, vacancy(), email_too="on")
    assert (karim().vacant, vacancy().name) == (True, "মোঃ করিম")
    assert vacancy().email == "ds1@x.bd"


def test_the_mailbox_stays(clerk):
    move(clerk, vacancy())
    assert (karim().email, vacancy().email) == ("ds1@x.bd", "law@x.bd")


def test_a_post_that_is_held_changes_its_holder(clerk):
    to = present(post="Joint Secretary")
    move(clerk, to)
    assert present(post="Joint Secretary").name == "মোঃ করিম"


def test_a_post_found_by_words_need_not_be_found_again(clerk):
    to = present(post="Joint Secretary")
    assert clerk.get(place()).context["form"].fields["to"].choices != [to.pk]
    move(clerk, to)
    assert Edition.objects.count() == 2


@pytest.mark.parametrize(
    ("to", "sentence"),
    [("", "Choose the post"), ("x", "choose anew"), ("0", "choose anew")],
)
def test_a_post_must_be_chosen(clerk, to, sentence):
    said = {"effective_on": "05/03/2017", "seen": karim().pk, "to": to}
    answer = clerk.post(place(), said)
    assert sentence in answer.content.decode()
    assert Edition.objects.count() == 1


def test_nobody_moves_to_his_own_post(clerk):
    answer = move(clerk, karim())
    assert list(answer.context["form"].errors) == ["to"]


def test_the_other_posts_line_changed_meanwhile(clerk):
    to = vacancy()
    change_line(entry=to, texts={"room": "3"}, order=TODAY, by=None)
    answer = move(clerk, to)
    assert "This post’s line has changed meanwhile" in answer.content.decode()
    assert karim().vacant is False
