"""What counts as a change, and what does not."""

from datetime import date
from decimal import Decimal

import pytest

from directory.comparing import Status, compare, fill_search
from directory.models import Entry
from directory.reading.workbook import understand
from tests.directory.lists import HEADING, book, flat, line, sheet

KARIM = {"office": "02-9583472", "mobile": "01711-111111", "email": "karim@x.gov.bd"}


class Nowhere:
    """Offices and designations of which none is known."""

    def find(self, *names):
        return None


def against(workbook, entries=(), **rest):
    understanding = understand(workbook)
    return compare(understanding, list(entries), Nowhere(), Nowhere(), **rest)


def listed(*lines):
    """Entries as they would stand after the lines were published."""
    entries = []
    for number, new in enumerate(against(flat(*lines)), 1):
        texts = {
            field.attname: getattr(new, field.attname)
            for field in Entry._meta.concrete_fields
            if hasattr(new, field.attname) and field.name not in {"id", "line"}
        }
        entries.append(Entry(pk=number, line=number, **texts))
    return entries


def one(before, after):
    (changed,) = against(flat(after), listed(before))
    return changed


def test_everything_is_new_in_an_empty_list():
    lines = against(flat(line(), line("Rahim", "Deputy")))
    assert [new.status for new in lines] == [Status.ADDED] * 2
    assert [new.position for new in lines] == [Decimal(1024), Decimal(2048)]


def test_the_same_line_is_no_change():
    assert one(line(**KARIM), line(**KARIM)).status == Status.UNCHANGED


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("office", "০২-৯৫৮৩৪৭২"),
        ("office", "029583472"),
        ("office", 9583472),
        ("office", "+880 2 9583472"),
        ("mobile", "01711111111"),
        ("mobile", 1711111111.0),
        ("mobile", "+8801711111111"),
        ("email", "Karim@X.gov.bd"),
    ],
)
def test_the_same_written_otherwise_is_no_change(name, written):
    assert one(line(**KARIM), line(**KARIM | {name: written})).changes == {}


def test_cells_that_changed_show_old_and_new():
    changed = one(line(**KARIM), line(post="Joint Secretary", **KARIM))
    assert changed.status == Status.CHANGED
    assert changed.changes == {"post": ["Secretary", "Joint Secretary"]}
    assert changed.new_holder is False


def test_a_new_holder_of_a_post():
    new = KARIM | {"mobile": "01722222222"}
    changed = one(line(**KARIM), line("Nasima Begum", **new))
    assert changed.new_holder is True
    assert changed.changes["name"] == ["Md. Karim", "Nasima Begum"]
    assert changed.officer_id is None


def test_another_spelling_is_no_new_holder():
    changed = one(line(**KARIM), line("Md. Kareem", **KARIM))
    assert (changed.status, changed.new_holder) == (Status.CHANGED, False)


def test_a_post_that_fell_vacant_and_one_that_was_filled():
    email = {"email": "ds@x.gov.bd"}
    emptied = one(line(**email), line("(শূন্য)", **email))
    assert emptied.changes == {"name": ["Md. Karim", "(শূন্য)"]}
    assert emptied.new_holder is False
    filled = one(line("(শূন্য)", **email), line(**email))
    assert filled.changes == {"name": ["(শূন্য)", "Md. Karim"]}
    assert filled.new_holder is True


def test_a_column_that_the_file_lacks_changes_nothing():
    before = listed(line(**KARIM))
    fewer = book(sheet(HEADING[:5], line()[:5]))
    (same,) = against(fewer, before)
    assert same.status == Status.UNCHANGED
    assert same.mobile == "01711-111111"
    assert same.numbers == before[0].numbers


def test_a_file_without_honorifics_changes_none():
    (same,) = against(flat(line(**KARIM)), listed(line("জনাব Md. Karim", **KARIM)))
    assert same.status == Status.UNCHANGED
    assert same.honorific == "জনাব"


def test_an_honorific_is_a_field_of_its_own():
    before = listed(line("জনাব Md. Karim", **KARIM), line("জনাব Rahim", mobile="01812"))
    after = flat(line("ড. Md. Karim", **KARIM), line("জনাব Rahim", mobile="01812"))
    assert against(after, before)[0].changes == {"honorific": ["জনাব", "ড."]}


def test_a_moved_line_alone_is_no_change():
    rows = [line(f"Person {n}", email=f"p{n}@x.bd") for n in range(4)]
    moved = against(flat(rows[3], *rows[:3]), listed(*rows))
    assert [new.status for new in moved] == [Status.UNCHANGED] * 4
    assert [new.moved for new in moved] == [True, False, False, False]


def test_lines_that_are_gone_are_removed():
    before = listed(line(**KARIM), line("Rahim", "Deputy", email="r@x.bd"))
    kept, removed = against(flat(line(**KARIM)), before)
    assert (kept.status, removed.status) == (Status.UNCHANGED, Status.REMOVED)
    assert (removed.name, removed.entry) == ("Rahim", before[1])


def test_an_ambiguous_line_offers_its_candidates():
    twin = line("Rahim", "Guard")
    new = against(flat(twin, twin), listed(twin, twin))[0]
    assert (new.status, new.candidates) == (Status.ADDED, [1, 2])


def test_a_choice_settles_an_ambiguous_line():
    twin = line("Rahim", "Guard")
    chosen = {("তালিকা", 2): 2, ("তালিকা", 3): 1}
    lines = against(flat(twin, twin), listed(twin, twin), chosen=chosen)
    assert [new.entry.line for new in lines] == [2, 1]


def test_an_additional_charge_is_two_lines_without_a_change():
    rows = line(**KARIM), line(section="Law", **KARIM)
    assert {new.status for new in against(flat(*rows), listed(*rows))} == {"unchanged"}


def test_a_line_that_says_the_same_is_the_same_whatever_its_office_is_linked_to():
    vacant = line("(শূন্য)", "Guard", office="02-9583472")
    before = listed(vacant)
    before[0].office_id = 7
    assert [new.status for new in against(flat(vacant), before)] == ["unchanged"]


def test_search_columns_hold_what_is_looked_for():
    (new,) = against(flat(line("মসিউর রহমান", room="৪০৫", **KARIM)))
    fill_search(new)
    assert new.sounds.startswith("mosiur rohoman ")
    assert "01711111111" in new.digits
    assert "secretary" in new.search_key.split()


def test_the_update_date_is_proposed_from_the_sheet():
    title = ["হালনাগাদঃ ১৫/০১/২০১৭ খ্রিঃ"]
    understanding = understand(book(sheet(title, HEADING, line())))
    assert understanding.updated_on == date(2017, 1, 15)
