"""Files of sittings over the pages: uploaded, shown with what is wrong, taken."""

from unittest.mock import patch
from urllib.parse import unquote

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from schedule.actions import importing
from schedule.forms import importing as forms
from schedule.importing import preview as shown
from schedule.models import Import, Sitting
from tests.directory.workbooks import XSS, notes
from tests.innovation_portal.sheets.hostile import FILES
from tests.processes import at_once
from tests.schedule.files import book, received, row
from tests.schedule.sittings import chair, room, sitting

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture(autouse=True)
def secretary(cast):
    return chair("মোঃ আব্দুল করিম", office=cast.ministry)


@pytest.fixture
def branch(cast):
    return cast["general_services"]


def address(name, *args):
    return f"/en{reverse(f'schedule:import_{name}', args=args)}"


def upload(client, file, **said):
    return client.post(address("upload"), {"file": file} | said)


def preview(client, *rows, **rest):
    """The page of rows that were received, and their Import."""
    came = received(*rows, by=client.user, **rest)
    return client.get(address("preview", came.pk)), came


def text(page):
    return page.content.decode()


def test_a_file_is_uploaded_and_shown(branch):
    answer = upload(branch, book(row(), row(people="x")))
    came = Import.objects.get()
    assert answer.headers["Location"] == address("preview", came.pk)
    page = branch.get(answer.headers["Location"])
    said = page.context["preview"]
    assert (len(said.good), said.refused, len(said.known)) == (1, 1, 0)
    assert "is no number of people" in text(page)
    assert Sitting.objects.count() == 0
    assert came.filename in text(branch.get(address("upload")))


def test_what_the_file_does_not_say_is_said_beside_it(branch, cast):
    said = {"chair": "মোঃ আব্দুল করিম", "organiser": cast.wing.pk}
    upload(branch, book(row(chair="", organiser="")), **said)
    page = branch.get(address("preview", Import.objects.get().pk))
    (line,) = page.context["preview"].good
    assert line.details.organiser == cast.wing


REFUSED = (
    (None, "Choose the file of sittings."),
    (ContentFile(b"x", "list.pdf"), "Only .xlsx, .xls, .ods, .csv and .ics files"),
    (ContentFile(b"", "list.xlsx"), "The file is empty"),
    (ContentFile(b"PK no zip", "list.xlsx"), "save it"),
    (ContentFile(b"x" * (10 * 1024 * 1024 + 1), "list.xlsx"), "larger than 10 MB"),
)


@pytest.mark.parametrize(("file", "sentence"), REFUSED)
def test_what_is_no_such_file_is_told(branch, file, sentence):
    page = upload(branch, file) if file else branch.post(address("upload"))
    assert page.status_code == 200
    assert sentence in text(page)
    assert not Import.objects.exists()


WORST = ("one long string", "far row", "same long string", "billion laughs")
WORST += ("truncated", "locked xlsx", "vba in xlsx", "60,000 entries")


@pytest.mark.parametrize("case", WORST)
def test_a_hostile_workbook_ends_in_a_sentence(branch, case):
    name, make, _code = FILES[case]
    page = upload(branch, ContentFile(make(), name))
    assert page.status_code == 200
    (sentence,) = page.context["form"].errors["file"]
    assert len(sentence) > 20
    assert not Import.objects.exists()


def test_hostile_texts_are_shown_as_text(branch):
    hostile = f"=HYPERLINK({XSS})"
    page, came = preview(branch, row(subject=f" {hostile}"), row(chair=XSS))
    assert XSS not in text(page)
    said = notes(b"".join(branch.get(address("notes", came.pk)).streaming_content))
    assert any(XSS in note for note in said.values())


def test_all_that_is_wrong_stands_on_the_cells_of_the_workbook(branch):
    hall = room(name_bn="হল")
    sitting(room=hall, subject="বাজেট সভা")
    rows = row(people="x", date="কাল"), row(room="হল")
    _page, came = preview(branch, *rows, name="সভার তালিকা.xlsx")
    answer = branch.get(address("notes", came.pk))
    said = notes(b"".join(answer.streaming_content))
    assert sorted(said) == ["Sheet!C2", "Sheet!C3", "Sheet!N2"]
    assert "বাজেট সভা" in said["Sheet!C3"]
    name = unquote(answer.headers["Content-Disposition"])
    assert name == "attachment; filename*=utf-8''সভার তালিকা – notes.xlsx"


