"""The sheet for under the glass: officers, whole, on one A4 in the largest type."""

from datetime import UTC, date, datetime

import pikepdf
import pypdfium2
import pytest
from django.template.loader import render_to_string

from directory.models import Designation, Edition, Entry
from directory.paper import desk
from directory.paper.desk import desk_sheet
from innovation_portal.paper.pdf import from_html
from tests.directory.uploads import FEBRUARY, published
from tests.papers import ink, lie, pages, picture, tags, words

pytestmark = pytest.mark.slow

EDITION = Edition(
    number=2,
    updated_on=date(2017, 2, 12),
    published_at=datetime(2017, 2, 12, 5, 30, tzinfo=UTC),
)


@pytest.fixture(scope="module", autouse=True)
def drawn_here():
    def draw(name, context, *, sizes):
        return from_html(render_to_string(name, context), sizes=sizes)

    with pytest.MonkeyPatch.context() as here:
        here.setattr(desk, "from_template_apart", draw)
        yield


@pytest.fixture
def told(monkeypatch):
    """The context alone, where nothing need be drawn."""

    def read(*entries):
        context = desk.context(EDITION, entries)
        rows = [row for _wing, rows in context["wings"] for row in rows]
        return rows, context["services"]

    return read


def person(number=1, **texts):
    texts = {"post": "উপসচিব", "wing": "প্রশাসন অনুবিভাগ"} | texts
    return Entry(name=f"ব্যক্তি-{number}", **texts)


@pytest.fixture(scope="module")
def february(django_db_setup, django_db_blocker, tmp_path_factory):
    """The ministry's list of February, and its sheet."""
    from django.conf import settings
    from django.db import transaction

    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as here:
        here.setattr(settings, "VAR", tmp_path_factory.mktemp("var"))
        with transaction.atomic():
            edition = published(FEBRUARY)
            entries = list(Entry.objects.select_related("designation").in_order())
            transaction.set_rollback(True)
    return entries, desk_sheet(edition, entries)


def test_the_ministry_stands_on_one_upright_a4(february):
    _entries, made = february
    picture(made, "directory-desk")
    assert lie(made) == ["A4"]


def test_all_of_its_officers_with_all_of_their_numbers(february):
    entries, made = february
    said = "".join("".join(pages(made)).split())
    staff = [e for e in entries if e.designation and e.designation.staff]
    lost = [
        text
        for entry in entries
        for text in (entry.name, entry.office_phone, entry.pabx, entry.mobile)
        if entry not in staff and "".join(text.split()) not in said
    ]
    assert (lost, len(staff)) == ([], 20)
    assert [e.mobile for e in staff if e.mobile in said] == []


def test_neither_residence_nor_mail_is_on_it(february):
    entries, made = february
    said = "".join(pages(made))
    assert [e.residence for e in entries if e.residence and e.residence in said] == []
    assert "@" not in said


def test_its_type_is_large_enough_to_read(february):
    _entries, made = february
    assert sizes(made)[0] >= 7


def sizes(made):
    """Of the type in points (PDFium tells pixels), the commonest first."""
    document = pypdfium2.PdfDocument(made)
    page = document[0].get_textpage()
    get = pypdfium2.raw.FPDFText_GetFontSize
    found = [round(get(page, at) * 0.75, 2) for at in range(page.count_chars())]
    document.close()
    return sorted(set(found), key=found.count, reverse=True)


def test_nothing_leaves_the_paper(february):
    _entries, made = february
    rows = ink(made, 0)
    edge = [*rows[:14], *rows[-14:], *(row[:14] + row[-14:] for row in rows)]
    assert min(map(min, edge)) == 255


def test_it_says_of_when_it_is(february):
    head = "শিল্প মন্ত্রণালয়: কর্মকর্তাগণের টেলিফোন হালনাগাদঃ ০১/০৩/২০১৭ খ্রিঃ"
    _entries, made = february
    assert pages(made)[0].startswith(head)


def test_wings_are_headings_and_names_head_their_rows(february):
    found = tags(february[1])
    assert (found.count("H1"), found.count("H2")) == (1, 9 + 1)


