"""An upload is put aside, after a question."""

import pytest

from directory.actions.edition import publish
from directory.models import Edition, Upload
from tests.directory.lists import line
from tests.directory.uploads import compared, csv_file, unreadable

pytestmark = pytest.mark.django_db


@pytest.fixture
def upload():
    return compared(csv_file(line("Karim")))


def test_the_question_changes_nothing(clerk, address, upload):
    answer = clerk.get(address(upload, "discard"))
    assert answer.status_code == 200
    assert Upload.objects.get().state == "ready"


def test_the_answer_discards(clerk, address, upload):
    answer = clerk.post(f"/en{address(upload, 'discard')}", follow=True)
    assert answer.redirect_chain == [("/en/directory/upload/", 302)]
    said = [str(message) for message in answer.context["messages"]]
    assert said == ["The upload was discarded; the list is as it was."]
    upload.refresh_from_db()
    assert (upload.state, upload.lines.count()) == ("discarded", 0)
    assert upload.source.path.exists()
    assert not Edition.objects.exists()


def test_a_discarded_upload_says_so(clerk, address, upload):
    clerk.post(address(upload, "discard"))
    content = clerk.get(f"/en{address(upload)}").content.decode()
    assert "This upload was discarded; nothing of it was published." in content


def test_what_is_published_cannot_be_discarded(clerk, address, upload):
    publish(upload=upload, by=None)
    answer = clerk.post(f"/en{address(upload, 'discard')}", follow=True)
    said = [str(message) for message in answer.context["messages"]]
    assert said == ["This upload can no longer be published."]
    upload.refresh_from_db()
    assert upload.state == "published"


def test_there_is_nothing_to_ask_about_a_closed_upload(clerk, address):
    refused = compared(unreadable())
    answer = clerk.get(address(refused, "discard"))
    assert answer.headers["Location"] == address(refused)
    refused.refresh_from_db()
    assert refused.state == "refused"


def test_a_waiting_upload_can_be_discarded(clerk, address, upload, run_tasks):
    Upload.objects.update(state="waiting")
    clerk.post(address(upload, "discard"))
    run_tasks()
    assert Upload.objects.get().state == "discarded"
