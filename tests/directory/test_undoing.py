"""A workbook typed from an older list is warned of what it would undo."""

import pytest

from directory.actions.line import (
    add_line,
    change_line,
    fill_post,
    remove_line,
    transfer_officer,
)
from directory.reading.problems import sentence
from tests.directory.edits import (
    DESK,
    EMPTY,
    KARIM,
    LINES,
    POST,
    RAHIM,
    TODAY,
    karim,
    present,
    small_list,
    vacancy,
)
from tests.directory.lists import line
from tests.directory.uploads import compared, csv_file, published
from tests.factories import UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]
EDIT = {"order": TODAY, "by": None}


@pytest.fixture(autouse=True)
def first():
    return small_list()


def undone(*lines):
    upload = compared(csv_file(*lines))
    return [
        (p["code"], p["row"], p["column"], p["details"])
        for p in upload.problems
        if p["code"].startswith("undoes")
    ]


def codes(*lines):
    return [
        (code, row, details.get("field")) for code, row, _c, details in undone(*lines)
    ]


def test_without_an_edit_nothing_is_undone():
    assert undone(*LINES) == []
    assert undone(KARIM) == []


def test_an_old_number_comes_back():
    clerk = UserFactory(full_name="Nasima Begum")
    texts = {"mobile": "01812345678"}
    change_line(entry=karim(), texts=texts, order=TODAY, by=clerk)
    upload = compared(csv_file(*LINES))
    (problem,) = [p for p in upload.problems if p["code"] == "undoes"]
    assert (problem["row"], problem["column"]) == (2, 7)
    assert sentence(problem) == (
        "This file would undo a change made from 5 March 2017 on by: Nasima Begum. "
        "Mobile: 01812345678 → 01711111111"
    )


def test_a_workbook_that_has_the_edit_is_right():
    change_line(entry=karim(), texts={"mobile": "01812345678"}, **EDIT)
    new = line(
        "জনাব মোঃ করিম",
        "Deputy Secretary",
        mobile="০১৮১২-৩৪৫৬৭৮",
        email="ds1@x.bd",
        **POST,
    )
    assert undone(new, RAHIM, EMPTY, DESK) == []


def test_a_third_number_is_a_change_like_any_other():
    change_line(entry=karim(), texts={"mobile": "01812345678"}, **EDIT)
    third = line("মোঃ করিম", "Deputy Secretary", mobile="01999999999", email="ds1@x.bd")
    assert undone(third, RAHIM, EMPTY, DESK) == []


def test_an_old_number_comes_back_on_a_line_that_says_more_otherwise():
    change_line(entry=karim(), texts={"mobile": "01812345678"}, **EDIT)
    promoted = line(
        "মোঃ করিম", "Joint Secretary (Law)", mobile="01711111111", email="ds1@x.bd"
    )
    assert codes(promoted, RAHIM, EMPTY, DESK) == [("undoes", 2, "mobile")]


def test_the_officer_before_comes_back():
    texts = {"name": "নাসিমা আক্তার", "mobile": "01733333333"}
    fill_post(entry=karim(), texts=texts, **EDIT)
    assert codes(*LINES) == [("undoes", 2, "name")]


def test_a_post_that_was_filled_falls_vacant():
    fill_post(entry=vacancy(), texts={"name": "নাসিমা আক্তার"}, **EDIT)
    assert codes(*LINES) == [("undoes", 4, "name")]


@pytest.mark.parametrize("email_too", [True, False])
def test_a_transfer_is_undone_on_both_lines(email_too):
    transfer_officer(entry=karim(), to=vacancy(), email_too=email_too, **EDIT)
    assert codes(*LINES) == [("undoes", 2, "name"), ("undoes", 4, "name")]


def test_a_vacant_post_like_the_one_that_was_filled_is_left_alone():
    other = line("(শূন্য)", "Law officer", office="9551699", section="Law")
    published(csv_file(*LINES, other))
    filled = vacancy_of("9551614")
    fill_post(entry=filled, texts={"name": "নাসিমা আক্তার"}, **EDIT)
    held = line("নাসিমা আক্তার", "Law officer", office="9551614", section="Law")
    assert undone(KARIM, RAHIM, held, DESK, other) == []


def vacancy_of(number):
    return present(post="Law officer", office_phone=number)


def test_a_line_that_was_added_is_removed():
    texts = {"name": "সালাম", "post": "Clerk", "mobile": "01744444444"}
    add_line(after=karim(), texts=texts, **EDIT)
    ((code, row, _column, details),) = undone(*LINES)
    assert (code, row) == ("undoes_new_line", None)
    assert details == {"line": "সালাম – Clerk", "day": "2017-03-05", "who": "–"}


def test_a_line_that_was_removed_comes_back():
    remove_line(entry=vacancy(), **EDIT)
    ((code, row, _column, details),) = undone(*LINES)
    assert (code, row, details["line"]) == ("undoes_removal", 4, "Law officer – Law")


def test_what_the_last_workbook_settled_is_no_matter_any_more():
    change_line(entry=karim(), texts={"mobile": "01812345678"}, **EDIT)
    published(csv_file(RAHIM, EMPTY, DESK))
    assert undone(*LINES) == []


def test_the_page_says_so_before_the_list_is_published(clerk, address):
    change_line(entry=karim(), texts={"mobile": "01812345678"}, **EDIT)
    upload = compared(csv_file(*LINES))
    content = " ".join(clerk.get(address(upload)).content.decode().split())
    assert "would undo changes that were made by hand" in content
