from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from innovation_portal.mail.models import Letter


def test_pauses_grow_from_a_minute_to_four_hours(post_one):
    letter = post_one()
    minutes = []
    for _ in range(11):
        letter.began()
        minutes.append(round((letter.due_at - timezone.now()) / timedelta(minutes=1)))
    assert minutes == [1, 2, 4, 8, 16, 32, 64, 128, 240, 240, 240]
    assert letter.attempts == 11


def test_pause_does_not_overflow(post_one):
    letter = post_one()
    letter.attempts = 2_000_000
    letter.began()
    assert letter.due_at < timezone.now() + timedelta(hours=4)


@pytest.mark.parametrize(
    ("hours_old", "for_good", "state"),
    [(1, False, "waiting"), (119, False, "waiting"), (121, False, "failed")]
    + [(1, True, "failed")],
)
def test_failure_is_for_good_when_refused_or_after_five_days(
    post_one, hours_old, for_good, state
):
    letter = post_one()
    letter.created_at -= timedelta(hours=hours_old)
    letter.failed("451 Later", for_good=for_good)
    letter.refresh_from_db()
    assert (letter.state, letter.last_error) == (state, "451 Later")


def test_due_are_those_that_wait_and_whose_pause_is_over(post_one):
    due, early, sent = (post_one(about=str(number)) for number in range(3))
    early.began()
    sent.sent()
    assert [*Letter.objects.due()] == [due]


@pytest.mark.parametrize(
    "values", [{"state": "sent"}, {"state": "waiting", "sent_at": timezone.now()}]
)
def test_sent_letter_has_its_time_and_no_other(post_one, values):
    post_one()
    with pytest.raises(IntegrityError):
        Letter.objects.update(**values)


def test_message_id_is_the_letters_own_and_of_the_senders_domain(post_one, settings):
    settings.DEFAULT_FROM_EMAIL = "Portal <portal@moind.gov.bd>"
    one, other = post_one(about="1"), post_one(about="2")
    assert one.message_id != other.message_id
    assert one.message_id.endswith("@moind.gov.bd>")


def test_latest_about_is_the_last_letter_to_each_address(post_one):
    post_one(about="sitting 7 version 0 to rahim")
    last = post_one(about="sitting 7 version 1 to rahim")
    other = post_one(about="sitting 7 version 0 to karim", to="karim@moind.gov.bd")
    post_one(about="sitting 71 version 2 to rahim")
    assert Letter.objects.latest_about("sitting 7 ") == {last.to: last, other.to: other}
