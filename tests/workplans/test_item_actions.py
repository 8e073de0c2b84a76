"""Rows are added, written in, moved, copied and taken away, and keep their order."""

import pytest

from tests.workplans.plans import plan, row, submitted
from workplans.actions import item as actions
from workplans.actions.item import (
    add_item,
    copy_item,
    move_item,
    put_rows,
    remove_item,
    write_cell,
)
from workplans.errors import Gone, Locked, TooLong, TooMany

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_english")]


def subjects(one):
    return "".join(item.cells.get("subject", "-") for item in one.items.all())


def of(one, subject):
    return one.items.get(cells__subject=subject)


@pytest.fixture
def three():
    return plan(row("ক"), row("খ"), row("গ"))


def test_a_new_row_comes_last(three):
    add_item(plan=three, cells={"subject": "ঘ"}, by=None)
    assert subjects(three) == "কখগঘ"


def test_or_after_another(three):
    add_item(plan=three, cells={"subject": "ঘ"}, after=of(three, "ক"), by=None)
    assert subjects(three) == "কঘখগ"


@pytest.mark.parametrize(
    ("moved", "after", "order"),
    [("গ", "ক", "কগখ"), ("ক", "গ", "খগক"), ("গ", None, "গকখ"), ("ক", "ক", "কখগ")],
)
def test_a_row_is_moved(three, moved, after, order):
    if moved != after:
        behind = after and of(three, after)
        move_item(item=of(three, moved), after=behind, by=None)
    assert subjects(three) == order


def test_between_two_there_is_always_room(three):
    for number in range(15):
        cells = {"subject": str(number % 10)}
        add_item(plan=three, cells=cells, after=of(three, "ক"), by=None)
    assert subjects(three) == "ক432109876543210খগ"


def test_a_copy_stands_below(three):
    copy_item(item=of(three, "খ"), by=None)
    assert subjects(three) == "কখখগ"


def test_one_is_taken_away(three):
    gone = of(three, "খ")
    remove_item(item=gone, by=None)
    assert subjects(three) == "কগ"
    with pytest.raises(Gone):
        write_cell(item=gone, column="subject", before="খ", text="x", by=None)


def test_a_block_is_put_at_the_end_or_for_all(three):
    put_rows(plan=three, rows=[row("ঘ"), row("ঙ")], by=None)
    assert subjects(three) == "কখগঘঙ"
    put_rows(plan=three, rows=[row("চ")], replace=True, by=None)
    assert subjects(three) == "চ"


def test_the_text_is_cleaned_line_by_line(three):
    typed = "১। প্রথম  কাজ \r\n\u200b২। দ্বিতীয়"
    item = write_cell(
        item=of(three, "ক"), column="duration", before="", text=typed, by=None
    )
    assert item.cells["duration"] == "১। প্রথম কাজ\n২। দ্বিতীয়"


def test_a_cell_of_no_column_is_not_kept(three):
    item = add_item(plan=three, cells={"subject": "ঘ", "else": "x"}, by=None)
    assert item.cells == {"subject": "ঘ"}


def test_a_cell_has_its_length(three):
    with pytest.raises(TooLong):
        write_cell(
            item=of(three, "ক"), column="subject", before="ক", text="ক" * 5001, by=None
        )


def test_a_plan_has_its_length(three, monkeypatch):
    monkeypatch.setattr(actions, "MOST", 3)
    for attempt in (
        lambda: add_item(plan=three, by=None),
        lambda: copy_item(item=of(three, "ক"), by=None),
        lambda: put_rows(plan=three, rows=[row()], by=None),
    ):
        with pytest.raises(TooMany):
            attempt()


def test_a_submitted_plan_is_locked():
    one = submitted(row("ক"))
    item = one.items.get()
    for attempt in (
        lambda: add_item(plan=one, by=None),
        lambda: write_cell(item=item, column="subject", before="ক", text="খ", by=None),
        lambda: move_item(item=item, after=None, by=None),
        lambda: copy_item(item=item, by=None),
        lambda: remove_item(item=item, by=None),
        lambda: put_rows(plan=one, rows=[row()], by=None),
    ):
        with pytest.raises(Locked):
            attempt()
    assert subjects(one) == "ক"
