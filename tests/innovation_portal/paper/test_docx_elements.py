"""Elements of Word documents, one by one."""

import pytest
from docx.oxml.ns import qn

from innovation_portal.paper.docx import Document
from innovation_portal.paper.docx_elements import (
    Look,
    element,
    paragraph,
    paragraph_properties,
    run_properties,
    runs,
    twips,
)
from innovation_portal.paper.docx_table import Column, ruled
from tests.innovation_portal.paper.test_docx import AT
from tests.words import opened, parts


def said(found):
    """An element as its name, its attributes and its children, without namespaces."""
    attributes = {key.rpartition("}")[2]: value for key, value in found.attrib.items()}
    return [found.tag.rpartition("}")[2], attributes, *map(said, found)]


def child(found, tag):
    return found.find(qn(f"w:{tag}"))


def test_an_element_leaves_out_what_is_nothing():
    made = element("pPr", None, element("keepNext"), None, val=1)
    assert said(made) == ["pPr", {"val": "1"}, ["keepNext", {}]]


@pytest.mark.parametrize(("centimetres", "units"), [(0, 0), (2.54, 1440), (21, 11906)])
def test_centimetres_become_twentieths_of_points(centimetres, units):
    assert twips(centimetres) == units


def test_a_hanging_indent_is_no_negative_one():
    hanging = child(paragraph_properties(Look(left=2, first=-1)), "ind")
    assert said(hanging) == ["ind", {"left": "1134", "hanging": "567"}]
    first = child(paragraph_properties(Look(first=1)), "ind")
    assert said(first) == ["ind", {"left": "0", "firstLine": "567"}]


def test_space_and_lines_are_in_the_units_of_word():
    spacing = child(paragraph_properties(Look(before=8, after=4, line=1.5)), "spacing")
    wanted = {"before": "160", "after": "80", "line": "360", "lineRule": "auto"}
    assert said(spacing) == ["spacing", wanted]


def test_a_plain_paragraph_holds_nothing_and_goes_nowhere():
    tags = [said(one)[0] for one in paragraph_properties(Look())]
    assert tags == ["spacing", "ind", "jc"]


def test_a_tab_leads_to_its_place():
    tabs = child(paragraph_properties(Look(tab=2)), "tabs")
    assert said(tabs) == ["tabs", {}, ["tab", {"val": "left", "pos": "1134"}]]


def test_a_rule_stands_below():
    rule = child(paragraph_properties(Look(ruled=True)), "pBdr")
    assert said(rule)[2][0] == "bottom"


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("সভা", [("সভা", False)]),
        ("ICT", [("ICT", True)]),
        ("ICT শাখা", [("ICT", True), (" শাখা", False)]),
        ("a b, c d", [("a b, c d", True)]),
        (
            "https://meet.gov.bd/a-1?x=2।",
            [("https://meet.gov.bd/a-1?x=2", True), ("।", False)],
        ),
        ("(e-GP)", [("(", False), ("e-GP", True), (")", False)]),
        ("12 কক্ষ", [("12 কক্ষ", False)]),
        ("", []),
    ],
)
def test_texts_are_cut_by_script(text, cut):
    found = [
        ("".join(run.itertext(qn("w:t"))), child(child(run, "rPr"), "cs") is None)
        for run in runs(text, Look())
    ]
    assert found == cut


def test_spaces_at_a_cut_are_kept():
    spaces = [
        t.get(qn("xml:space")) for t in paragraph("ক ICT খ", Look()).iter(qn("w:t"))
    ]
    assert spaces == ["preserve"] * 3


def test_tabs_and_line_ends_are_elements():
    (run,) = runs("ক\tখ\nগ", Look())
    assert [said(one)[0] for one in run] == ["rPr", "t", "tab", "t", "br", "t"]


@pytest.mark.parametrize("latin", [False, True])
def test_a_bold_underlined_run_is_so_in_both_scripts(latin):
    found = run_properties(Look(bold=True, underlined=True), latin=latin)
    tags = [said(one)[0] for one in found]
    script = [] if latin else ["cs"]
    assert tags == ["rFonts", "b", "bCs", "sz", "szCs", "u", *script, "lang"]


def test_latin_letters_are_set_smaller_to_look_alike():
    found = run_properties(Look(size=20))
    assert [child(found, tag).get(qn("w:val")) for tag in ("sz", "szCs")] == [
        "35",
        "40",
    ]


def test_cells_are_as_wide_as_their_columns():
    table = ruled([Column("ক", 1), Column("খ", 2)], [("১", "২")])
    widths = [cell.get(qn("w:w")) for cell in table.iter(qn("w:tcW"))]
    assert widths == ["567", "1134"] * 2


def test_a_band_is_as_wide_as_all():
    table = ruled([Column("ক", 1), Column("খ", 2)], ["ব্যান্ড"])
    band = list(table.iter(qn("w:tc")))[-1]
    properties = child(band, "tcPr")
    assert said(properties)[2:4] == [
        ["tcW", {"w": "1701", "type": "dxa"}],
        ["gridSpan", {"val": "2"}],
    ]


def test_a_centred_column_centres_its_cells_alone():
    table = ruled([Column("ক", 1, "center"), Column("খ", 2)], [("১", "২")])
    aligned = [jc.get(qn("w:val")) for jc in table.iter(qn("w:jc"))]
    assert aligned == ["center", "center", "center", "left"]


def test_a_heading_of_three_rows_leaves_room_in_both_below():
    class Head:
        def __init__(self, text, across=1, down=1):
            self.text, self.across, self.down = text, across, down

    heads = [
        [Head("ক", across=2, down=2), Head("খ", across=2)],
        [Head("গ", down=2), Head("ঘ")],
        [Head("ঙ"), Head("চ"), Head("ছ")],
    ]
    document = Document(title="ক", made_at=AT)
    document.table([Column("", 1)] * 4, [], heads=heads)
    rows = opened(bytes(document)).tables[0].rows
    assert [[cell.text for cell in row.cells] for row in rows] == [
        ["ক", "ক", "খ", "খ"],
        ["ক", "ক", "গ", "ঘ"],
        ["ঙ", "চ", "গ", "ছ"],
    ]


def test_the_library_leaves_no_trace_of_its_template():
    made = bytes(Document(title="ক", made_at=AT))
    names = set(parts(made))
    assert not [name for name in names if "numbering" in name or "custom" in name]
    styles = parts(made)["word/styles.xml"]
    named = [one.get(qn("w:styleId")) for one in styles.iter(qn("w:style"))]
    assert named == ["Normal", "Heading1", "TableNormal"]


def test_what_is_not_said_of_a_text_is_nikosh():
    styles = parts(bytes(Document(title="ক", made_at=AT)))["word/styles.xml"]
    default = next(styles.iter(qn("w:rPrDefault")))
    assert child(child(default, "rPr"), "rFonts").get(qn("w:cs")) == "Nikosh"
