from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone

from innovation_portal.mail.delivery import deliver, enqueue_due
from innovation_portal.mail.models import Letter
from innovation_portal.work.jobs import unfinished
from tests.innovation_portal.mail.server import Mailbox, serving
from tests.processes import at_once, wait_until


def now_due():
    Letter.objects.update(due_at=timezone.now())
    enqueue_due()


def state(letter):
    letter.refresh_from_db()
    return letter.state, letter.attempts


def test_letter_arrives_once_with_its_headers_and_its_bangla(
    post_one, mailbox, run_tasks
):
    letter = post_one()
    run_tasks()
    deliver.func(letter.pk)
    (message,) = mailbox.messages
    # a long encoded subject begins on the second line of its header
    assert {name: value.lstrip() for name, value in message.items()} == {
        "Subject": "টেলিফোন তালিকা হালনাগাদ হয়েছে",
        "From": "portal@moind.gov.bd",
        "To": "rahim@moind.gov.bd",
        "Message-ID": letter.message_id,
        "Date": letter.created_at.strftime("%a, %d %b %Y %H:%M:%S +0000"),
        "Content-Language": "bn",
        "Auto-Submitted": "auto-generated",
        "Content-Type": 'text/plain; charset="utf-8"',
        "Content-Transfer-Encoding": "base64",
        "MIME-Version": "1.0",
    }
    assert message.get_content() == "জনাব,\nনতুন তালিকা দেখুন।\n"
    assert state(letter) == ("sent", 1)
    assert letter.created_at < letter.sent_at < timezone.now()


def test_long_lines_and_dots_arrive_as_written_in_seven_bits(
    post_one, mailbox, run_tasks
):
    body = f"{'মন্ত্রণালয় ' * 300}\n.\nFrom here on\n..\n"
    post_one(body=body)
    run_tasks()
    assert mailbox.messages[0].get_content() == body
    assert mailbox.raw[0].isascii()
    assert max(len(line) for line in mailbox.raw[0].splitlines()) <= 998


def test_server_that_is_down_gets_the_letter_later_and_once(post_one, port, run_tasks):
    letter = post_one()
    run_tasks()
    assert state(letter) == ("waiting", 1)
    assert "Connection refused" in letter.last_error
    with serving(Mailbox(), port) as mailbox:
        for _ in range(3):
            now_due()
            run_tasks()
    assert state(letter) == ("sent", 2)
    assert (len(mailbox.messages), letter.last_error) == (1, "")


@pytest.mark.parametrize("step", ["MAIL", "RCPT", "DATA"])
def test_server_that_says_later_is_asked_later(post_one, mailbox, run_tasks, step):
    letter = post_one()
    mailbox.answers[step] = "451 Try later"
    run_tasks()
    assert state(letter) == ("waiting", 1)
    assert letter.last_error == "451 Try later"
    mailbox.answers.clear()
    now_due()
    run_tasks()
    assert (state(letter), len(mailbox.messages)) == (("sent", 2), 1)


@pytest.mark.parametrize(
    ("step", "answer"),
    [("RCPT", "550 Nobody of that name"), ("DATA", "554 Not this text")],
)
def test_letter_refused_for_good_is_kept_with_the_reason(
    post_one, mailbox, run_tasks, step, answer
):
    letter = post_one()
    mailbox.answers[step] = answer
    run_tasks()
    now_due()
    assert run_tasks() == []
    assert state(letter) == ("failed", 1)
    assert letter.last_error == answer


@pytest.mark.parametrize(
    ("step", "answer"),
    [("MAIL", "550 Sender unknown"), ("RCPT", "530 Sign in first")],
)
def test_fault_in_our_own_set_up_is_not_the_letters_end(
    post_one, mailbox, run_tasks, step, answer
):
    letter = post_one()
    mailbox.answers[step] = answer
    run_tasks()
    assert state(letter) == ("waiting", 1)
    assert letter.last_error == answer


def test_letter_that_cannot_be_written_as_mail_says_so(post_one, mailbox, run_tasks):
    letter = post_one()
    Letter.objects.update(subject="List\nBcc: all@moind.gov.bd")
    run_tasks()
    assert (state(letter), mailbox.raw) == (("waiting", 1), [])
    assert "newlines" in letter.last_error


