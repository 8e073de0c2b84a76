"""The last step in the browser: the edition appears, or a sentence says why not."""

import threading

import pytest
from django.db import connections
from django.test import Client
from django.utils.translation import override

from directory.models import Designation, Edition, Entry
from tests.directory.lists import line
from tests.directory.uploads import compared, csv_file, published
from tests.directory.workbooks import listed

pytestmark = pytest.mark.django_db
KARIM = line("Karim", mobile="01711111111")
RAHIM = line("Rahim", mobile="01722222222")
JABBAR = line("Jabbar", mobile="01733333333")


@pytest.fixture
def press(clerk, address):
    """Press the button on the page of an upload, in English."""

    def pressed(upload, client=clerk, **values):
        sent = {"seen": upload.stamp, "updated_on": "01/03/2017"} | values
        return client.post(f"/en{address(upload, 'publish')}", sent)

    return pressed


def messages(client, answer):
    page = client.get(answer.headers["Location"])
    return [str(message) for message in page.context["messages"]]


def test_the_list_is_there_and_the_clerk_is_told(press, clerk):
    upload = compared(csv_file(KARIM))
    answer = press(upload, updated_on="০২/০৩/২০১৭")
    assert answer.headers["Location"] == "/en/directory/"
    said = messages(clerk, answer)
    assert said == ["Published list number 1 is now in force. Updated: 2 March 2017"]
    edition = Edition.objects.get()
    assert (str(edition.updated_on), edition.published_by) == ("2017-03-02", clerk.user)


def test_bangla_is_told_in_bangla(clerk, address):
    upload = compared(csv_file(KARIM))
    sent = {"seen": upload.stamp, "updated_on": "০২/০৩/২০১৭"}
    answer = clerk.post(address(upload, "publish"), sent)
    assert answer.headers["Location"] == "/directory/"
    (said,) = messages(clerk, answer)
    assert "২ মার্চ ২০১৭" in said
    assert "১" in said


def test_errors_block_it_here_too(press, clerk):
    upload = compared(listed(KARIM, line(None, "Secretary")))
    assert upload.errors
    said = messages(clerk, press(upload))
    assert said == ["Some lines cannot be taken; correct them in the workbook first."]
    assert not Edition.objects.exists()


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("", "Give the update date of the list first."),
        (
            "31/02/2017",
            "Write the date as day/month/year, for example 12/02/2017.",
        ),
        ("01/03/2097", "The update date lies in the future; correct it."),
    ],
)
def test_without_a_date_the_page_asks_for_it(press, date, said):
    answer = press(compared(csv_file(KARIM)), updated_on=date)
    assert answer.status_code == 422
    with override("en"):
        assert answer.context["form"].errors == {"updated_on": [said]}
    assert not Edition.objects.exists()


def test_pressing_twice_publishes_once(press, clerk):
    upload = compared(csv_file(KARIM))
    messages(clerk, press(upload))
    said = messages(clerk, press(upload))
    assert said == ["This upload can no longer be published."]
    assert Edition.objects.count() == 1


def test_a_list_that_changed_meanwhile_is_shown_anew(press, clerk, address, run_tasks):
    upload = compared(csv_file(KARIM, RAHIM))
    published(csv_file(KARIM))
    answer = press(upload)
    assert answer.headers["Location"] == f"/en{address(upload)}?changed=1"
    waiting = clerk.get(answer.headers["Location"]).content.decode()
    assert "?changed=1&amp;looks=1" in waiting
    run_tasks()
    page = clerk.get(answer.headers["Location"])
    assert "The list has changed since you checked" in page.content.decode()
    assert page.context["preview"].counts["added"] == 1
    assert Edition.objects.count() == 1
    upload.refresh_from_db()
    assert press(upload).headers["Location"] == "/en/directory/"


def test_what_was_not_seen_is_not_published(press, address):
    upload = compared(csv_file(KARIM))
    answer = press(upload, seen="an older look")
    assert answer.headers["Location"] == f"/en{address(upload)}?changed=1"
    assert not Edition.objects.exists()


def test_while_it_is_compared_it_waits(press, clerk):
    upload = compared(csv_file(KARIM))
    type(upload).objects.update(state="waiting")
    said = messages(clerk, press(upload))
    assert said == ["The list is still being compared; look at the difference first."]


def test_the_address_takes_posts_only(clerk, address):
    assert clerk.get(address(compared(csv_file(KARIM)), "publish")).status_code == 405


def test_another_page_of_the_portal_cannot_press_it(clerk, address):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(clerk.user)
    upload = compared(csv_file(KARIM))
    sent = {"seen": upload.stamp, "updated_on": "01/03/2017"}
    assert strict.post(address(upload, "publish"), sent).status_code == 403
    assert not Edition.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_of_two_clerks_at_once_the_second_sees_the_new_difference(
    cast, press, address, run_tasks
):
    published(csv_file(KARIM))
    uploads = {
        "general_services": compared(csv_file(KARIM, RAHIM)),
        "elsewhere": compared(csv_file(KARIM, JABBAR)),
    }
    gate, answers = threading.Barrier(2), {}

    def go(who):
        gate.wait()
        try:
            answers[who] = press(uploads[who], cast[who]).headers["Location"]
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go, args=[who]) for who in uploads]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    late = next(who for who in uploads if answers[who] != "/en/directory/")
    assert sorted(answers.values()) == sorted(
        ["/en/directory/", f"/en{address(uploads[late])}?changed=1"]
    )
    assert Edition.objects.count() == 2
    run_tasks()
    page = cast[late].get(answers[late])
    assert "The list has changed since you checked" in page.content.decode()
    counts = page.context["preview"].counts
    assert (counts["added"], counts["removed"], counts["unchanged"]) == (1, 1, 1)
    assert Entry.objects.current().count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_publication_that_takes_long_is_told_to_the_next(press, clerk, settings):
    upload = compared(csv_file(KARIM))
    owner = connections["owner"]
    with owner.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(20170214)")
    try:
        with connections["default"].cursor() as cursor:
            cursor.execute("SET lock_timeout = '200ms'")
        said = messages(clerk, press(upload))
    finally:
        with owner.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(20170214)")
        with connections["default"].cursor() as cursor:
            cursor.execute("RESET lock_timeout")
    assert said == ["Another publication is under way; try again in a moment."]
    assert not Edition.objects.exists()


def test_an_office_made_by_another_hand_meanwhile(press, clerk, monkeypatch):
    upload = compared(csv_file(KARIM))
    monkeypatch.setattr(
        "directory.actions.edition.make_offices",
        lambda upload: Designation.objects.bulk_create(
            [Designation(name_bn="Same"), Designation(name_bn="Same")]
        ),
    )
    (said,) = messages(clerk, press(upload))
    assert said == "Another publication is under way; try again in a moment."
    assert not Edition.objects.exists()
