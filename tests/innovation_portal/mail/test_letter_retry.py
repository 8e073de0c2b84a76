from django.contrib.messages import get_messages
from django.core import mail
from django.urls import reverse


def retry(client, letter):
    return client.post(reverse("mail:letter_retry", kwargs={"pk": letter.pk}))


def told(response):
    return [message.level_tag for message in get_messages(response.wsgi_request)]


def test_letter_is_sent_and_the_administrator_told(cast, post_one, run_tasks):
    letter = post_one()
    letter.failed("550 Nobody here", for_good=True)
    run_tasks()
    response = retry(cast["portal_admin"], letter)
    assert (response.status_code, response.url) == (302, "/mail/")
    assert told(response) == ["success"]
    run_tasks()
    letter.refresh_from_db()
    assert (letter.state, len(mail.outbox)) == ("sent", 1)


def test_sent_letter_is_left_alone(cast, post_one, run_tasks):
    letter = post_one()
    run_tasks()
    assert told(retry(cast["portal_admin"], letter)) == ["warning"]
    assert (run_tasks(), len(mail.outbox)) == ([], 1)


def test_english_page_is_returned_to(cast, post_one):
    letter = post_one()
    response = cast["portal_admin"].post(f"/en/mail/{letter.pk}/retry/")
    assert response.url == "/en/mail/"


def test_letter_of_another_office_is_not_there(cast, post_one):
    assert retry(cast["elsewhere"], post_one()).status_code == 404


def test_letter_of_the_own_office_is(cast, post_one):
    letter = post_one(by=cast["elsewhere"].user)
    assert retry(cast["elsewhere"], letter).status_code == 302


def test_looking_changes_nothing(cast, post_one):
    letter = post_one()
    address = reverse("mail:letter_retry", kwargs={"pk": letter.pk})
    assert cast["portal_admin"].get(address).status_code == 405
