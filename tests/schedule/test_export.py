"""The workbook going out: what each may see, and that it comes back unchanged."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from openpyxl import load_workbook

from schedule.actions.importing import receive
from schedule.actions.sitting import cancel
from schedule.details import Part
from schedule.exporting import form_book
from schedule.forms import importing as forms
from schedule.importing.columns import COLUMNS
from schedule.importing.comparing import lines_of
from tests.schedule.sittings import DAY, chair, room, sitting

pytestmark = pytest.mark.django_db
HEADINGS = [column.heading for column in COLUMNS.values()]


def fetch(client, **asked):
    return client.get(reverse("schedule:export_xlsx"), asked)


def rows(content):
    """Rows below the heading, by field."""
    cells = [list(row) for row in load_workbook(BytesIO(content)).active.values]
    top = cells.index(HEADINGS)
    return [dict(zip(COLUMNS, row, strict=True)) for row in cells[top + 1 :]]


def subjects(answer):
    return [row["subject"] for row in rows(answer.content)]


def back(content, by):
    file = ContentFile(content, "sittings.xlsx")
    came = receive(file=file, filename=file.name, by=by)
    return lines_of(came, by)


def test_all_that_an_open_sitting_says_goes_out(cast):
    hall = room(name_bn="সম্মেলন কক্ষ")
    people = (Part("অনুবিভাগ", office=cast.wing), Part("অতিথি"))
    said = {"parts": people, "agenda": "১। ক\n২। খ", "people": 12, "contact": "১২৩"}
    one = sitting("10:30", "15:00", room=hall, organiser=cast.wing, **said)
    (row,) = rows(fetch(cast["visitor"]).content)
    assert row["date"].date() == DAY
    assert (row["begins"], row["ends"]) == ("সকাল ১০:৩০টা", "বিকাল ৩টা")
    assert (row["room"], row["place"]) == ("সম্মেলন কক্ষ", None)
    assert (row["chair"], row["chair_as"]) == (one.chair.name, one.chair_as)
    assert (row["parts"], row["agenda"]) == ("অনুবিভাগ\nঅতিথি", "১। ক\n২। খ")
    assert (row["kind"], row["state"], row["people"]) == ("সভা", "চূড়ান্ত", 12)
    assert row["uid"] == str(one.uid)


def test_uploaded_again_it_changes_nothing(cast):
    sitting()
    sitting("12:00", "13:00", place="বিয়াম", closed=True)
    cancel(sitting=sitting("14:00", "15:00"), sequence=0, reason="কারণ", by=None)
    branch = cast["general_services"]
    for client in (branch, cast["visitor"]):
        lines = back(fetch(client).content, branch.user)
        assert [bool(line.there) for line in lines] == [True] * 3


def test_without_its_identity_a_row_is_entered_as_it_was(cast):
    held = chair("মোঃ আব্দুল করিম", office=cast.ministry)
    until = {"day": DAY, "place": "বিয়াম মিলনায়তন"}
    sitting("09:00", "17:00", chair=held.officer, organiser=cast.wing, **until)
    branch = cast["general_services"]
    content = fetch(branch).content
    book = load_workbook(BytesIO(content))
    sheet = book.active
    for cells in sheet.iter_rows():
        if cells[0].value and cells[2].value and cells[-1].value != HEADINGS[-1]:
            cells[-1].value, cells[0].value = None, "অন্য বিষয়"
            cells[2].value += timedelta(days=1)
    out = BytesIO()
    book.save(out)
    (line,) = back(out.getvalue(), branch.user)
    assert line.problems == []
    assert (line.is_good, line.details.organiser) == (True, cast.wing)


def test_of_a_closed_sitting_strangers_see_that_someone_is_busy(cast):
    hall = room(name_bn="হল")
    said = {"contact": "০১৭১১", "agenda": "গোপন", "letter_number": "গোপন ১"}
    parts = (Part("গোপন অতিথি"),)
    sitting(subject="পদোন্নতি বোর্ড", closed=True, room=hall, parts=parts, **said)
    (row,) = rows(fetch(cast["visitor"]).content)
    known = {name for name, value in row.items() if value}
    assert known == {
        *("subject", "date", "begins", "ends", "room", "chair", "chair_as"),
        *("state", "closed", "uid"),
    }
    assert "পদোন্নতি" not in row["subject"]
    assert subjects(fetch(cast["general_services"])) == ["পদোন্নতি বোর্ড"]


def test_the_filters(cast):
    hall = room(name_bn="হল")
    sitting(subject="ক", room=hall)
    sitting(subject="খ", day=DAY + timedelta(days=1), organiser=cast.wing)
    sitting(subject="গ", day=DAY + timedelta(days=2))
    visitor = cast["visitor"]
    assert subjects(fetch(visitor)) == ["ক", "খ", "গ"]
    assert subjects(fetch(visitor, first="১৫/০২/২০২৭", last="15/02/2027")) == ["খ"]
    assert subjects(fetch(visitor, room=hall.pk)) == ["ক"]
    assert subjects(fetch(visitor, office=cast.wing.pk)) == ["খ"]
    assert subjects(fetch(visitor, first="2027-02-16")) == ["গ"]


WRONG = (
    {"first": "কাল"},
    {"first": "16/02/2027", "last": "15/02/2027"},
    {"room": "999"},
    {"office": "x"},
)


@pytest.mark.parametrize("asked", WRONG)
def test_a_wrong_question_leads_to_the_page_that_says_so(cast, asked):
    answer = fetch(cast["visitor"], **asked)
    page = cast["visitor"].get(answer.headers["Location"])
    assert page.context["form"].errors


def test_too_many_are_refused_not_cut(cast, monkeypatch):
    monkeypatch.setattr(forms, "MOST", 1)
    sitting()
    assert fetch(cast["visitor"]).status_code == 200
    sitting()
    assert fetch(cast["visitor"]).status_code == 302


def test_a_text_is_no_formula(cast):
    sitting(subject="=1+1", place="+880")
    content = fetch(cast["visitor"]).content
    kinds = {
        cell.data_type
        for line in load_workbook(BytesIO(content)).active.iter_rows()
        for cell in line
        if cell.value in {"=1+1", "+880"}
    }
    assert kinds == {"s"}


def test_how_many_queries_does_not_grow(cast, django_assert_max_num_queries):
    for hour in range(8, 17):
        sitting(f"{hour:02}:00", f"{hour:02}:30")
    with django_assert_max_num_queries(8):
        fetch(cast["visitor"])


def test_the_file_is_as_old_as_the_schedule(cast):
    sitting()
    tag = fetch(cast["visitor"]).headers["ETag"]
    where = reverse("schedule:export_xlsx")
    again = cast["visitor"].get(where, headers={"If-None-Match": tag})
    assert again.status_code == 304
    sitting()
    again = cast["visitor"].get(where, headers={"If-None-Match": tag})
    assert again.status_code == 200


def test_the_samples_of_the_empty_form_are_never_entered(cast):
    held = chair("মোঃ আব্দুল করিম", office=cast.ministry)
    room(name_bn="সম্মেলন কক্ষ")
    lines = back(form_book(), cast["general_services"].user)
    assert [line.row.texts["chair"] for line in lines] == [held.officer.name] * 2
    codes = [{problem.code for problem in line.problems} for line in lines]
    assert codes == [{"past", "office"}] * 2


def test_a_filled_in_form_is_read(cast):
    chair("মোঃ আব্দুল করিম", office=cast.ministry)
    room(name_bn="সম্মেলন কক্ষ")
    book = load_workbook(BytesIO(form_book()))
    sheet = book.active
    sheet["C2"], sheet["C3"], sheet["F3"] = "১৪/০২/২০২৭", DAY, "16/02/2027"
    sheet["L2"] = sheet["L3"] = "মন্ত্রণালয়"
    sheet["D3"], sheet["E3"] = "দুপুর ২টা", "বিকাল ৪টা"
    out = BytesIO()
    book.save(out)
    one, two = back(out.getvalue(), cast["general_services"].user)
    assert one.is_good
    assert two.details.ends.date() == DAY + timedelta(days=2)
