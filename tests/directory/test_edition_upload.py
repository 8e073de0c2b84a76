"""A workbook is handed in: what is taken, what is refused in a sentence."""

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override

from directory.models import Upload
from innovation_portal.sheets.errors import SENTENCES
from tests.directory.lists import line
from tests.directory.uploads import JANUARY, compared, csv_file, published
from tests.directory.workbooks import listed

pytestmark = pytest.mark.django_db


@pytest.fixture
def send(clerk, address):
    """Hand in a file under a name."""

    def sent(content=b"Name,Designation\nKarim,Secretary\n", name="list.csv", **rest):
        file = SimpleUploadedFile(name, content)
        return clerk.post(f"/en{address(None, 'upload')}", {"file": file} | rest)

    return sent


def errors(answer):
    """Field to its sentences, in English."""
    with override("en"):
        return {
            field: [str(sentence) for sentence in sentences]
            for field, sentences in answer.context["form"].errors.items()
        }


def sentence(code):
    with override("en"):
        return str(SENTENCES[code])


def test_the_page_asks_for_a_file(clerk, address):
    answer = clerk.get(address(None, "upload"))
    assert list(answer.context["form"].fields) == ["file", "updated_on"]


def test_the_menu_leads_there_who_may_publish(cast, address):
    link = f'href="{address(None, "upload")}"'
    shown = {who for who in cast if link in cast[who].get("/").content.decode()}
    assert shown == {"general_services", "elsewhere"}


def test_a_file_is_kept_and_compared_in_the_background(send, clerk, run_tasks):
    answer = send(updated_on="১২/০২/২০১৭")
    upload = Upload.objects.get()
    assert answer.headers["Location"] == f"/en/directory/upload/{upload.pk}/"
    assert (upload.state, upload.by) == ("waiting", clerk.user)
    assert str(upload.updated_on) == "2017-02-12"
    run_tasks()
    upload.refresh_from_db()
    assert (upload.state, upload.counts["added"]) == ("ready", 1)


def test_the_language_of_the_page_is_kept(clerk):
    file = SimpleUploadedFile("list.csv", b"x")
    answer = clerk.post("/directory/upload/", {"file": file})
    assert answer.headers["Location"].startswith("/directory/upload/")


def test_no_file(clerk, address):
    answer = clerk.post(f"/en{address(None, 'upload')}")
    assert errors(answer) == {"file": ["Choose the file of the list."]}


@pytest.mark.parametrize(
    ("name", "code"),
    [("list.pdf", "kind"), ("list", "kind"), ("x.xlsm", "macros"), ("x.docx", "kind")],
)
def test_another_kind_of_file_is_refused_at_once(send, name, code):
    assert errors(send(name=name)) == {"file": [sentence(code)]}
    assert not Upload.objects.exists()


def test_an_empty_file(send):
    assert errors(send(b"")) == {"file": [sentence("empty")]}


def test_a_file_over_the_limit_is_refused_before_it_is_read(send, monkeypatch):
    monkeypatch.setattr(settings, "UPLOAD_LIMIT", 1000)
    assert errors(send(b"x" * 1001)) == {"file": [sentence("big")]}
    assert send(b"x" * 1000).status_code == 302


def test_a_body_far_over_the_limit_is_not_even_taken(send, monkeypatch):
    monkeypatch.setattr(settings, "UPLOAD_LIMIT", 1000)
    assert send(b"x" * 1_000_000).status_code == 413


def test_a_date_that_is_none(send):
    said = errors(send(updated_on="32/13/2017"))
    assert list(said) == ["updated_on"]
    assert not Upload.objects.exists()


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/list.csv", "list.csv"),
        ("C:\\Users\\x\\list.csv", "list.csv"),
        ("a\x00b.csv", "ab.csv"),
        ("টেলিফোন তালিকা.csv", "টেলিফোন তালিকা.csv"),
        ("x" * 400 + ".csv", "x" * 251 + ".csv"),
        ("<img src=x onerror=alert(1)>.csv", "<img src=x onerror=alert(1)>.csv"),
    ],
)
def test_hostile_names(send, clerk, run_tasks, var, name, kept):
    answer = send(name=name)
    upload = Upload.objects.get()
    assert upload.filename == kept
    assert upload.source.path.parent.parent == var / "files"
    run_tasks()
    page = clerk.get(answer.headers["Location"])
    assert page.status_code == 200
    assert "<img src=x" not in page.content.decode()


def test_open_uploads_of_mine_are_listed(clerk, cast, address):
    mine = compared(csv_file(line("Karim")), by=clerk.user)
    compared(csv_file(line("Rahim")), by=cast["auditor"].user)
    published(csv_file(line("Jabbar")), by=clerk.user)
    uploads = clerk.get(address(None, "upload")).context["uploads"]
    assert list(uploads) == [mine]


def test_the_same_file_again_says_so_and_goes_on(clerk, address):
    published(JANUARY)
    again = compared(JANUARY)
    answer = clerk.get(f"/en{address(again)}")
    assert answer.context["preview"].published_as.number == 1
    assert "This file has been uploaded before." in answer.content.decode()


def test_the_same_file_while_the_first_waits(clerk, address):
    first = compared(csv_file(line("Karim")), by=clerk.user)
    again = compared(csv_file(line("Karim")))
    preview = clerk.get(address(again)).context["preview"]
    assert (preview.uploaded_before, preview.published_as) == (first, None)


def test_a_first_file_says_nothing_of_the_kind(clerk, address):
    preview = clerk.get(address(compared(listed(line("Karim"))))).context["preview"]
    assert (preview.uploaded_before, preview.published_as) == (None, None)


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (("list.csv", "নাম,পদবি".encode("utf-16")[2:] + b"\xff"), "encoding"),
        (("list.xlsx", b"no zip"), "disguised"),
        (("list.xlsx", JANUARY.read_bytes()[:-4000]), "damaged"),
        (("list.xls", JANUARY.read_bytes()), "disguised"),
    ],
)
def test_a_file_that_cannot_be_read_ends_in_a_sentence(
    send, clerk, run_tasks, file, code
):
    name, content = file
    answer = send(content, name)
    run_tasks()
    upload = Upload.objects.get()
    assert (upload.state, upload.refusal["code"]) == ("refused", code)
    page = clerk.get(answer.headers["Location"])
    assert page.status_code == 200
    with override("en"):
        assert upload.refusal_sentence in page.content.decode()
