import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import translation

from innovation_portal.mail.actions import retry
from innovation_portal.mail.delivery import deliver
from innovation_portal.mail.models import Letter
from innovation_portal.work.jobs import unfinished
from tests.factories import UserFactory
from tests.processes import at_once

LINE_BREAKS = ["\n", "\r", "\r\n", "\x0b", "\x85", "\u2028"]


def test_posted_letter_waits_in_the_language_of_the_page(post_one):
    user = UserFactory()
    with translation.override("en"):
        letter = post_one(by=user)
    letter.refresh_from_db()
    assert (letter.state, letter.attempts, letter.language, letter.by) == (
        "waiting",
        0,
        "en",
        user,
    )
    assert unfinished(deliver) == [[letter.pk]]


def test_same_cause_gives_the_letter_that_stands(post_one, run_tasks):
    first = post_one()
    run_tasks()
    assert post_one(subject="Another").pk == first.pk
    run_tasks()
    assert [message.subject for message in mail.outbox] == [first.subject]


def test_same_cause_from_two_at_once_is_one_letter(transactional_db, post_one):
    letters = at_once(post_one, post_one, post_one)
    assert len({letter.pk for letter in letters}) == 1
    assert unfinished(deliver) == [[letters[0].pk]]


def test_letter_goes_with_the_transaction_that_wrote_it(transactional_db, post_one):
    with transaction.atomic():
        post_one()
        transaction.set_rollback(True)
    assert (Letter.objects.count(), unfinished(deliver)) == (0, [])


@pytest.mark.parametrize("line_break", LINE_BREAKS)
def test_second_header_in_the_subject_is_refused(post_one, line_break):
    with pytest.raises(ValidationError) as refusal:
        post_one(subject=f"List{line_break}Bcc: all@moind.gov.bd")
    assert [*refusal.value.message_dict] == ["subject"]
    assert Letter.objects.count() == 0


@pytest.mark.parametrize("line_break", LINE_BREAKS)
def test_line_break_at_the_end_of_the_subject_is_refused(post_one, line_break):
    with pytest.raises(ValidationError):
        post_one(subject=f"List{line_break}")


def test_line_break_in_the_type_of_the_data_is_refused(post_one):
    with pytest.raises(ValidationError) as refusal:
        post_one(data="x", data_type="text/calendar\r\nBcc: all@moind.gov.bd")
    assert [*refusal.value.message_dict] == ["data_type"]


@pytest.mark.parametrize(
    "address",
    [
        "",
        "rahim",
        "rahim@",
        "rahim@moind.gov.bd\nBcc: all@moind.gov.bd",
        "rahim@moind.gov.bd\r\n",
        "rahim@moind.gov.bd, karim@moind.gov.bd",
        "Rahim <rahim@moind.gov.bd>",
        "রহিম@moind.gov.bd",
    ],
)
def test_what_is_no_single_address_is_refused(post_one, address):
    with pytest.raises(ValidationError) as refusal:
        post_one(to=address)
    assert [*refusal.value.message_dict] == ["to"]


def test_retry_sends_what_was_given_up(post_one, run_tasks):
    letter = post_one()
    Letter.objects.update(state="failed", last_error="550 Nobody here")
    run_tasks()
    assert retry(letter=letter, by=UserFactory()) is True
    run_tasks()
    letter.refresh_from_db()
    assert (letter.state, letter.last_error, len(mail.outbox)) == ("sent", "", 1)


def test_retry_of_a_sent_letter_does_nothing(post_one, run_tasks):
    letter = post_one()
    run_tasks()
    assert retry(letter=letter, by=UserFactory()) is False
    assert (run_tasks(), len(mail.outbox)) == ([], 1)


def test_retry_leaves_a_letter_to_the_worker_that_is_sending_it(
    transactional_db, post_one
):
    letter, user = post_one(), UserFactory()
    with transaction.atomic():
        Letter.objects.locked().get(pk=letter.pk)
        assert at_once(lambda: retry(letter=letter, by=user)) == [False]
