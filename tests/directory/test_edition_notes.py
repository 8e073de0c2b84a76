"""The same workbook comes back with its mistakes noted on the cells."""

from urllib.parse import unquote

import pytest
from django.utils.translation import override

from directory.reading.problems import described
from tests.directory.lists import HEADING, line
from tests.directory.uploads import SUTONNY, compared
from tests.directory.workbooks import XSS, listed, notes, xlsx

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


@pytest.fixture
def fetch(clerk, address):
    def fetched(upload):
        return clerk.get(f"/en{address(upload, 'notes')}")

    return fetched


def noted(answer):
    return notes(b"".join(answer.streaming_content))


def test_each_doubtful_cell_bears_its_sentence(fetch):
    upload = compared(listed(line("Karim", mobile="not a phone", email="x@")))
    with override("en"):
        told = {p["column"]: p["message"] for p in map(described, upload.problems)}
    said = noted(fetch(upload))
    assert told["G"] in said["List!G2"]
    assert told["H"] in said["List!H2"]
    assert "not a phone" in said["List!G2"]


def test_what_has_no_column_stands_at_the_head_of_its_row(fetch):
    rows = [["Name", "Mobile"], ["Wing A"], ["Karim", "01711111111"]]
    said = noted(fetch(compared(xlsx(List=rows))))
    assert "Wing A" in said["List!A3"]


def test_what_has_no_row_stays_on_the_page(fetch):
    upload = compared(xlsx(List=[HEADING, line("Karim")], Notes=[["Remember"]]))
    assert "sheet_left_out" in {problem["code"] for problem in upload.problems}
    assert not [cell for cell in noted(fetch(upload)) if cell.startswith("Notes")]


def test_a_note_is_text_and_no_formula(fetch):
    upload = compared(listed(line("Karim", email=f"@{XSS}")))
    said = noted(fetch(upload))
    assert XSS in said["List!H2"]


def test_it_is_a_download_under_the_name_of_the_file(fetch):
    file = listed(line("Karim"), name="টেলিফোন তালিকা.xlsx")
    answer = fetch(compared(file))
    said = unquote(answer.headers["Content-Disposition"])
    assert said == "attachment; filename*=utf-8''টেলিফোন তালিকা – notes.xlsx"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_that_cannot_be_read_is_told_instead(fetch, clerk, address):
    upload = compared(SUTONNY)
    upload.source.path.write_bytes(b"")
    answer = fetch(upload)
    assert answer.headers["Location"] == f"/en{address(upload)}"
    page = clerk.get(answer.headers["Location"])
    assert [str(message) for message in page.context["messages"]] == [
        "The file is empty; choose the file of the list and upload it again."
    ]
