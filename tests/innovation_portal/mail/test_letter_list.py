from datetime import UTC, datetime

import pytest
from django.urls import reverse

from innovation_portal.models import Doing, Letter


@pytest.fixture
def page(cast):
    """Call it to open the page; gives the response and the subjects that it lists."""

    def opening(who="portal_admin", **query):
        response = cast[who].get(reverse("mail:letter_list"), query)
        rows = response.context["table"].page.object_list
        return response, [row.record.subject for row in rows]

    return opening


def test_newest_first_with_its_state_attempts_and_error(page, post_one):
    post_one(about="1", subject="Old")
    post_one(about="2", subject="New").failed("550 Nobody here", for_good=True)
    response, subjects = page()
    assert subjects == ["New", "Old"]
    assert "550 Nobody here" in response.text


def test_narrowed_to_one_state(page, post_one):
    post_one(about="1", subject="Waiting")
    post_one(about="2", subject="Sent").sent()
    assert page(state="sent")[1] == ["Sent"]
    assert page(state="nonsense")[1] == page(state="")[1] == ["Sent", "Waiting"]


def test_text_of_a_letter_is_not_shown(page, post_one):
    post_one(body="canary in the body")
    assert "canary" not in page()[0].text


def test_what_a_server_says_is_escaped(page, post_one):
    post_one().failed("550 <img src=x onerror=alert(1)>", for_good=True)
    text = page()[0].text
    assert "<img" not in text
    assert "550 &lt;img" in text


def test_sent_letter_has_no_button(page, post_one):
    letter = post_one()
    address = reverse("mail:letter_retry", kwargs={"pk": letter.pk})
    assert address in page()[0].text
    letter.sent()
    assert address not in page()[0].text


def test_fifty_to_a_page(page, post_one):
    for number in range(51):
        post_one(about=str(number), subject=str(number))
    assert [len(page()[1]), len(page(page=2)[1])] == [50, 1]
    assert len(page(per_page=-1)[1]) == 50


def test_number_of_queries_does_not_grow(page, post_one, django_assert_max_num_queries):
    for number in range(20):
        post_one(about=str(number))
    with django_assert_max_num_queries(15):
        page()


def test_each_administrator_sees_what_the_own_people_caused(page, cast, post_one):
    post_one(about="1", subject="The portal's own")
    post_one(about="2", subject="Wing", by=cast["plain"].user)
    post_one(about="3", subject="Agency", by=cast["elsewhere"].user)
    assert page()[1] == ["Agency", "Wing", "The portal's own"]
    assert page("elsewhere")[1] == ["Agency"]


def test_shows_when_the_worker_was_last_active(page, cast):
    assert "has not been active yet" in cast["portal_admin"].get("/en/mail/").text
    at = datetime(2017, 2, 12, 4, 30, tzinfo=UTC)
    Doing.objects.create(name="sample", done_at=at)
    text = cast["portal_admin"].get("/en/mail/").text
    assert "12 February 2017" in text


def test_nothing_written_yet(page):
    response, subjects = page()
    assert (subjects, Letter.objects.count()) == ([], 0)
    assert 'class="empty"' in response.text
