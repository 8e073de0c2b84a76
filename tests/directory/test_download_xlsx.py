"""The list as the ministry's own workbook, which uploads again unchanged."""

import io
import zipfile
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from directory.models import PHONE_KINDS, Edition, Entry
from directory.paper.workbook import phone_list
from innovation_portal.sheets import read
from tests.directory.entries import edition, entry
from tests.directory.uploads import FEBRUARY, compared, published


@pytest.fixture
def first(db):
    return edition()


@pytest.fixture
def downloaded(client, tmp_path):
    """The rows of the downloaded sheet, and the workbook's bytes."""

    def rows(query=None):
        response = client.get(reverse("directory:download_xlsx", query=query))
        path = tmp_path / "list.xlsx"
        path.write_bytes(response.content)
        return read(path, filename=path.name).sheets[0].rows, response.content

    return rows


def test_before_the_first_edition(client, db):
    assert client.get(reverse("directory:download_xlsx")).status_code == 404


def test_is_named_after_the_update_date(client, first):
    response = client.get(reverse("directory:download_xlsx"))
    name = response.headers["Content-Disposition"]
    assert name == 'attachment; filename="phone_list_2017-02-12.xlsx"'


def test_has_the_shape_of_the_branch(first, downloaded):
    entry(
        "সৈয়দ মনিরুজ্জামান",
        honorific="জনাব",
        post="মাননীয় মন্ত্রী",
        wing="মাননীয় মন্ত্রীর দপ্তর",
        office_phone="০২-৯৫৮৩৪৭২",
        mobile="০১৯৭১-৫২৮৬৭১",
        email="minister@moind.example.gov.bd",
        room="৯২৭",
    )
    entry(post="আইন কর্মকর্তা", vacant=True, wing="প্রশাসন অনুবিভাগ", section="আইন শাখা")
    entry(post="অভ্যর্থনা", wing="প্রশাসন অনুবিভাগ", office_phone="1712345678")
    rows, _content = downloaded()
    told = [[cell for cell in row if cell is not None] for row in rows]
    assert [row for row in told if row] == [
        ["গণপ্রজাতন্ত্রী বাংলাদেশ সরকার"],
        ["শিল্প মন্ত্রণালয়"],
        ["কর্মকর্তা/কর্মচারীগণের টেলিফোন নির্দেশিকা"],
        ["হালনাগাদঃ ১২/০২/২০১৭ খ্রিঃ"],
        ["ক্রঃ নং", "নাম", "পদবি", "শাখা", "টেলিফোন", "ই-মেইল", "কক্ষ নং"],
        ["অফিস", "মোবাইল"],
        ["মাননীয় মন্ত্রীর দপ্তর"],
        [
            "০১.",
            "জনাব সৈয়দ মনিরুজ্জামান",
            "মাননীয় মন্ত্রী",
            "০২-৯৫৮৩৪৭২",
            "০১৯৭১-৫২৮৬৭১",
            "minister@moind.example.gov.bd",
            "৯২৭",
        ],
        ["প্রশাসন অনুবিভাগ"],
        ["০১.", "(শূন্য)", "আইন কর্মকর্তা", "আইন শাখা"],
        ["০২.", "অভ্যর্থনা", "1712345678"],
    ]


def test_texts_stay_texts(first, downloaded):
    dangerous = ["=1+1", "+8801712345678", "-5", "@SUM(A1)", "0171"]
    for number, text in enumerate(dangerous):
        entry(f"নাম {number}", post=text, mobile=text, wing="প্রশাসন")
    rows, content = downloaded()
    assert [row[2] for row in rows if row[1] and row[1].startswith("নাম ")] == dangerous
    assert b"<f>" not in _sheet(content)


def _sheet(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read("xl/worksheets/sheet1.xml")


LINES = (
    {"honorific": "জনাব", "name": "করিম", "post": "সচিব", "mobile": "০১৭১২-৩৪৫৬৭৮"},
    {"honorific": "ড.", "name": "রহিম", "ip_phone": "09612345678", "fax": "9551612"},
    {"name": "সালমা", "section": "আইন শাখা", "red_phone": "১২৩", "intercom": "২১৭"},
    {"vacant": True, "post": "আইন কর্মকর্তা", "residence": "৮৯৮৯৮৫৮", "room": "১০৮"},
    {"post": "অভ্যর্থনা", "pabx": "১০১", "email": "desk@moind.example.gov.bd"},
)


@pytest.mark.parametrize(
    "wings",
    [
        ["প্রশাসন", "প্রশাসন", "নীতি", "নীতি", "সেবা নম্বর"],
        ["প্রশাসন", "", "নীতি", "", "সেবা নম্বর"],
    ],
)
def test_uploads_again_with_no_change(wings, db, downloaded):
    entries = [Entry(wing=w, **line) for w, line in zip(wings, LINES, strict=True)]
    made = phone_list(Edition(updated_on=date(2017, 2, 12)), entries)
    published(ContentFile(made, "list.xlsx"))
    stood = [*Entry.objects.in_order().values_list("wing", flat=True)]
    _rows, content = downloaded()
    upload = compared(ContentFile(content, "list.xlsx"), updated_on=None)
    assert stood == wings
    assert upload.errors == []
    assert upload.counts["unchanged"] == len(LINES)
    assert upload.updated_on == date(2017, 3, 1)


@pytest.mark.parametrize("kind", PHONE_KINDS)
def test_a_list_with_one_kind_of_telephone_uploads_again(kind, db, downloaded):
    line = {"name": "করিম", "post": "সচিব", "wing": "প্রশাসন", kind: "৯৫৫১৬১২"}
    made = phone_list(Edition(updated_on=date(2017, 2, 12)), [Entry(**line)])
    published(ContentFile(made, "list.xlsx"))
    assert getattr(Entry.objects.get(), kind) == "৯৫৫১৬১২"
    upload = compared(ContentFile(downloaded()[1], "list.xlsx"))
    assert {name: count for name, count in upload.counts.items() if count} == {
        "unchanged": 1
    }


def test_the_branch_list_of_february_uploads_again_with_no_change(db, downloaded):
    published(FEBRUARY)
    _rows, content = downloaded()
    upload = compared(ContentFile(content, "list.xlsx"))
    counts = {name: count for name, count in upload.counts.items() if count}
    assert (counts, upload.problems) == ({"unchanged": 122}, [])


def test_what_is_asked_for_says_that_it_is_a_part(client, first, downloaded):
    for wing in ("প্রশাসন", "নীতি"):
        entry("করিম", wing=wing)
    response = client.get(reverse("directory:download_xlsx", query={"wing": "নীতি"}))
    name = response.headers["Content-Disposition"]
    assert name == 'attachment; filename="phone_list_part_2017-02-12.xlsx"'
    rows, _content = downloaded({"wing": "নীতি"})
    assert rows[3][0] == "(আংশিক তালিকা)"
    assert [row[0] for row in rows if row[0] in {"প্রশাসন", "নীতি"}] == ["নীতি"]


def test_a_part_uploaded_as_the_list_shows_what_it_would_remove(db, downloaded):
    published(FEBRUARY)
    _rows, content = downloaded({"q": "ইসলাম"})
    upload = compared(ContentFile(content, "list.xlsx"))
    assert upload.errors == []
    assert upload.counts["unchanged"] + upload.counts["removed"] == 122
    assert "many_removed" in {problem["code"] for problem in upload.problems}
