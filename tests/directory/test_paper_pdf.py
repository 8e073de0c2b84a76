"""The list as PDF: every line, whole, under its wing, on pages that say which."""

import io
import re
from datetime import UTC, date, datetime

import pikepdf
import pytest
from django.utils import translation

from directory.models import Edition, Entry
from directory.paper import pdf
from directory.paper.pdf import columns_for, full_list, shape
from directory.paper.workbook import phone_list
from innovation_portal.paper.pdf import Attachment, from_template
from tests.directory.uploads import FEBRUARY, published
from tests.papers import lie, pages, picture, tags, words

pytestmark = pytest.mark.slow

EDITION = Edition(
    number=2,
    updated_on=date(2017, 2, 12),
    published_at=datetime(2017, 2, 12, 5, 30, tzinfo=UTC),
)
ONGOING = re.compile(r"^(.+) \(আগের পৃষ্ঠার পর\)$", re.MULTILINE)
PERSON = re.compile(r"ব্যক্তি-\d+")
EACH_KIND = dict.fromkeys(
    ("pabx", "intercom", "residence", "fax", "ip_phone", "red_phone"), "১২৩"
)


@pytest.fixture(scope="module", autouse=True)
def drawn_here():
    """Without a process for each list, which test_apart tries."""

    def draw(name, context, *, attachments):
        attached = [Attachment(*attachment) for attachment in attachments]
        return from_template(name, context, attachments=attached)

    with pytest.MonkeyPatch.context() as here:
        here.setattr(pdf, "from_template_apart", draw)
        yield


def drawn(*entries):
    return full_list(EDITION, entries)


def text(*entries):
    return "\n".join(pages(drawn(*entries)))


def person(number, wing="প্রশাসন অনুবিভাগ", **texts):
    """A line with a name that is found again, and a mobile with the same number."""
    texts = {"mobile": f"০১৭১২-{number:06}"} | texts
    return Entry(name=f"ব্যক্তি-{number}", post=f"পদবি-{number}", wing=wing, **texts)


@pytest.mark.django_db
def test_the_list_of_february_has_every_line_in_its_order():
    edition = published(FEBRUARY)
    entries = list(Entry.objects.current().in_order())
    made = full_list(edition, entries)
    picture(made, "directory-full")
    said = "".join(pages(made)).replace("\n", "").replace(" ", "")
    at = 0
    for entry in entries:
        for part in (entry.name, entry.post, entry.mobile, entry.email):
            at = said.index(part.replace(" ", ""), at)
    assert said.count("(শূন্য)") == 2
    assert set(lie(made)) == {"A4 landscape"}


@pytest.fixture(scope="module")
def long(drawn_here):
    """Four wings over several pages; a name and a post are two lines of a row."""
    wings = [("ক", 25), ("খ", 3), ("গ", 40), ("ঘ", 12)]
    names = [f"{name} অনুবিভাগ" for name, many in wings for _ in range(many)]
    entries = [person(number, wing) for number, wing in enumerate(names, 1)]
    return entries, pages(full_list(EDITION, entries))


def test_every_page_has_the_heading_its_number_and_the_update_date(long):
    _entries, made = long
    for number, page in enumerate(made, 1):
        bangla = str(number).translate(str.maketrans("123456789", "১২৩৪৫৬৭৮৯"))
        foot = f"হালনাগাদঃ ১২/০২/২০১৭ খ্রিঃ পৃষ্ঠা {bangla}/৪ প্রকাশিত তালিকা নম্বর ২"
        assert page.splitlines()[-1] == foot
        assert "নাম ও পদবি" in page


def test_no_row_is_cut(long):
    entries, made = long
    on_page = {
        word: number for number, page in enumerate(made) for word in page.split()
    }
    for entry in entries:
        places = {on_page[part] for part in (entry.name, entry.post, entry.mobile)}
        assert len(places) == 1


def test_a_page_says_which_wing_goes_on_and_only_then(long):
    entries, made = long
    wing = {entry.name: entry.wing for entry in entries}
    first_of_wing = {entry.wing: entry.name for entry in reversed(entries)}
    for page in made:
        first = PERSON.search(page)[0]
        goes_on = [] if first_of_wing[wing[first]] == first else [wing[first]]
        assert ONGOING.findall(page) == goes_on
    assert any(ONGOING.search(page) for page in made)


def test_a_wing_that_begins_a_page_is_told_once(long):
    entries, made = long
    some = [person(number, "প্রথম") for number in range(1, 60)]
    page = pages(drawn(*some))[0]
    fill = len(PERSON.findall(page))
    second = pages(drawn(*some[:fill], person(60, "দ্বিতীয়")))[1]
    assert ONGOING.findall(second) == []
    assert words(second).count("দ্বিতীয়") == 1


def test_a_wing_is_never_named_at_the_foot_without_a_line(long):
    entries, made = long
    for wing in dict.fromkeys(entry.wing for entry in entries):
        first = next(entry.name for entry in entries if entry.wing == wing)
        named = next(page for page in made if wing in page.splitlines())
        assert first in words(named)


def test_lines_are_numbered_anew_in_each_wing():
    said = text(person(1, "ক"), person(2, "ক"), person(3, "খ"))
    assert re.findall(r"^০\d\.", said, re.MULTILINE) == ["০১.", "০২.", "০১."]


