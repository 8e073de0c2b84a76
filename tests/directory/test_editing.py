"""What an edit would change, judged before it is made."""

import pytest

from directory import editing
from directory.comparing import Status
from directory.models import Entry, Officer
from innovation_portal.models import Office
from tests.directory.edits import karim, present, small_list, vacancy

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def first():
    return small_list()


def codes(draft):
    return [problem.code for problem in draft.doubts]


def test_a_draft_writes_nothing():
    rows = Entry.objects.count(), Office.objects.count(), Officer.objects.count()
    editing.changed(karim(), {"name": "নাসিমা", "section": "New", "mobile": "1"})
    editing.added(karim(), {"name": "সালাম", "wing": "New"})
    assert rows == (
        Entry.objects.count(),
        Office.objects.count(),
        Officer.objects.count(),
    )


@pytest.mark.parametrize(
    ("texts", "status", "changes"),
    [
        ({"room": ""}, Status.UNCHANGED, {}),
        ({"room": " ৪০৫ "}, Status.CHANGED, {"room": ["", "৪০৫"]}),
        ({"mobile": "০১৭১১-১১১১১১"}, Status.UNCHANGED, {}),
        ({"email": "DS1@x.bd"}, Status.UNCHANGED, {}),
        ({"office_phone": "নাই"}, Status.CHANGED, {"office_phone": ["9551612", ""]}),
    ],
)
def test_the_same_rules_as_for_a_workbook(texts, status, changes):
    draft = editing.changed(karim(), texts)
    assert (draft.status, draft.changes) == (status, changes)


@pytest.mark.parametrize(
    ("texts", "doubts"),
    [
        ({"room": "405"}, []),
        ({"mobile": "01711111"}, ["phone"]),
        ({"email": "karim"}, ["email"]),
        ({"mobile": "01722222222"}, ["same_mobile"]),
        ({"mobile": "01799999999, 01722222222"}, ["same_mobile"]),
        ({"office_phone": "01722222222"}, []),
        ({"section": "Lav"}, ["office"]),
        ({"post": "Deputy Secretery"}, ["designation_near"]),
        ({"name": ""}, ["nobody"]),
        ({"name": "-"}, ["nobody"]),
        ({"name": "ঐ"}, ["nobody"]),
        ({"name": "(শূন্য)"}, []),
        ({"name": "মোঃ করীম"}, []),
        ({"name": "নাসিমা আক্তার"}, ["other_person"]),
        ({"name": "নাসিমা আক্তার", "mobile": "01733333333"}, []),
    ],
)
def test_what_is_doubtful_is_told(texts, doubts):
    assert codes(editing.changed(karim(), texts)) == doubts


def test_a_number_of_his_own_other_line_is_no_doubt():
    texts = {"name": "মোঃ করিম", "mobile": "01711111111"}
    draft = editing.held_by(vacancy(), texts)
    assert (codes(draft), draft.officer_id) == ([], karim().officer_id)


@pytest.mark.parametrize(
    ("typed", "split"),
    [
        ("করিম", ("জনাব", "করিম")),
        ("জনাব করিম", ("জনাব", "করিম")),
        ("জনাব ড. করিম", ("জনাব ড.", "করিম")),
        ("ড. করিম", ("জনাব ড.", "করিম")),
        ("বেগম", ("জনাব", "বেগম")),
    ],
)
def test_no_honorific_is_lost_or_said_twice(typed, split):
    draft = editing.changed(karim(), {"name": typed})
    assert (draft.honorific, draft.name) == split


def test_what_stands_in_neither_name_nor_number_is_an_error():
    draft = editing.changed(present(post="Reception"), {"office_phone": "-"})
    assert [problem.code for problem in draft.errors] == ["empty_line"]


def test_a_cell_of_any_kind_is_read_quickly():
    texts = {"mobile": "0171" * 30, "name": "ক্‌" * 66, "post": "(" * 200}
    draft = editing.changed(karim(), texts)
    assert draft.status == Status.CHANGED
