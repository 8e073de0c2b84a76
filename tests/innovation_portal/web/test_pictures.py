"""Numbers as bars and as heat, and how a page draws them."""

import re

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from innovation_portal.web.pictures import bars, heat

KINDS = ["Meeting", "Training"]


def pieces(row):
    return [(piece.kind, piece.x, piece.width) for piece in row.pieces]


def drawn(template, picture, language="en"):
    context = {"picture": picture, "caption": "Sittings", "first": "Month"}
    with translation.override(language):
        return render_to_string(template, context)


def cells(html):
    texts = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", html, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", "", text).split()) for text in texts]


def test_the_longest_bar_fills_its_column():
    made = bars(["Meeting"], [("May", [3], []), ("June", [12], [])])
    assert [pieces(row) for row in made.rows] == [
        [(1, "0.00%", "25.00%")],
        [(1, "0.00%", "100.00%")],
    ]


def test_pieces_of_a_bar_lie_one_behind_another():
    (row,) = bars(KINDS, [("May", [1, 3], [])]).rows
    assert pieces(row) == [(1, "0.00%", "25.00%"), (2, "25.00%", "75.00%")]


def test_a_kind_without_a_number_leaves_its_pattern_to_itself():
    (row,) = bars(KINDS, [("May", [0, 3], [])]).rows
    assert pieces(row) == [(2, "0.00%", "100.00%")]


def test_a_full_bar_may_be_told():
    (row,) = bars(["Done"], [("Row 1", [30], [])], most=120).rows
    assert pieces(row) == [(1, "0.00%", "25.00%")]


def test_a_full_bar_that_can_be_reached_is_drawn():
    told = [bars(["Done"], [("Row 1", [30], [])], most=most) for most in (None, 120)]
    drawings = [drawn("_bars.html", picture) for picture in told]
    assert ["of-full" in html for html in drawings] == [False, True]


def test_no_bar_leaves_its_column():
    (row,) = bars(["Done"], [("Row 1", [30], [])], most=10).rows
    assert pieces(row) == [(1, "0.00%", "100.00%")]


@pytest.mark.parametrize("rows", [[], [("May", [0, 0], [])]])
def test_where_nothing_is_there_is_no_bar(rows):
    assert [row.pieces for row in bars(KINDS, rows).rows] == [[] for _row in rows]


def test_rows_and_heads_fit_together():
    with pytest.raises(ValueError, match="zip"):
        bars(KINDS, [("May", [1], [])])


@pytest.mark.parametrize(
    ("number", "level"), [(0, 0), (1, 1), (20, 1), (41, 2), (55, 3), (80, 4), (100, 5)]
)
def test_heat_rises_with_the_number(number, level):
    ((_label, (cell,)),) = heat(["9"], [("Sunday", [number])], most=100).rows
    assert (cell.value, cell.level) == (number, level)


def test_the_highest_number_is_the_warmest():
    ((_label, made),) = heat(["9", "10"], [("Sunday", [1, 2])]).rows
    assert [cell.level for cell in made] == [2, 5]


def test_more_than_the_most_is_no_warmer():
    ((_label, (cell,)),) = heat(["9"], [("Sunday", [250])], most=100).rows
    assert cell.level == 5


def test_no_number_is_not_nought():
    picture = heat(["May", "June"], [("Room", [None, 0])], most=100, unit="%")
    assert cells(drawn("_heat.html", picture)) == [
        *("Month", "May", "June"),
        *("Room", "–", "0%"),
    ]


def test_bars_stand_beside_their_numbers():
    rows = [("May", [1, 3], [4, None]), ("June", [0, 0], [0, 2.5])]
    picture = bars(KINDS, rows, more=["All", "Days"], totals=[1, 3, 4, None])
    assert cells(drawn("_bars.html", picture)) == [
        *("Month", "Meeting", "Training", "All", "Days"),
        *("May", "Meeting: 1 Training: 3", "1", "3", "4", "–"),
        *("June", "", "0", "0", "0", "2.5"),
        *("Altogether", "1", "3", "4", "–"),
    ]


def test_attributes_keep_their_points_and_cells_take_bangla_digits():
    html = drawn("_bars.html", bars(["সভা"], [("মে", [3], []), ("জুন", [9], [])]), "bn")
    assert re.findall(r'width="(\d+\.\d+%)"', html) == ["33.33%", "100.00%"]
    assert re.findall(r'class="count">(.)<', html) == ["৩", "৯"]


def test_only_a_bar_of_several_kinds_needs_a_legend():
    one = drawn("_bars.html", bars(["Meeting"], [("May", [1], [])]))
    two = drawn("_bars.html", bars(KINDS, [("May", [1, 1], [])]))
    assert [html.count('class="swatch"') for html in (one, two)] == [0, 2]


def test_every_kind_has_a_pattern_of_its_own():
    patterns = re.findall(r'<pattern id="piece-(\d)"(.*?)</pattern>', drawn_patterns())
    assert [number for number, _drawing in patterns] == ["1", "2", "3", "4", "5"]
    shapes = {
        re.sub(r"\d", "", re.sub(r'class="[^"]*"', "", one)) for _n, one in patterns
    }
    assert len(shapes) == 5


def drawn_patterns():
    return " ".join(render_to_string("_patterns.html").split())


def test_a_label_is_text_and_nothing_else():
    html = drawn("_bars.html", bars(["<b>"], [("<i>", [1], [])]))
    assert {"<b>", "<i>"} & {*re.findall(r"<\w>", html)} == set()
    assert html.count("&lt;b&gt;") == 2  # the heading, and what the pointer is told