def test_a_vacant_post_a_service_number_and_a_line_without_a_wing():
    lines = text(
        Entry(vacant=True, post="আইন কর্মকর্তা", wing="প্রশাসন"),
        Entry(post="অভ্যর্থনা", office_phone="০২-৯৫৬০৪৮১", wing=""),
    ).splitlines()
    vacant = lines.index("প্রশাসন")
    assert lines[vacant + 1 : vacant + 3] == ["০১. (শূন্য)", "আইন কর্মকর্তা"]
    at = lines.index("অনুবিভাগ উল্লেখ নেই")
    assert lines[at + 1].split() == ["০১.", "অভ্যর্থনা", "০২-৯৫৬০৪৮১"]


def test_honorific_and_digits_stand_as_typed():
    typed = {"room": "Room 405", "office_phone": "02-9551612 (Ext. 7)"}
    said = text(person(1, honorific="মিজ্", **typed))
    assert "মিজ্ ব্যক্তি-1" in said
    assert missing_words(said, "Room 405 02-9551612 (Ext. 7)") == []


def missing_words(said, wanted):
    return [word for word in wanted.split() if word not in said.split()]


def test_a_number_too_long_for_its_column_is_broken_and_not_laid_over_the_next():
    long = "১২৩৪৫৬৭৮৯০১২৩৪৫৬"
    said = text(person(1, pabx=long, office_phone="৯৫৫১৬১২"))
    assert (long in said, long in "".join(said.split())) == (False, True)
    assert missing_words(said, "৯৫৫১৬১২ ০১৭১২-000001") == []


def test_several_numbers_of_a_cell_are_whole_and_below_each_other():
    said = text(person(1, mobile="০১৭১২-৩৪৫৬৭৮, ০১৮১২-৩৪৫৬৭৮\n০১৯১২-৩৪৫৬৭৮"))
    assert missing_words(said, "০১৭১২-৩৪৫৬৭৮, ০১৮১২-৩৪৫৬৭৮ ০১৯১২-৩৪৫৬৭৮") == []


@pytest.mark.parametrize(
    ("kinds", "titles", "form"),
    [
        (["mobile"], ["মোবাইল"], "upright"),
        (["office_phone", "fax"], ["অফিস", "ফ্যাক্স"], "upright"),
        (["office_phone", "pabx", "mobile"], ["অফিস", "পিএবিএক্স", "মোবাইল"], "wide"),
        (["mobile", "fax", "red_phone"], ["মোবাইল", "অন্যান্য"], "upright"),
        (
            ["office_phone", "pabx", "intercom", "residence", "mobile"],
            ["অফিস", "পিএবিএক্স", "ইন্টারকম", "বাসা", "মোবাইল"],
            "wide crowded",
        ),
    ],
)
def test_columns_and_the_page_follow_the_telephones_in_use(kinds, titles, form):
    columns = columns_for(kinds)
    assert ([column.title for column in columns], shape(columns)) == (titles, form)


def test_seldom_telephones_share_a_column_and_are_told_by_name():
    made = drawn(person(1, office_phone="১২৩", **EACH_KIND), person(2))
    picture(made, "directory-crowded")
    said = " ".join(words(pages(made)[0]))
    assert "ফ্যাক্স ১২৩ আইপি ফোন ১২৩ লাল টেলিফোন ১২৩" in said
    assert "অন্যান্য" in said


def test_a_list_with_one_kind_of_telephone_stands_and_has_one_row_of_heads():
    made = drawn(*[person(number) for number in range(1, 40)])
    picture(made, "directory-upright")
    assert set(lie(made)) == {"A4"}
    assert "টেলিফোন" not in words(pages(made)[1])


def test_the_workbook_travels_inside():
    entries = [person(1), person(2)]
    with pikepdf.open(io.BytesIO(drawn(*entries))) as opened:
        (name,) = opened.attachments
        inside = opened.attachments[name]
        assert name == "phone_list_2017-02-12.xlsx"
        assert inside.get_file().read_bytes()[:2] == b"PK"
        assert str(opened.Root.AF[0].AFRelationship) == "/Source"
        size = len(inside.get_file().read_bytes())
    assert abs(size - len(phone_list(EDITION, entries))) < 20  # the time is in it


def test_headings_and_headed_cells_are_tagged():
    found = tags(drawn(person(1, "ক"), person(2, "খ")))
    assert (found.count("H1"), found.count("H2")) == (1, 2)
    assert found.count("TH") == 6 + 2  # the columns, and the name in each row


def test_the_same_list_reads_the_same_in_any_language():
    with translation.override("en"):
        english = text(person(1))
    with translation.override("bn"):
        assert text(person(1)) == english


def test_hostile_texts_are_text():
    said = text(Entry(name="<img src=x>", post="&lt;b&gt; {{ 1 }}", wing='"><h1>'))
    assert missing_words(said, '<img src=x> &lt;b&gt; {{ 1 }} "><h1>') == []


@pytest.mark.parametrize("size", [9, 14])
def test_no_cell_leaves_the_page_at_another_size(size, settings):
    settings.PAPER_SIZE = size
    entries = [
        person(1, office_phone="০২-৯৫৫১৬১২", room="নিচতলা", **EACH_KIND),
        person(2),
    ]
    made = drawn(*entries)
    picture(made, f"directory-size-{size}")
    assert lie(made) == ["A4 landscape"]
    assert missing_words(text(*entries), "ব্যক্তি-1 ০২-৯৫৫১৬১২ নিচতলা ব্যক্তি-2") == []