def test_one_bad_address_does_not_hold_up_the_others(post_one, mailbox, run_tasks):
    post_one(about="1", to="a@moind.gov.bd")
    mailbox.answers["RCPT"] = "451 Later"
    run_tasks()
    mailbox.answers.clear()
    post_one(about="2", to="b@moind.gov.bd")
    run_tasks()
    assert [message["To"] for message in mailbox.messages] == ["b@moind.gov.bd"]


def test_pause_is_kept(post_one, port, run_tasks):
    post_one()
    run_tasks()
    enqueue_due()
    assert unfinished(deliver) == []


def test_letter_that_is_queued_is_not_queued_twice(post_one):
    letter = post_one()
    Letter.objects.update(due_at=timezone.now() - timedelta(hours=1))
    enqueue_due()
    assert unfinished(deliver) == [[letter.pk]]


def test_two_workers_at_one_letter_send_it_once(transactional_db, post_one, mailbox):
    letter = post_one()
    mailbox.dawdles_at, mailbox.dawdles = "RCPT", 1
    at_once(*[lambda: deliver.func(letter.pk)] * 4)
    assert (len(mailbox.messages), state(letter)[0]) == (1, "sent")


def test_slow_server_outlasts_the_limits_of_a_page(transactional_db, post_one, mailbox):
    letter = post_one()
    mailbox.dawdles_at, mailbox.dawdles = "RCPT", 1.5
    with connection.cursor() as cursor:
        cursor.execute("SET idle_in_transaction_session_timeout = '1s'")
    deliver.func(letter.pk)
    connection.close()
    assert state(letter) == ("sent", 1)


@pytest.fixture
def start_sending(start_worker, port):
    """Call it to start a worker that knows the mailbox's address."""
    return lambda: start_worker(EMAIL_URL=f"smtp://127.0.0.1:{port}")


def kill_while_sending(mailbox, start_sending, step):
    """A worker that is killed when the server has come to this step."""
    mailbox.dawdles_at, mailbox.dawdles = step, 3
    worker = start_sending()
    wait_until(lambda: mailbox.dawdling)
    worker.kill()


def test_worker_killed_before_the_server_has_the_letter(
    start_sending, post_one, mailbox
):
    letter = post_one()
    kill_while_sending(mailbox, start_sending, "RCPT")
    assert state(letter) == ("waiting", 1)
    start_sending()
    wait_until(lambda: state(letter)[0] == "sent")
    assert (len(mailbox.messages), letter.attempts) == (1, 2)


def test_worker_killed_after_that_sends_again_under_the_same_message_id(
    start_sending, post_one, mailbox
):
    letter = post_one()
    kill_while_sending(mailbox, start_sending, "DATA")
    start_sending()
    wait_until(lambda: state(letter)[0] == "sent")
    one, other = mailbox.messages
    assert (one["Message-ID"], one["Date"]) == (other["Message-ID"], other["Date"])
    assert one.as_bytes() == other.as_bytes()


def test_letter_in_another_workers_hands_is_left_to_it(transactional_db, post_one):
    letter = post_one()
    with transaction.atomic():
        Letter.objects.locked().get(pk=letter.pk)
        at_once(lambda: deliver.func(letter.pk))
    assert state(letter) == ("waiting", 0)


def test_what_is_for_programs_goes_beside_the_text(post_one, mailbox, run_tasks):
    data = "BEGIN:VCALENDAR\r\nSUMMARY:সভা\r\nEND:VCALENDAR\r\n"
    post_one(data=data, data_type="text/calendar; method=REQUEST")
    run_tasks()
    (message,) = mailbox.messages
    text, calendar = message.iter_parts()
    assert message.get_content_type() == "multipart/alternative"
    assert text.get_content() == "জনাব,\nনতুন তালিকা দেখুন।\n"
    assert dict(calendar["Content-Type"].params) == {
        "method": "REQUEST",
        "charset": "utf-8",
    }
    assert calendar.get_content_type() == "text/calendar"
    assert calendar.get_payload(decode=True).decode() == data
    assert mailbox.raw[0].isascii()
