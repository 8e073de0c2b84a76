"""A workbook's way in, up to the moment before it is published."""

import pytest
from django.core.files.base import ContentFile
from django.db import OperationalError, connection

from directory.actions.upload import choose, compare_upload, receive
from directory.models import Choice, Designation, Upload
from innovation_portal.bangla.folding import search_key
from innovation_portal.models import StoredFile
from tests.directory.lists import HEADING, line
from tests.directory.uploads import JANUARY, compared, csv_file, published
from tests.factories import OfficeFactory

pytestmark = pytest.mark.django_db


def again(upload):
    compare_upload.func(upload.pk)
    upload.refresh_from_db()
    return upload


def test_the_file_is_kept_as_it_came():
    upload = receive(
        file=ContentFile(JANUARY.read_bytes()), filename="তালিকা.xlsx", by=None
    )
    assert upload.source.path.read_bytes() == JANUARY.read_bytes()
    assert (upload.state, upload.filename) == (Upload.State.WAITING, "তালিকা.xlsx")


def test_one_content_is_stored_once():
    for _time in range(2):
        receive(file=ContentFile(b"same"), filename="x.csv", by=None)
    assert StoredFile.objects.count() == 1


def test_the_comparison_may_run_twice():
    upload = compared(csv_file(line("Karim")))
    again(upload)
    assert (upload.lines.count(), upload.counts["added"]) == (1, 1)


def test_a_second_run_for_the_same_waiting_upload_stores_once():
    upload = compared(csv_file(line("Karim")))
    Upload.objects.update(state=Upload.State.WAITING)
    assert again(upload).lines.count() == 1


def test_comparing_a_long_list_outlasts_the_limit_of_a_page():
    compared(csv_file(line("Karim")))
    with connection.cursor() as cursor:
        cursor.execute("SHOW idle_in_transaction_session_timeout")
        assert cursor.fetchone() == ("10min",)


def test_it_steps_back_when_choices_came_meanwhile(monkeypatch):
    upload = compared(csv_file(line("Karim")))
    Upload.objects.update(state=Upload.State.WAITING)
    from directory.actions import upload as module

    real = module.read

    def meanwhile(*args, **kwargs):
        Upload.objects.update(choices={"offices": {"x": "new"}})
        return real(*args, **kwargs)

    monkeypatch.setattr(module, "read", meanwhile)
    assert again(upload).state == Upload.State.WAITING


def test_a_cell_longer_than_its_column_is_an_error_and_stops_nothing_else():
    upload = compared(csv_file(line("ক" * 300), line("Karim", mobile="1" * 130)))
    assert [problem["code"] for problem in upload.errors] == ["too_long"] * 2
    assert sorted(map(len, upload.lines.values_list("name", flat=True))) == [5, 200]


def test_a_refusal_of_the_first_release_is_still_told():
    where = {"sheet": "List", "cell": "A1"}
    upload = Upload(refusal={"code": "bijoy", "where": where})
    assert upload.refusal_sentence.count("SutonnyMJ") == 1


def test_a_column_choice_is_remembered_for_the_next_list():
    words = [*HEADING[:6], "Handy", HEADING[7]]
    rows = csv_file(line("Karim", mobile="01711111111"))
    text = rows.read().decode("utf-8-sig").replace("Mobile", words[6])
    file = ContentFile(text.encode(), "list.csv")
    upload = compared(file)
    assert [p["code"] for p in upload.problems][0] == "column_unknown"
    sheet = upload.understood["sheets"][0]["name"]
    choose(
        upload=upload,
        choices={"columns": {sheet: {"columns": {"7": "mobile"}}}},
        by=None,
    )
    assert again(upload).lines.get().mobile == "01711111111"
    file.seek(0)
    assert compared(file).lines.get().mobile == "01711111111"


def test_an_office_choice_is_remembered_and_new_is_not():
    office = OfficeFactory(name_bn="প্রশাসন অনুবিভাগ")
    upload = compared(csv_file(line("Karim", wing="এডমিন উইং")))
    key = search_key("এডমিন উইং")
    choose(upload=upload, choices={"offices": {key: str(office.pk)}}, by=None)
    assert again(upload).lines.get().office == office
    choose(
        upload=upload,
        choices={"designations": {search_key("Secretary"): "new"}},
        by=None,
    )
    assert list(Choice.objects.values_list("key", "value")) == [(key, str(office.pk))]


def test_a_designation_choice():
    secretary = Designation.objects.create(name_bn="সচিব")
    upload = compared(csv_file(line("Karim", "Sochib")))
    picked = {search_key("Sochib"): str(secretary.pk)}
    choose(upload=upload, choices={"designations": picked}, by=None)
    assert again(upload).lines.get().designation == secretary
    assert upload.problems == [
        problem for problem in upload.problems if problem["code"] == "office"
    ]


def test_an_ambiguous_line_is_chosen():
    twin = line("Rahim", "Guard")
    published(csv_file(twin, twin))
    upload = compared(csv_file(twin))
    new = upload.lines.get(status="added")
    assert [p["code"] for p in upload.problems] == ["ambiguous"]
    choose(
        upload=upload,
        choices={"lines": [[new.sheet, new.row, new.candidates[0]]]},
        by=None,
    )
    again(upload)
    assert (upload.counts["unchanged"], upload.counts["removed"]) == (1, 1)
    assert upload.problems == []


def test_what_is_longer_than_any_key_holds_for_this_upload_alone():
    office = OfficeFactory()
    upload = compared(csv_file(line("Karim", wing="ﷺ" * 50)))
    (printed,) = upload.understood["offices"]
    key = search_key(printed)
    assert len(key) > 250
    choose(upload=upload, choices={"offices": {key: str(office.pk)}}, by=None)
    assert again(upload).lines.get().office == office
    assert not Choice.objects.exists()


def test_a_fault_of_ours_ends_the_waiting_and_is_told(monkeypatch):
    from directory.actions import upload as module

    def faulty(*args):
        raise ZeroDivisionError

    upload = receive(file=ContentFile(JANUARY.read_bytes()), filename="x.xlsx", by=None)
    monkeypatch.setattr(module, "compare", faulty)
    with pytest.raises(ZeroDivisionError):
        compare_upload.func(upload.pk)
    upload.refresh_from_db()
    assert (upload.state, upload.refusal["code"]) == (Upload.State.REFUSED, "failed")


def test_a_database_that_is_away_leaves_the_upload_waiting(monkeypatch):
    from directory.actions import upload as module

    def away(*args):
        raise OperationalError

    upload = receive(file=ContentFile(JANUARY.read_bytes()), filename="x.xlsx", by=None)
    monkeypatch.setattr(module, "compare", away)
    with pytest.raises(OperationalError):
        compare_upload.func(upload.pk)
    upload.refresh_from_db()
    assert upload.state == Upload.State.WAITING
