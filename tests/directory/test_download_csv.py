"""The list, or what is asked of it, for programs."""

import csv
import io

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse

from directory.models import Entry
from tests.directory.entries import edition, entry
from tests.directory.uploads import FEBRUARY, compared, published

HEADING = [
    *("ক্রঃ নং", "নাম", "পদবি", "শাখা", "অনুবিভাগ"),
    *("অফিস", "পিএবিএক্স", "ইন্টারকম", "বাসা", "মোবাইল"),
    *("ফ্যাক্স", "আইপি ফোন", "লাল টেলিফোন", "ই-মেইল", "কক্ষ নং"),
]


@pytest.fixture
def first(db):
    return edition()


def answer(client, **query):
    return client.get(reverse("directory:download_csv", query=query))


def rows(client, **query):
    text = answer(client, **query).getvalue().decode("utf-8-sig")
    return [*csv.reader(io.StringIO(text))]


def test_before_the_first_edition(client, db):
    assert answer(client).status_code == 404


def test_opens_in_excel_as_unicode(client, first):
    content = answer(client).getvalue()
    assert content.startswith(b"\xef\xbb\xbf")
    assert content.count(b"\xef\xbb\xbf") == 1


def test_is_named_after_the_update_date(client, first):
    name = 'attachment; filename="phone_list_2017-02-12.csv"'
    response = answer(client)
    assert response.headers["Content-Disposition"] == name
    assert response.headers["Content-Type"] == "text/csv; charset=utf-8"


def test_has_a_row_for_each_line_and_the_same_columns_always(client, first):
    entry(
        "করিম",
        honorific="জনাব",
        post="সচিব",
        wing="প্রশাসন",
        section="আইন শাখা",
        mobile="০১৭১২-৩৪৫৬৭৮",
        email="a@b.bd",
        room="৯",
    )
    entry(post="আইন কর্মকর্তা", vacant=True)
    phones = ["", "", "", "", "০১৭১২-৩৪৫৬৭৮", "", "", ""]
    assert rows(client) == [
        HEADING,
        ["০১.", "জনাব করিম", "সচিব", "আইন শাখা", "প্রশাসন", *phones, "a@b.bd", "৯"],
        ["০২.", "(শূন্য)", "আইন কর্মকর্তা", *[""] * 12],
    ]


def test_has_only_what_is_asked_for(client, first):
    for name, wing in (("করিম", "প্রশাসন"), ("করিম", "নীতি"), ("রহিম", "নীতি")):
        entry(name, wing=wing)
    found = rows(client, q="করিম", wing="নীতি")
    assert [row[1] for row in found[1:]] == ["করিম"]
    name = answer(client, q="করিম").headers["Content-Disposition"]
    assert name == 'attachment; filename="phone_list_part_2017-02-12.csv"'


def test_nothing_in_it_runs(client, first):
    harmful = ["=1+1", "+1+1", "-2", "@SUM(A1)", "\t=1", "=HYPERLINK(0)"]
    for text in harmful:
        entry("করিম", post=text)
    posts = [row[2] for row in rows(client)[1:]]
    assert all(post.startswith("'") for post in posts)


def test_a_number_abroad_stays_a_number(client, first):
    entry("করিম", mobile="+8801712345678")
    assert rows(client)[1][9] == "+8801712345678"


@pytest.mark.parametrize("query", [{"wing": "নেই"}, {"office": "x"}, {"q": "ক" * 101}])
def test_a_wrong_question_is_answered_by_the_list(query, client, first):
    response = answer(client, **query)
    assert response.status_code == 302
    assert response.url == reverse("directory:entry_list", query=query)
    assert 'class="errorlist"' in client.get(response.url).text


def test_is_known_by_its_etag(client, first):
    etag = answer(client).headers["ETag"]
    address = reverse("directory:download_csv")
    known = client.get(address, headers={"If-None-Match": etag})
    assert (known.status_code, known.content) == (304, b"")
    edition(2)
    assert client.get(address, headers={"If-None-Match": etag}).status_code == 200


def test_many_lines_come_in_few_pieces(client, first):
    Entry.objects.bulk_create(
        Entry(name=f"নাম {n}", line=n, position=n, first_edition=first)
        for n in range(10_000, 15_000)
    )
    pieces = [*answer(client).streaming_content]
    assert 1 < len(pieces) < 20
    assert len(rows(client)) == 5001


def test_the_branch_list_uploads_again_with_no_change(client, db):
    published(FEBRUARY)
    content = answer(client).getvalue()
    upload = compared(ContentFile(content, "list.csv"))
    counts = {name: count for name, count in upload.counts.items() if count}
    assert (counts, upload.errors) == ({"unchanged": 122}, [])