def test_a_closed_sitting_in_the_way_tells_nothing(cast):
    hall = room(name_bn="হল")
    sitting(room=hall, subject="পদোন্নতি বোর্ড", closed=True)
    wing = cast.person("wing", cast.wing, ["wing_organiser"])
    page, came = preview(wing, row(room="হল", organiser="অনুবিভাগ"))
    assert "পদোন্নতি বোর্ড" not in text(page)
    said = notes(b"".join(wing.get(address("notes", came.pk)).streaming_content))
    assert not any("পদোন্নতি" in note for note in said.values())


def test_a_file_that_is_no_list_says_so(branch):
    page, _came = preview(branch, row(), fields=["subject"])
    assert "No heading with subject and date was found" in text(page)


# Taking


TWO = {"begins": "12:00", "ends": "13:00"}


def test_the_ticked_lines_are_entered(branch):
    _page, came = preview(branch, row(), row(**TWO), row(people="x"))
    answer = branch.post(address("take", came.pk), {"rows": ["3"]}, follow=True)
    (entered,) = Sitting.objects.all()
    assert (f"{entered.begins:%H:%M}", entered.entered_by) == ("12:00", branch.user)
    assert "1 sitting has been entered." in text(answer)


@pytest.mark.parametrize("rows", [[], ["4"], ["2", "4"], ["99"], ["x"], ["9" * 5000]])
def test_other_lines_are_not(branch, rows):
    _page, came = preview(branch, row(), row(**TWO), row(people="x"))
    page = branch.post(address("take", came.pk), {"rows": rows})
    assert page.status_code == 422
    assert page.context["form"].errors["rows"]
    assert Sitting.objects.count() == 0


def test_too_many_at_once_are_not(branch, monkeypatch):
    monkeypatch.setattr(forms, "AT_ONCE", 1)
    monkeypatch.setattr(shown, "AT_ONCE", 1)
    page, came = preview(branch, row(), row(**TWO))
    offered = page.context["preview"].offered
    assert [ticked for _line, ticked, _warnings in offered] == [True, False]
    page = branch.post(address("take", came.pk), {"rows": ["2", "3"]})
    assert "At most 1 sittings are entered at once" in text(page)
    assert Sitting.objects.count() == 0


def test_what_changed_meanwhile_is_shown_anew(branch, secretary):
    _page, came = preview(branch, row(), row(**TWO))
    sitting("12:30", "13:30", chair=secretary.officer)
    page = branch.post(address("take", came.pk), {"rows": ["2", "3"]})
    assert page.status_code == 422
    assert "The schedule has changed since you checked" in text(page)
    assert page.context["preview"].refused == 1
    assert Sitting.objects.count() == 1


def test_an_interrupted_import_leaves_the_state_before(branch):
    came = received(row(), row(**TWO), by=branch.user)
    enter = importing.enter

    def breaks(**said):
        if Sitting.objects.exists():
            raise RuntimeError("the power goes")
        return enter(**said)

    with patch.object(importing, "enter", breaks), pytest.raises(RuntimeError):
        branch.post(address("take", came.pk), {"rows": ["2", "3"]})
    assert Sitting.objects.count() == 0
    came.refresh_from_db()
    assert came.is_open


@pytest.mark.django_db(transaction=True)
def test_one_file_is_taken_once_however_many_press(branch):
    came = received(row(), row(**TWO), by=branch.user)
    send = {"rows": ["2", "3"]}
    path = address("take", came.pk)
    codes = at_once(*[lambda: branch.post(path, send).status_code] * 4)
    assert sorted(codes)[0] == 302
    assert Sitting.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_an_import_against_a_single_sitting(branch, secretary):
    came = received(row(), row(**TWO), by=branch.user)

    def take():
        sent = {"rows": ["2", "3"]}
        return branch.post(address("take", came.pk), sent).status_code == 302

    def single():
        try:
            return bool(sitting("12:30", "13:30", chair=secretary.officer))
        except importing.ValidationError:
            return False

    assert sorted(at_once(take, single)) == [False, True]
    assert Sitting.objects.count() in {1, 2}


def test_a_file_is_put_aside(branch):
    came = received(row(), by=branch.user)
    branch.post(address("discard", came.pk))
    assert "put aside" in text(branch.get(address("preview", came.pk)))
    page = branch.post(address("take", came.pk), {"rows": ["2"]})
    assert Sitting.objects.count() == 0
    assert page.status_code == 200


def test_another_offices_file_is_not_there(cast, branch):
    came = received(row(), by=branch.user)
    wing = cast.person("wing", cast.wing, ["wing_organiser"])
    for name in ("preview", "notes"):
        assert wing.get(address(name, came.pk)).status_code == 404
    for name in ("take", "discard"):
        assert wing.post(address(name, came.pk)).status_code == 404