def test_few_lines_stand_in_large_type_and_many_go_on_without_loss():
    few = desk_sheet(EDITION, [person()])
    assert (10 in sizes(few), lie(few)) == (True, ["A4"])
    entries = [person(n, mobile=f"০১৭১২-{n:06}") for n in range(220)]
    many = desk_sheet(EDITION, entries)
    picture(many, "directory-desk-long")
    said = words("\n".join(pages(many)))
    assert lie(many) == ["A4", "A4"]
    assert [e.name for e in entries if e.name not in said] == []
    assert [e.mobile for e in entries if e.mobile not in said] == []


def test_a_very_long_list_is_laid_out_once(monkeypatch):
    asked = []
    monkeypatch.setattr(
        desk, "from_template_apart", lambda *_, sizes: asked.append(sizes)
    )
    monkeypatch.setattr(desk, "FITTED", 1)
    desk_sheet(EDITION, [person(1), person(2)])
    assert asked == [[5.5]]


@pytest.mark.parametrize(
    ("post", "shown"),
    [
        ("উপসচিব (প্রশাসন)", True),
        ("অফিস সহায়ক", False),
        ("অফিস সহায়ক (সংযুক্ত)", False),
        ("গাড়িচালক, পরিবহন পুল", False),
        ("", True),
    ],
)
def test_a_post_without_a_designation_is_told_by_its_words(told, post, shown):
    people, _services = told(person(post=post))
    assert bool(people) is shown


def test_the_designation_is_asked_before_the_words_of_the_post(told):
    special = Designation(name_bn="অফিস সহায়ক", standing="officer")
    people, _ = told(person(post="অফিস সহায়ক", designation=special))
    assert [row.post for row in people] == ["অফিস সহায়ক"]


def test_service_numbers_are_apart_and_a_vacant_post_is_not_one(told):
    people, services = told(
        Entry(post="অভ্যর্থনা", office_phone="১", pabx="১০১"),
        Entry(post="কম্পিউটার অপারেটর", office_phone="২"),
        Entry(post="আইন কর্মকর্তা", vacant=True),
        Entry(post="অফিস সহায়ক", vacant=True),
    )
    assert [row.name for row in people] == ["(শূন্য)"]
    named = [(row.name, row.post, row.phones) for row in services]
    assert named == [("", "অভ্যর্থনা", ["১"]), ("", "কম্পিউটার অপারেটর", ["২"])]


@pytest.mark.parametrize(
    ("section", "post"),
    [
        ("প্রশাসন-১ শাখা", "উপসচিব, প্রশাসন-১"),
        ("সাধারণ সেবা অধিশাখা", "উপসচিব, সাধারণ সেবা"),
        ("শাখা", "উপসচিব, শাখা"),
        ("", "উপসচিব"),
    ],
)
def test_the_post_says_its_place_without_the_word_for_it(told, section, post):
    people, _ = told(person(section=section))
    assert people[0].post == post


def test_long_numbers_stay_within_their_column():
    several = "০১৭১২-৩৪৫৬৭৮, ০১৮১২-৩৪৫৬৭৮, ০১৯১২-৩৪৫৬৭৮"
    made = desk_sheet(EDITION, [person(mobile=several)])
    picture(made, "directory-desk-numbers")
    beside = [row[201:207] for row in ink(made, 0)]  # the first column ends at 199
    assert min(map(min, beside[60:])) == 255


def test_without_extensions_there_is_no_column_of_them():
    with_them, without = (
        pages(desk_sheet(EDITION, [person(mobile="১", pabx=pabx)]))[0]
        for pabx in ("১০১", "")
    )
    assert ("পিএবিএক্স" in with_them, "পিএবিএক্স" in without) == (True, False)


def test_hostile_texts_are_text():
    said = pages(desk_sheet(EDITION, [person(post="<img src=x> {{ 1 }}", wing="<h1>")]))
    assert "<img src=x> {{ 1 }}" in said[0]
    assert "<h1>" in said[0]


def test_it_is_a_whole_archive_file(february, tmp_path):
    file = tmp_path / "desk.pdf"
    file.write_bytes(february[1])
    with pikepdf.open(file) as opened:
        assert len(opened.Root.OutputIntents) == 1
        assert str(opened.Root.Lang) == "bn"
